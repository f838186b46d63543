import type { Page } from '../chrome'
import { drawing } from '../draw'
import type { AccountPage } from './accountPage'
import type { InvitationPage } from './invitationPage'
import type { RecoveryPage } from './recoveryPage'
import type { SecondFactorPage } from './secondFactorPage'
import type { SetUpPage } from './setUpPage'
import type { SignInPage } from './signInPage'

interface Said {
  readonly text: string
}

export interface ForgottenPage extends Page {
  readonly email: string
  readonly emailProblem: Said | undefined
}

export interface NewPasswordPage extends Page {
  readonly email: string
  readonly passwordProblem: Said | undefined
}

export interface KeptFormPage extends Page {
  readonly action: string
  readonly fields: readonly { readonly label: string; readonly name: string; readonly value: string }[]
}

export interface CodePage extends Page {
  readonly codeProblem: Said | undefined
}

interface AccountPages {
  'account/signIn': SignInPage
  'account/code': CodePage
  'account/secondFactor': SecondFactorPage
  'account/setUp': SetUpPage
  'account/recoveryCodes': RecoveryPage
  'account/keptForm': KeptFormPage
  'account/forgotten': ForgottenPage
  'account/newPassword': NewPasswordPage
  'account/linkGone': Page
  'account/invitation': InvitationPage
  'account/account': AccountPage
}

export const draw = drawing<AccountPages>()

import type { Page } from '../chrome'
import { drawing } from '../draw'
import type { AccountPage } from './accountPage'
import type { InvitationPage } from './invitationPage'

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

interface AccountPages {
  'account/keptForm': KeptFormPage
  'account/forgotten': ForgottenPage
  'account/newPassword': NewPasswordPage
  'account/linkGone': Page
  'account/invitation': InvitationPage
  'account/account': AccountPage
}

export const draw = drawing<AccountPages>()

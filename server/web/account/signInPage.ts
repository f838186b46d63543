import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'

export interface SignInPage extends Page {
  readonly email: string
  readonly next: string
  readonly emailProblem: { readonly text: string } | undefined
  readonly passwordProblem: { readonly text: string } | undefined
}

interface Asked {
  readonly email?: string | undefined
  readonly next?: string | undefined
  readonly problems?: readonly Problem[]
}

/** The page on which people sign in; a password is never printed back. */
export const signInPage = ({ email = '', next = '', problems = [] }: Asked): SignInPage => ({
  title: 'Sign in',
  email,
  next,
  problems: summaryOf(problems),
  emailProblem: problemAt(problems, 'email'),
  passwordProblem: problemAt(problems, 'password'),
})

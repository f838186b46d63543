import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import { onwards } from './onwards'

export interface SignInPage extends Page {
  readonly email: string
  readonly next: string
  /** What has become of what was typed by whoever was signed out meanwhile. */
  readonly kept: string | undefined
  readonly emailProblem: { readonly text: string } | undefined
  readonly passwordProblem: { readonly text: string } | undefined
  /** Where they can sign in with the account of their organisation, if anywhere. */
  readonly provider: string | undefined
}

/** What the page is asked for with. */
export interface SignInAsked {
  readonly email?: string | undefined
  /** Where they wanted to go, as it was asked for. */
  readonly next?: unknown
  readonly problems?: readonly Problem[]
  /** Whether there is an identity provider. */
  readonly hasProvider: boolean
}

/** Where whoever was signed out before something was saved is sent; it leads nobody anywhere by itself. */
const KEPT = '/kept-form'

/** The page on which people sign in; a password is never printed back. */
export const signInPage = ({ email = '', next, problems = [], hasProvider }: SignInAsked): SignInPage => ({
  title: 'Sign in',
  email,
  next: next === KEPT ? KEPT : (onwards(next) ?? ''),
  kept:
    next === KEPT
      ? 'You were signed out before this was saved. What you typed is kept for you: sign in to go on with it.'
      : undefined,
  problems: summaryOf(problems),
  emailProblem: problemAt(problems, 'email'),
  passwordProblem: problemAt(problems, 'password'),
  provider: hasProvider ? `/sign-in/provider?next=${encodeURIComponent(onwards(next) ?? '')}` : undefined,
})

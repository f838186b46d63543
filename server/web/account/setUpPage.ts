import { toString as pictureOf } from 'qrcode'
import type { Person } from '../../db/people'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'

export interface SetUpPage extends Page {
  readonly action: string
  /** Whether their present password is asked for: somebody else may have found the browser open. */
  readonly asksPassword: boolean
  readonly mustBe: boolean
  /** The picture an app reads, as SVG. */
  readonly picture: string
  /** The same to be typed by hand, in fours. */
  readonly key: string
  /** The same shut up, for the form to send back. */
  readonly app: string
  readonly codeProblem: { readonly text: string } | undefined
  readonly presentProblem: { readonly text: string } | undefined
}

interface SettingUp {
  readonly person: Pick<Person, 'id' | 'email'>
  /** What the app that is being set up makes its codes from; a new one where nothing was sent. */
  readonly secret: string
  readonly at: 'sign-in' | 'account'
  readonly problems: readonly Problem[]
}

/** The page on which somebody gives an app what it makes codes from, and shows that it does. */
export async function setUpPage(
  { codes }: Pick<Services, 'codes'>,
  { person, secret, at, problems }: SettingUp,
): Promise<SetUpPage> {
  const isAtDoor = at === 'sign-in'
  return {
    title: 'Set up an app for two-factor sign-in',
    ...(isAtDoor ? {} : { backLink: { text: 'Two-factor sign-in', href: '/account/two-factor' } }),
    problems: summaryOf(problems),
    action: isAtDoor ? '/sign-in/two-factor' : '/account/two-factor/app',
    asksPassword: !isAtDoor,
    mustBe: isAtDoor,
    picture: await pictureOf(codes.uriOf(secret, person.email), { type: 'svg', margin: 2 }),
    key: (secret.match(/.{1,4}/g) ?? []).join(' '),
    app: codes.hide(secret, person.id).toString('base64url'),
    codeProblem: problemAt(problems, 'one_time_code'),
    presentProblem: problemAt(problems, 'present'),
  }
}

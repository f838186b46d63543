import type { SecondFactorStanding } from '../../db/secondFactors'
import { dayInWords } from '../../domain/collections/calendar'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { counted } from '../../domain/reading/counted'
import { problemAt, summaryOf } from '../forms'

export interface SecondFactorPage extends Page {
  readonly isOn: boolean
  readonly mayTurnOff: boolean
  readonly says: string
  readonly presentProblem: { readonly text: string } | undefined
}

interface Asked {
  readonly standing: SecondFactorStanding | undefined
  /** Whether everybody must have it. */
  readonly mustBe: boolean
  readonly problems: readonly Problem[]
}

/** How somebody's two-factor sign-in stands, and what they may do about it. */
export const secondFactorPage = ({ standing, mustBe, problems }: Asked): SecondFactorPage => ({
  title: 'Two-factor sign-in',
  backLink: { text: 'Your account', href: '/account' },
  problems: summaryOf(problems),
  state: [standing ? { kind: 'saved', text: 'On' } : { kind: 'plain', text: 'Off' }],
  isOn: standing !== undefined,
  mayTurnOff: standing !== undefined && !mustBe,
  says: standing
    ? `You sign in with your password and a code from your app, since ${dayInWords(standing.since)}. You have ${counted(standing.codesLeft, 'recovery code')} left, for when you do not have your app.`
    : 'You sign in with your password alone. With an app on your telephone that makes a new code every 30 seconds, whoever learns your password still cannot get in.',
  presentProblem: problemAt(problems, 'present'),
})

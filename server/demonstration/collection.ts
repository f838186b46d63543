import { endOfDay, londonInstant } from '../domain/collections/calendar'
import type { SurveyDefinition } from '../domain/survey/definition'
import type { RegisteredOrganisation } from '../domain/survey/register'
import { mhsw2019 } from '../surveys/mhsw2019'
import { mhsw2022 } from '../surveys/mhsw2022'
import { psw2019 } from '../surveys/psw2019'
import type { Census } from './census'
import { idOf } from './identity'

/** A survey that the demonstration shows, and its collection. */
export interface Shown {
  readonly definition: SurveyDefinition
  readonly census: Census
  /** The London Monday on which it opened. */
  readonly opensOn: string
  readonly collection: {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly opensAt: Date
    readonly cutoffAt: Date
  }
  /** What contributors were given, and until when. */
  readonly given: { readonly section: string; readonly dueOn: string; readonly note: string } | null
}

const days = {
  '2019': { opensOn: '2020-01-06', closesOn: '2020-02-10' },
  '2022': { opensOn: '2022-06-06', closesOn: '2022-07-11' },
} as const satisfies Record<Census, unknown>

const shown = (definition: SurveyDefinition, census: Census, given: Shown['given']): Shown => ({
  definition,
  census,
  opensOn: days[census].opensOn,
  collection: {
    id: idOf('collection', definition.code),
    code: definition.code,
    title: definition.title,
    opensAt: londonInstant(days[census].opensOn),
    cutoffAt: endOfDay(days[census].closesOn),
  },
  given,
})

/** Asked of every employer. Thornmere's contributor leads its AMHP service. */
export const socialWork = shown(mhsw2019, '2019', {
  section: 'f',
  dueOn: '2020-01-31',
  note: 'You lead the AMHP service.',
})
/** Its sister, asked of trusts and other providers. */
export const peerSupport = shown(psw2019, '2019', null)
/** Social work once more, two and a half years later: shown where the survey of 2019-20 is complete. */
export const socialWorkAgain = shown(mhsw2022, '2022', null)

/** Whether an employer is asked for a peer support return. */
export const isAskedOfPeers = ({ type }: Pick<RegisteredOrganisation, 'type'>): boolean => type !== 'local_authority'

/** The collection that the demonstration is about. */
export const { collection } = socialWork

const FIVE_MINUTES = 300_000

/** Five minutes past nine on a London day: the reminders due at nine have gone. */
const soonAfterNine = (day: string): Date => new Date(londonInstant(day, 9).getTime() + FIVE_MINUTES)

/** What time it is when the demonstration is loaded. */
export const startsAt = soonAfterNine('2020-01-27')
/** Until when the surveys of 2019-20 are told where every employer has submitted: a week after their cutoff. */
export const completeAt = soonAfterNine('2020-02-17')
/** What time it is when that is loaded: a week after the cutoff of the survey of 2022. */
export const startsCompleteAt = soonAfterNine('2022-07-18')

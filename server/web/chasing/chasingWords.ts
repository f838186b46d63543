import type { ListedAt } from '../../db/chasingFacts'
import type { WorklistRow } from '../../db/worklist'
import { contactKinds } from '../../domain/chasing/contacts'
import { shortDayAndMonth } from '../../domain/chasing/dayAndMonth'
import { ringing } from '../../domain/chasing/ringing'
import { isWeighed } from '../../domain/chasing/weighing'
import { londonDay } from '../../domain/collections/calendar'
import { letterKindInWords } from '../../domain/post/letter'
import type { HowFar } from '../../domain/returns/howFar'
import { isOutstanding } from '../../domain/returns/lifecycle'

/** Why an employer is to be rung now, or why not yet: "Large population (612,000), no reply to 2 letters". */
export function whyNow(row: WorklistRow, { done, of }: HowFar, { now, averages, upcoming }: ListedAt): string {
  if (upcoming) return ''
  const averagePopulation = (isWeighed(row.type) ? averages[row.type] : undefined) ?? null
  const questions = row.questions && { count: row.questions.count, since: new Date(row.questions.since) }
  const { reasons } = ringing({ ...row, questions, finished: done, of, averagePopulation }, now)
  const text = reasons.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** How the network was last in touch, with what and when: "Call, 24 Jan". */
export function lastTouch({ lastContactAt, lastContact, lastLetter }: WorklistRow): string {
  const written = lastLetter && { what: letterKindInWords(lastLetter.kind), at: new Date(lastLetter.at) }
  const spoken = lastContactAt && lastContact && { what: contactKinds[lastContact.kind], at: lastContactAt }
  const last = written && spoken ? (written.at > spoken.at ? written : spoken) : (written ?? spoken)
  return last ? `${last.what}, ${shortDayAndMonth(londonDay(last.at))}` : 'Not yet'
}

/** The promised day while the return is still to come. */
export function promiseWords({ status, promisedOn }: Pick<WorklistRow, 'status' | 'promisedOn'>, now: Date): string {
  if (promisedOn === null || !isOutstanding(status)) return ''
  const today = londonDay(now)
  if (promisedOn === today) return `${shortDayAndMonth(promisedOn)}, today`
  return promisedOn < today ? `${shortDayAndMonth(promisedOn)}, passed` : shortDayAndMonth(promisedOn)
}

import { daysBetween, londonDay } from '../collections/calendar'
import { isOutstanding, type ReturnStatus } from '../returns/lifecycle'
import { dayAndMonth } from './dayAndMonth'

/** What was promised of a return: kept, to come, today, or passed and by how long. Undefined where nothing was. */
export function promiseInWords(
  { promisedOn, status }: { readonly promisedOn: string | null; readonly status: ReturnStatus },
  now: Date,
): string | undefined {
  if (promisedOn === null) return undefined
  const said = `Promised for ${dayAndMonth(promisedOn)}`
  if (!isOutstanding(status)) return `${said}.`
  const over = daysBetween(promisedOn, londonDay(now))
  if (over === 0) return `${said}, which is today.`
  return over < 0
    ? `${said}.`
    : `${said}: that passed ${over === 1 ? 'yesterday' : `${over} days ago`}, and it is not in.`
}

import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { lockCollection, setDates } from '../db/collections'
import { insertRegisterEvent } from '../db/registerEvents'
import { inTransaction } from '../db/transaction'
import { cutoffInWords, dayInWords, endOfDay, londonDay, londonInstant } from '../domain/collections/calendar'
import { differencesOf } from '../domain/register/registerEvents'
import type { Services } from '../services'

interface ChangeCollectionDates {
  readonly code: string
  /** London dates, YYYY-MM-DD: opens as its day begins, and the last day counts whole. */
  readonly opensDay: string
  readonly lastDay: string
  readonly reason: string
  /** The administrator. */
  readonly by: string
  readonly arrival: Arrival
}

export type DatesChanged =
  | { readonly kind: 'changed'; readonly cutoffAt: Date }
  /** The last day is over: nothing that was saved since may turn out to be late. */
  | { readonly kind: 'closes_in_the_past' }
  | { readonly kind: 'closes_before_it_opens' }
  /** It has opened: people have been told so. */
  | { readonly kind: 'opened_already' }
  | { readonly kind: 'not_found' }

/** Moves when a collection opens or closes for everybody. Whoever has more time of their own keeps it. */
export const changeCollectionDates = ({ db }: Pick<Services, 'db'>, dates: ChangeCollectionDates) =>
  inTransaction<DatesChanged>(db, async (tx) => {
    const found = await lockCollection(tx, dates.code)
    if (!found) return { kind: 'not_found' }
    const now = await decideNow(tx, dates.arrival)
    // A day that is not changed keeps its hour.
    const opensAt = dates.opensDay === londonDay(found.opensAt) ? found.opensAt : londonInstant(dates.opensDay)
    const cutoffAt = endOfDay(dates.lastDay)
    if (opensAt.getTime() !== found.opensAt.getTime() && found.opensAt <= now) return { kind: 'opened_already' }
    if (cutoffAt <= opensAt) return { kind: 'closes_before_it_opens' }
    if (cutoffAt <= now) return { kind: 'closes_in_the_past' }
    await setDates(tx, found.id, { opensAt, cutoffAt })
    const changes = differencesOf(inWords(found), inWords({ opensAt, cutoffAt }), { opens: 'Opens', closes: 'Closes' })
    const event = { kind: 'dates_changed', about: found.title, personId: dates.by, decidedAt: now } as const
    await insertRegisterEvent(tx, { ...event, detail: { changes, reason: dates.reason } })
    return { kind: 'changed', cutoffAt }
  })

const inWords = ({ opensAt, cutoffAt }: { readonly opensAt: Date; readonly cutoffAt: Date }) => ({
  opens: dayInWords(opensAt),
  closes: cutoffInWords(cutoffAt),
})

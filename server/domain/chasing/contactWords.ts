import type { ContactKind, LateReason } from './contacts'
import { lateReasons } from './contacts'
import { dayAndMonth } from './dayAndMonth'

interface Told {
  readonly kind: ContactKind
  readonly said: string
  readonly spokeTo: string | null
  readonly reason: LateReason | null
  readonly promisedOn: string | null
  readonly noPromise: boolean
  readonly corrects: number | null
}

export interface ContactWords {
  /** What somebody did, as it follows their name: "rang Petra Lowe". */
  readonly did: string
  readonly more: readonly string[]
}

const deeds = {
  call: (whom: string | null) => (whom === null ? 'rang' : `rang ${whom}`),
  email: (whom: string | null) => (whom === null ? 'wrote an email' : `wrote an email to ${whom}`),
  note: (whom: string | null) => (whom === null ? 'made a note' : `made a note about ${whom}`),
} as const satisfies Record<ContactKind, (whom: string | null) => string>

/** A call, an email or a note, in words. */
export const contactWords = ({ kind, said, spokeTo, reason, ...told }: Told): ContactWords => ({
  did: told.corrects === null ? deeds[kind](spokeTo) : 'corrected an earlier note',
  more: [
    said,
    ...(told.promisedOn === null ? [] : [`Promised for ${dayAndMonth(told.promisedOn)}.`]),
    ...(told.noPromise ? ['What was promised before no longer stands.'] : []),
    ...(reason === null
      ? []
      : [`Why it is late: ${lateReasons[reason].charAt(0).toLowerCase()}${lateReasons[reason].slice(1)}.`]),
  ],
})

import { cutoffInWords, timeLeft } from '../domain/collections/calendar'
import { returnCutoff, type Openness } from '../domain/collections/opening'
import { fillableSections } from '../domain/returns/standing'
import type { SurveyDefinition } from '../domain/survey/definition'

/** What every letter about a return says of it. */
export interface AboutReturn {
  readonly returnId: string
  readonly organisation: string
  readonly collection: string
  /** The last moment, half-open; null where nothing is open any more. */
  readonly cutoffAt: Date | null
  /** When the letter is written. */
  readonly now: Date
  /** Where links begin, without a slash at the end. */
  readonly publicUrl: string
}

/** A return as it was found. */
interface Found {
  readonly id: string
  readonly organisation: { readonly name: string }
  readonly collection: { readonly title: string }
  readonly openness: Openness
  readonly now: Date
}

/** What a letter says of a return as it was found. */
export const aboutReturn = (found: Found, definition: SurveyDefinition, publicUrl: string): AboutReturn => ({
  returnId: found.id,
  organisation: found.organisation.name,
  collection: found.collection.title,
  cutoffAt: returnCutoff(found.openness, fillableSections(definition)),
  now: found.now,
  publicUrl,
})

/** The address of the return, or of one of its pages. */
export const pageOf = ({ publicUrl, returnId }: AboutReturn, page = ''): string =>
  `${publicUrl}/returns/${returnId}${page}`

/** The return of Eastvale Council for “Mental health social work workforce survey 2019-20” */
export const returnOf = ({ organisation, collection }: AboutReturn): string =>
  `The return of ${organisation} for “${collection}”`

/** 11:59pm on Monday 10 February 2020, in 14 days; undefined where nothing is open any more. */
export function byWhen({ cutoffAt, now }: AboutReturn): string | undefined {
  if (cutoffAt === null) return undefined
  const left = timeLeft(cutoffAt, now)
  return left ? `${cutoffInWords(cutoffAt)}, ${left}` : cutoffInWords(cutoffAt)
}

/** What a sentence about the last moment says, or nothing where there is none. */
export function closes(about: AboutReturn, says: (when: string) => string): string[] {
  const when = byWhen(about)
  return when === undefined ? [] : [says(when)]
}

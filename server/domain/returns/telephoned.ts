import { momentInWords } from '../collections/calendar'
import type { Address } from '../survey/cells'
import type { Section, SurveyDefinition } from '../survey/definition'
import { atlasOf } from '../survey/places'
import { counted } from '../reading/counted'

/** An answer that was given by telephone: who of the network entered it, and when. */
export interface Telephoned {
  readonly address: Address
  readonly by: string
  readonly at: Date
}

/** Those of one section. */
export const telephonedOf = (
  telephoned: readonly Telephoned[],
  { code }: Pick<Section, 'code'>,
  definition: SurveyDefinition,
): Telephoned[] => telephoned.filter(({ address }) => atlasOf(definition).place(address)?.section.code === code)

/** "2 answers were entered by telephone by Ada Quill, at 2:05pm on Monday 3 February 2020"; undefined where there are none. */
export function telephonedWords(telephoned: readonly Telephoned[]): string | undefined {
  const last = telephoned.reduce<Date | undefined>((at, each) => (!at || each.at > at ? each.at : at), undefined)
  if (!last) return undefined
  const by = [...new Set(telephoned.map((each) => each.by))]
  const count = counted(telephoned.length, 'answer was', 'answers were')
  const lastly = telephoned.length === 1 ? 'at' : 'last at'
  return `${count} entered by telephone by ${by.join(' and ')} of the network, ${lastly} ${momentInWords(last)}`
}

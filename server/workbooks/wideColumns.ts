import { answersOf } from '../domain/exports/answers'
import type { Exported } from '../domain/exports/exported'
import { explanationAddress } from '../domain/survey/explanations'
import type { Address } from '../domain/survey/cells'
import type { Section, SurveyDefinition } from '../domain/survey/definition'
import { entriesIn, placesOf } from '../domain/survey/places'
import { saidWritten } from './answerColumns'

/** The highest number an entry of each list has, by the list's code. */
export type HighestEntries = Readonly<Record<string, number>>

/** The addresses of a section, a column for each: a list has one for itself and some for every entry. */
export const sectionAddresses = (section: Section, highest: HighestEntries): Address[] => [
  ...section.questions.flatMap((question) => {
    if (question.shape !== 'list') return placesOf({ question, section }).map(({ address }) => address)
    const entries = Array.from({ length: highest[question.code] ?? 0 }, (_, at) => at + 1)
    return [question.code, ...placesOf({ question, section }, entries).map(({ address }) => address)]
  }),
  ...section.rules.filter(({ level }) => level === 'soft').map(({ code }) => explanationAddress(code)),
]

/** What one submission says in some sections, by address. Of a list that has entries, how many. */
export function saidByAddress(
  exported: Exported,
  definition: SurveyDefinition,
  within = definition.sections,
): Map<Address, string | number> {
  const said = new Map(answersOf(exported, definition, within).map((each) => [each.address, saidWritten(each.said)]))
  for (const { questions } of within) {
    for (const question of questions) {
      const named = entriesIn(question, exported.cells).length
      if (named > 0 && !said.has(question.code)) said.set(question.code, named)
    }
  }
  return said
}

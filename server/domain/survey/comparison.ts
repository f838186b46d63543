import type { Box } from '../kinds'
import type { Address } from './cells'
import type { Question, SurveyDefinition } from './definition'
import { placesOf } from './places'

/** What is another from one collection of a survey to the next. */
export interface Comparison {
  /** Addresses only the later one has, and only the earlier one had; those of a list have `*` for the entry. */
  readonly came: readonly Address[]
  readonly went: readonly Address[]
  /** Options of a choice that both ask, as `question: value`. */
  readonly optionsCame: readonly string[]
  readonly optionsWent: readonly string[]
  /** Words of what both have that are no longer the same. A code keeps its meaning, so these want a second look. */
  readonly reworded: readonly Rewording[]
}

export interface Rewording {
  /** The question, or a row, a column or an option of it. */
  readonly of: string
  readonly part: 'label' | 'hint' | 'unit'
  /** Empty where there was, or is, none. */
  readonly before: string
  readonly after: string
}

/** Sets a later collection's definition beside an earlier one's. */
export function compareDefinitions(earlier: SurveyDefinition, later: SurveyDefinition): Comparison {
  const [before, after] = [inventoryOf(earlier), inventoryOf(later)]
  return {
    came: missingFrom(before.addresses, after.addresses),
    went: missingFrom(after.addresses, before.addresses),
    optionsCame: missingFrom(before.options, after.options).filter((option) => before.asks(option)),
    optionsWent: missingFrom(after.options, before.options).filter((option) => after.asks(option)),
    reworded: [...before.words].flatMap(([key, word]) => {
      const now = after.words.get(key)
      return now === undefined || now.says === word.says ? [] : [rewording(word, now.says)]
    }),
  }
}

interface Word {
  readonly of: string
  readonly part: Rewording['part']
  readonly says: string
}

const rewording = ({ of, part, says }: Word, after: string): Rewording => ({ of, part, before: says, after })

interface Inventory {
  readonly addresses: ReadonlySet<Address>
  readonly options: ReadonlySet<string>
  readonly words: ReadonlyMap<string, Word>
  /** Whether it asks the question an option is of. */
  readonly asks: (option: string) => boolean
}

function inventoryOf({ sections }: SurveyDefinition): Inventory {
  const found = sections.flatMap((section) => section.questions.map((question) => ({ section, question })))
  const questions = found.map(({ question }) => question)
  const codes = new Set(questions.map(({ code }) => code))
  return {
    addresses: new Set(
      found.flatMap((each) =>
        placesOf(each, [1]).map(({ address }) => (each.question.shape === 'list' ? anyEntry(address) : address)),
      ),
    ),
    options: new Set(questions.flatMap((question) => optionsOf(question).map(({ of }) => of))),
    words: new Map(questions.flatMap(wordsOf).map((word) => [`${word.of} ${word.part}`, word])),
    asks: (option) => codes.has(option.split(/[.:]/)[0] ?? ''),
  }
}

const anyEntry = (address: Address): Address => address.replace('.1.', '.*.')

const missingFrom = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...other].filter((each) => !one.has(each))

const wordsOf = (question: Question): Word[] => [
  { of: question.code, part: 'label', says: question.label },
  { of: question.code, part: 'hint', says: question.hint ?? '' },
  { of: question.code, part: 'unit', says: question.unit ?? '' },
  ...partsOf(question).map(([of, says]): Word => ({ of, part: 'label', says })),
  ...optionsOf(question),
]

/** Its rows and columns, by address. */
function partsOf(question: Question): [string, string][] {
  const rows = question.shape === 'table' ? question.rows : []
  const columns = question.shape === 'single' ? [] : question.columns
  return [
    ...rows.map(({ code, label }): [string, string] => [`${question.code}.${code}`, label]),
    ...columns.map(({ code, label }): [string, string] => [columnAddress(question, code), label]),
  ]
}

const columnAddress = ({ shape, code }: Question, column: string): string =>
  [code, ...(shape === 'row' ? [] : ['*']), ...(column === '' ? [] : [column])].join('.')

const optionsOf = (question: Question): Word[] =>
  question.shape === 'single'
    ? optionsIn(question.code, question.box)
    : question.columns.flatMap(({ code, box }) => optionsIn(columnAddress(question, code), box))

const optionsIn = (where: string, box: Box): Word[] =>
  box.kind === 'choice' || box.kind === 'choices'
    ? box.options.map(({ value, label }) => ({ of: `${where}: ${value}`, part: 'label', says: label }))
    : []

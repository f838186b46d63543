import type { FoundCollection } from '../../db/collections'
import type { ExtendableNarrowing, ExtendableReturn } from '../../db/openingsList'
import { cutoffInWords, daysLater, endOfDay, lastDay } from '../../domain/collections/calendar'
import { statuses } from '../../domain/returns/lifecycle'
import type { Problem } from '../../domain/survey/readSection'
import { definitionOf } from '../../surveys'
import { problemAt, type Typed } from '../forms'
import { narrowingFields, selectsOf } from './narrowing'
import { counted } from '../../domain/reading/counted'

/** So many organisations are offered at once; narrowed, the others come up. */
export const MOST_OFFERED = 500

type Message = { readonly text: string } | undefined

interface Option {
  readonly value: string
  readonly text: string
  readonly checked: boolean
  readonly hint?: { readonly text: string }
}

/** The form by which an administrator gives many organisations more time. */
export interface Chooser {
  readonly path: string
  readonly q: string
  readonly selects: ReturnType<typeof selectsOf>
  readonly action: string
  readonly kept: ReturnType<typeof narrowingFields>
  readonly found: string
  readonly options: readonly Option[]
  readonly returnsProblem: Message
  /** Ticks all of those offered. */
  readonly all: Option
  readonly until: string
  readonly untilHint: string
  readonly untilProblem: Message
  readonly reason: string
  readonly reasonProblem: Message
  readonly sections: readonly Option[]
  readonly sectionsProblem: Message
  readonly isOpen: boolean
}

/** What was sent and could not be read. */
export interface ChooserTyped {
  readonly typed: Typed
  readonly returns: readonly string[]
  readonly sections: readonly string[]
  readonly problems: readonly Problem[]
}

interface Seen {
  readonly collection: FoundCollection
  readonly offered: readonly ExtendableReturn[]
  readonly narrowing: ExtendableNarrowing
}

/** The form that chooses whom to give more time, with what was sent. */
export function chooserOf({ collection, offered, narrowing }: Seen, sent: ChooserTyped | undefined): Chooser {
  const path = `/network/collections/${collection.code}/openings`
  const problems = sent?.problems ?? []
  const example = daysLater(lastDay(collection.cutoffAt), 4)
  const kept = narrowingFields(narrowing)
  return {
    path,
    q: narrowing.q,
    selects: selectsOf(narrowing),
    action: `${path}/chosen`,
    kept,
    found: foundWords(offered),
    options: offered.map((each) => optionOf(each, sent?.returns ?? [])),
    returnsProblem: problemAt(problems, 'returns'),
    all: { value: 'yes', text: `All ${offered.length} listed here`, checked: sent?.typed.all === 'yes' },
    until: sent?.typed.until ?? '',
    untilHint: `The whole of that day counts: ${example} means until ${cutoffInWords(endOfDay(example))}.`,
    untilProblem: problemAt(problems, 'until'),
    reason: sent?.typed.reason ?? '',
    reasonProblem: problemAt(problems, 'reason'),
    sections: definitionOf(collection.code)
      .sections.filter(({ filledBy }) => filledBy === undefined)
      .map(({ code, title }) => ({
        value: code,
        text: `${code.toUpperCase()}  ${title}`,
        checked: sent?.sections.includes(code) ?? false,
      })),
    sectionsProblem: problemAt(problems, 'sections'),
    isOpen: sent !== undefined || kept.length > 0,
  }
}

function foundWords({ length }: readonly ExtendableReturn[]): string {
  if (length === 0) return 'No organisation is all of this and can be given more time. Show all, or search for less.'
  if (length === MOST_OFFERED) return `The first ${MOST_OFFERED} organisations. Narrow the list to see the others.`
  return `${counted(length, 'organisation')} can be given more time.`
}

const optionOf = ({ id, name, code, status, untilAt }: ExtendableReturn, ticked: readonly string[]): Option => ({
  value: id,
  text: `${name} (${code})`,
  checked: ticked.includes(id),
  hint: { text: `${statuses[status]}${untilAt === null ? '' : `. Has more time until ${cutoffInWords(untilAt)}`}` },
})

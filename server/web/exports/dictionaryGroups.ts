import type { Entry } from '../../domain/exports/dictionary'
import { readable } from '../../domain/kinds/number'

interface RuleLink {
  readonly code: string
  readonly href: string
}

/** One thing that a question counts, or its answer, in a column of its own. */
interface Part {
  /** "People"; "Answer" where there is one. */
  readonly name: string
  readonly given: string
  readonly rules: readonly RuleLink[]
}

/** A question with all its addresses: what is the same of them is said once. */
export interface Group {
  readonly id: string
  readonly wording: string
  /** What it is about, how to answer it and when it is asked. */
  readonly facts: readonly string[]
  readonly parts: readonly Part[]
  /** Each line of the question with its addresses, one for each part; '' where a part has none there. */
  readonly rows: readonly { readonly line: string; readonly addresses: readonly string[] }[]
}

/** Entries by their questions, in the order they are in. `ruleHref` says where a rule is read. */
export function groupsOf(entries: readonly Entry[], ruleHref: (code: string) => string): Group[] {
  const questions = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = questionIn(entry)
    questions.set(key, [...(questions.get(key) ?? []), entry])
  }
  return [...questions].map(([key, all]) => groupOf(key, all, ruleHref))
}

const questionIn = ({ address }: Entry): string => address.split('.')[0] ?? ''

function groupOf(key: string, all: readonly Entry[], ruleHref: (code: string) => string): Group {
  const names = [...new Set(all.map(({ column }) => column))]
  const [first] = all
  return {
    id: `question-${key.replaceAll(/[^\w-]/g, '-')}`,
    wording: first?.wording ?? '',
    facts: [`${aboutWords(first?.reference ?? '')} ${first?.hint ?? ''}`.trim(), askedOf(all)].filter(
      (fact) => fact !== '',
    ),
    parts: names.map((name) => partOf(name, all, ruleHref)),
    rows: [...new Set(all.map(({ line }) => line))].map((line) => ({
      line: line === '' ? 'Address' : line,
      addresses: names.map((name) => all.find((each) => each.line === line && each.column === name)?.address ?? ''),
    })),
  }
}

const aboutWords = (reference: string): string =>
  reference === '' ? '' : `${reference.charAt(0).toUpperCase()}${reference.slice(1)}.`

/** When a question is asked; of one whose lines are asked one by one, of the line in question. */
function askedOf(all: readonly Entry[]): string {
  const words = all.map(({ address, routing }) => {
    const [, row] = address.split('.')
    return row === undefined ? routing : routing.replaceAll(`.${row})`, ', the same line)')
  })
  return [...new Set(words)].filter((each) => each !== '').join(' ')
}

function partOf(name: string, all: readonly Entry[], ruleHref: (code: string) => string): Part {
  const mine = all.filter(({ column }) => column === name)
  const codes = new Set(mine.flatMap(({ rules }) => rules.map(({ code }) => code)))
  return {
    name: name === '' ? 'Answer' : name,
    given: [...new Set(mine.map(givenWords))].join(' Or: '),
    rules: [...codes].map((code) => ({ code, href: ruleHref(code) })),
  }
}

const answerings: Readonly<Record<Entry['answering'], string>> = {
  required: 'required',
  optional: 'may be left empty',
  prefilled: 'from the register',
  calculated: 'worked out',
  explanation: 'required where the rule does not hold',
}

function givenWords(entry: Entry): string {
  const { type, unit, options, answering, mayBeUncollected, upTo, calculation } = entry
  const parts = [
    type,
    rangeWords(entry),
    unit,
    options.replaceAll(' | ', ', '),
    answerings[answering],
    mayBeUncollected ? 'may be not collected' : '',
    upTo === '' ? '' : `no more than ${upTo}`,
    calculation === '' ? '' : `as ${calculation}`,
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

function rangeWords({ least, most, places = 0, type }: Entry): string {
  if (most === undefined) return ''
  const to = `${readable(least ?? 0, places)} to ${readable(most, places)}`
  if (type === 'organisation') return most === 1 ? '' : `up to ${most}`
  if (type !== 'text') return to
  return least === most ? `${most} characters` : `${to} characters`
}

import { cutoffInWords, endOfDay, londonDay, daysLater } from '../../domain/collections/calendar'
import type { OpeningKind } from '../../domain/collections/opening'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Link } from '../chrome'
import { problemAt } from '../forms'
import type { OpeningTyped } from '../openingForm'

type Message = { readonly text: string } | undefined

/** A form by which an administrator opens a return, as the page prints it. */
export interface OpeningFields {
  readonly kind: OpeningKind
  readonly heading: string
  readonly about: string
  readonly action: string
  readonly button: string
  readonly until: string
  readonly untilHint: string
  readonly untilProblem: Message
  readonly reason: string
  readonly reasonProblem: Message
  readonly sectionsProblem: Message
  readonly sections: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[]
  readonly isOpen: boolean
}

const texts = {
  reopening: {
    heading: 'Reopen this return',
    about:
      'The employer can change what you choose and sign again. What was submitted stands until then. It locks again by itself.',
    button: 'Reopen',
  },
  extension: {
    heading: 'Give more time',
    about: 'The employer can go on with what you choose after the collection has closed. It locks again by itself.',
    button: 'Give more time',
  },
} as const satisfies Record<OpeningKind, object>

/** What was typed into it the last time, and what was wrong with that, if this is the form that was sent. */
export function openingFields(
  kind: OpeningKind,
  { id, now }: { readonly id: string; readonly now: Date },
  definition: SurveyDefinition,
  sent: OpeningTyped | undefined,
): OpeningFields {
  const example = daysLater(londonDay(now), 4)
  const problems = sent?.problems ?? []
  return {
    kind,
    ...texts[kind],
    action: `/network/returns/${id}/${kind}`,
    until: sent?.typed.until ?? '',
    untilHint: `The whole of that day counts: ${example} means until ${cutoffInWords(endOfDay(example))}.`,
    untilProblem: problemAt(problems, 'until'),
    reason: sent?.typed.reason ?? '',
    reasonProblem: problemAt(problems, 'reason'),
    sectionsProblem: problemAt(problems, 'sections'),
    sections: definition.sections
      .filter(({ filledBy }) => filledBy === undefined)
      .map(({ code, title }) => ({
        value: code,
        text: `${code.toUpperCase()}  ${title}`,
        checked: sent?.sections.includes(code) ?? false,
      })),
    isOpen: sent !== undefined,
  }
}

/** Problems as the summary at the top of the page lists them, each with the box of its own form. */
export const openingProblems = (kind: OpeningKind, { problems }: OpeningTyped): Link[] =>
  problems.map(({ address, says }) => ({ text: says, href: `#${kind}-${address}` }))

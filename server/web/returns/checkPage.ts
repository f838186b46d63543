import type { OwnReturn } from '../../db/foundReturn'
import { checkReturn, isReady, type SectionCheck } from '../../domain/survey/progress'
import type { Place } from '../../domain/survey/places'
import type { Sheet } from '../../domain/survey/sheet'
import { answersOf, type QuestionAnswers } from './answers'
import type { Names } from '../../domain/reading/cellInWords'
import { whySectionNotAsked } from './because'
import { counted } from '../../domain/reading/counted'
import { nextStep, type Step } from './nextStep'
import { closingWords, whyShut } from './openWords'
import { ruleView, type RuleView } from './section/ruleViews'
import { sectionWords, type SectionWords } from './sectionWords'
import { savedState, type StateLine } from './stateWords'
import { summaryOf } from './tasksPage'

/** Everything that has been answered, and everything that is left, each with its link. */
export interface CheckPage {
  readonly title: string
  readonly caption: string
  readonly state: readonly StateLine[]
  readonly problems: readonly Left[]
  readonly closes: string
  readonly summary: string
  /** What is left, section by section; empty where nothing is. */
  readonly left: readonly Left[]
  readonly step: Step
  readonly sections: readonly CheckedSection[]
  readonly tasks: string
}

export interface Left {
  readonly text: string
  readonly href: string
}

export interface CheckedSection {
  readonly id: string
  readonly letter: string
  readonly title: string
  readonly href: string
  readonly words: SectionWords
  readonly notAsked: string | undefined
  readonly gaps: readonly Left[]
  readonly rules: readonly (RuleView & { readonly href: string })[]
  readonly answers: readonly QuestionAnswers[]
}

interface Checking {
  readonly sheet: Sheet
  readonly names: Names
  /** Somebody pressed "Send for signature" although it is not ready. */
  readonly tooSoon: boolean
}

/** Every answer of a return, what is missing, what cannot be so and what wants a word, each with its link. */
export function checkPage(found: OwnReturn, { sheet, names, tooSoon }: Checking): CheckPage {
  const all = checkReturn(sheet)
  const checks = all.filter(({ section }) => found.assigned?.includes(section.code) ?? true)
  const sections = checks.map((check) => checkedSection(check, found, sheet, names))
  const left = checks.filter((check) => !isReady(check)).map((check) => leftIn(check, sheet))
  return {
    title: 'Check the whole return',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    state: [savedState(found)],
    problems: tooSoon ? left : [],
    closes: closingWords(found, sheet.definition),
    summary: summaryOf(checks, sheet),
    left,
    step: stepFrom(found, sheet, all.every(isReady)),
    sections,
    tasks: `/returns/${found.id}`,
  }
}

/** From here on only to sign, or to send for signature. */
function stepFrom(found: OwnReturn, sheet: Sheet, ready: boolean): Step {
  const step = nextStep(found, { sheet, isReady: ready })
  const leadsHere = step.lead?.kind === 'link' && step.lead.href.endsWith('/check')
  return leadsHere ? { ...step, lead: undefined } : step
}

function leftIn(check: SectionCheck, sheet: Sheet): Left {
  const { code, title } = check.section
  const words = sectionWords(check, sheet).text
  return { text: `${code.toUpperCase()}  ${title}: ${words}`, href: `#check-${code}` }
}

function checkedSection(check: SectionCheck, found: OwnReturn, sheet: Sheet, names: Names): CheckedSection {
  const { section } = check
  const href = `/returns/${found.id}/sections/${section.code}`
  const words = sectionWords(check, sheet)
  const isAsked = words.mark !== 'none'
  const canChange = whyShut(found, section) === undefined
  const filling = { found, section, sheet, check, names, typed: {}, problems: [] }
  return {
    id: `check-${section.code}`,
    letter: section.code.toUpperCase(),
    title: section.title,
    href,
    words,
    notAsked: isAsked
      ? undefined
      : `Not asked, because ${whySectionNotAsked(section, { sheet, assigned: found.assigned })}.`,
    gaps: [...gapsIn(check, href), ...beyondIn(check, href)],
    rules: check.broken.map((broken) => ({ ...ruleView(broken, filling), href: `${href}#rule-${broken.rule.code}` })),
    answers: isAsked ? answersOf(section, sheet, { names, canChange, returnId: found.id }) : [],
  }
}

/** Boxes not answered, question by question; the link leads to the first of them. */
function gapsIn({ missing }: SectionCheck, href: string): Left[] {
  const byQuestion = new Map<string, Place[]>()
  for (const place of missing)
    byQuestion.set(place.question.code, [...(byQuestion.get(place.question.code) ?? []), place])
  return [...byQuestion.values()].flatMap((places) => {
    const [first] = places
    if (!first) return []
    const { label } = first.question
    const text =
      first.question.shape === 'single' ? label : `${label} (${counted(places.length, 'box', 'boxes')} not answered)`
    return [{ text, href: `${href}#${first.address}` }]
  })
}

const beyondIn = ({ beyond }: SectionCheck, href: string): Left[] =>
  beyond.map(({ place, says }) => ({ text: says, href: `${href}#${place.address}` }))

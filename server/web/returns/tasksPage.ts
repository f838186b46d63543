import type { Assignment } from '../../db/assignments'
import type { OwnReturn } from '../../db/foundReturn'
import { londonInstant } from '../../domain/collections/calendar'
import { telephonedOf, telephonedWords, type Telephoned } from '../../domain/returns/telephoned'
import { checkReturn, isReady, type SectionCheck } from '../../domain/survey/progress'
import type { Sheet } from '../../domain/survey/sheet'
import { whySectionNotAsked } from './because'
import type { BenchmarksLine } from './benchmarksLine'
import { counted } from '../../domain/reading/counted'
import { essentialsOf, type Essentials } from './essentials'
import type { HeldPart } from './heldPart'
import type { LatePanel } from './latePanel'
import { nextStep, type Step } from './nextStep'
import { closingWords, onlyOpen } from './openWords'
import { isLeftEmpty, sectionWords, type SectionWords } from './sectionWords'
import { savedState, type StateLine } from './stateWords'
import { waysFrom, type Ways } from './waysFrom'

/** The sections of a return, with where each one stands and what comes next. */
export interface TasksPage {
  readonly title: string
  readonly caption: string
  readonly state: readonly StateLine[]
  readonly id: string
  readonly closes: string
  readonly status: string
  readonly summary: string
  readonly tasks: readonly Task[]
  readonly step: Step
  readonly essentials: Essentials | undefined
  /** That the network asks about figures. */
  readonly asked: { readonly text: string; readonly href: string } | undefined
  /** What was typed too late and can be put in. */
  readonly late: readonly LatePanel[]
  readonly held: HeldPart | undefined
  readonly benchmarks: BenchmarksLine | undefined
  readonly ways: readonly Ways[]
}

export interface Task {
  readonly code: string
  readonly letter: string
  readonly title: string
  /** Undefined where the section is not asked. */
  readonly href: string | undefined
  readonly about: string | undefined
  readonly words: SectionWords
}

/** What is known of the sections besides what is in them: who was given them, and what was given by telephone. */
interface Beside {
  readonly assignments: readonly Assignment[]
  readonly telephoned: readonly Telephoned[]
  /** Questions about figures that wait for an answer. */
  readonly asked: number
}

/** What a person sees of a return: all of it, or, of a contributor, only the sections they were given. */
export function tasksPage(
  found: OwnReturn,
  sheet: Sheet,
  beside: Beside,
): Omit<TasksPage, 'late' | 'held' | 'benchmarks'> {
  const all = checkReturn(sheet)
  const checks = all.filter(({ section }) => found.assigned?.includes(section.code) ?? true)
  return {
    title: found.collection.title,
    caption: found.organisation.name,
    state: [savedState(found)],
    id: found.id,
    closes: closingWords(found, sheet.definition),
    status: statusWords(found),
    summary: [onlyWords(found, sheet), summaryOf(checks, sheet)].join(' ').trim(),
    tasks: saidOnce(checks.map((check) => taskOf(check, found, sheet, beside))),
    step: nextStep(found, { sheet, isReady: all.every(isReady) }),
    essentials: essentialsOf(found, sheet),
    asked: askedWords(found, beside.asked),
    ways: waysFrom(found, sheet),
  }
}

/** "Only sections B and E can be changed. The others can be read." */
function onlyWords(found: OwnReturn, { definition }: Sheet): string {
  const open = onlyOpen(found, definition)
  if (!open) return ''
  const listed = open.length === 1 ? open.join('') : `${open.slice(0, -1).join(', ')} and ${open.at(-1) ?? ''}`
  return `Only ${open.length === 1 ? 'section' : 'sections'} ${listed} can be changed. The others can be read.`
}

const askedWords = ({ id }: OwnReturn, asked: number): TasksPage['asked'] =>
  asked === 0
    ? undefined
    : { text: `The network asks about ${counted(asked, 'figure')}`, href: `/returns/${id}/queries` }

/** Sections that are not asked for the same reason as one above them do not say it again. */
const saidOnce = (tasks: readonly Task[]): Task[] =>
  tasks.map((task, at) =>
    task.href === undefined && tasks.slice(0, at).some(({ href, about }) => href === undefined && about === task.about)
      ? { ...task, about: undefined }
      : task,
  )

function taskOf(
  check: SectionCheck,
  { id, assigned }: OwnReturn,
  sheet: Sheet,
  { assignments, telephoned }: Beside,
): Task {
  const { code, title } = check.section
  const words = sectionWords(check, sheet)
  const isAsked = words.mark !== 'none'
  const given = assigned === null ? assignments.filter(({ section }) => section === code) : []
  const entered = telephonedWords(telephonedOf(telephoned, check.section, sheet.definition)) ?? []
  return {
    code,
    letter: code.toUpperCase(),
    title,
    href: isAsked ? `/returns/${id}/sections/${code}` : undefined,
    about: isAsked
      ? given.map(givenWords).concat(entered).join('; ') || undefined
      : `Because ${whySectionNotAsked(check.section, { sheet, assigned })}`,
    words,
  }
}

const dayMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long' })

const givenWords = ({ name, dueOn }: Assignment): string =>
  dueOn === null ? name : `${name}, by ${dayMonth.format(londonInstant(dueOn, 12))}`

/** "You have finished 9 of 14 sections. 2 figures need an explanation." */
export function summaryOf(checks: readonly SectionCheck[], sheet: Sheet): string {
  const asked = checks.filter((check) => check.progress.status !== 'not_applicable' && !isLeftEmpty(check, sheet))
  const done = asked.filter(({ progress }) => progress.status.startsWith('complete'))
  const toExplain = asked.reduce((sum, { progress }) => sum + progress.soft - progress.explained, 0)
  const wrong = asked.reduce((sum, { progress }) => sum + progress.hard, 0)
  return [
    `You have finished ${done.length} of ${counted(asked.length, 'section')}.`,
    ...(wrong > 0 ? [`${counted(wrong, 'figure')} must be put right.`] : []),
    ...(toExplain > 0 ? [`${counted(toExplain, 'figure needs', 'figures need')} an explanation.`] : []),
  ].join(' ')
}

const statuses = {
  not_started: 'Not started',
  in_progress: 'In progress',
  awaiting_signature: 'Waiting for signature',
  submitted: 'Submitted',
  reopened: 'Reopened: your last submission stands until you submit again',
  nil: 'Submitted: there are none',
  covered: 'Covered by another organisation’s return',
  declined: 'Your organisation declined to take part',
  no_longer_required: 'No longer required',
} as const

/** How a return stands, in words. */
export const statusWords = ({ status, coveredBy }: Pick<OwnReturn, 'status' | 'coveredBy'>): string =>
  status === 'covered' && coveredBy !== null ? `Covered by the joint return of ${coveredBy}` : statuses[status]

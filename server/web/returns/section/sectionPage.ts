import type { FoundReturn, OwnReturn } from '../../../db/foundReturn'
import type { Refusal } from '../../../domain/returns/lifecycle'
import { hasOrganisations } from '../../../domain/survey/definition'
import type { Problem } from '../../../domain/survey/readSection'
import { sectionsToFill } from '../../../domain/survey/progress'
import { sectionStanding } from '../../../domain/survey/routing'
import { answersOf, type QuestionAnswers } from '../answers'
import { whySectionNotAsked } from '../because'
import { shutWords, whyShut } from '../openWords'
import { leftToDo } from '../sectionWords'
import { savedState, type StateLine } from '../stateWords'
import { asksOf } from './asks'
import { blocksOf, type Block } from './blocks'
import { assignedIn, pathOf, type Filling } from './filling'
import { idOf } from './notCollected'
import { notesOf, telephoneNote } from './notes'
import { rulesOfSection, rulesOpen, type RuleView } from './ruleViews'
import { unchangedNote } from './unchanged'

export interface PageProblem {
  readonly text: string
  readonly href: string
}

interface Head {
  readonly title: string
  readonly caption: string
  readonly state: readonly StateLine[]
  readonly problems: readonly PageProblem[]
}

/** One section of a return: to fill in, or only to read. */
export interface SectionPage extends Head {
  readonly id: string
  readonly action: string
  readonly tasks: string
  readonly version: number
  readonly intro: string | undefined
  /** What to know that is longer: folded away. */
  readonly guidance: readonly string[]
  /** Why it can only be read; undefined where it can be filled in. */
  readonly shut: readonly string[] | undefined
  readonly isLocked: boolean
  /** Whether the script of the page saves box by box. */
  readonly savesItself: boolean
  /** Set for the network's people: that they act for somebody else, and where they only read. */
  readonly onBehalf: { readonly says: string; readonly read: string } | undefined
  /** Something to know before changing anything. */
  readonly warning: string | undefined
  readonly notAsked: string | undefined
  readonly blocks: readonly Block[]
  readonly answers: readonly QuestionAnswers[]
  readonly rules: readonly RuleView[]
  /** What must be put right or explained, with where it stands. */
  readonly open: readonly PageProblem[]
  readonly organisations: readonly string[]
  /** What to know of the whole section: what is shared, what may be left out. */
  readonly notes: readonly string[]
  /** Changes when what is asked changes, so that the script knows to draw the page anew. */
  readonly asks: string
  readonly next: { readonly title: string; readonly href: string } | undefined
}

/** A section as one of an employer's people sees it, or somebody of the network who fills it in on their behalf. */
export function sectionPage(found: FoundReturn | OwnReturn, filling: Filling): SectionPage {
  const { section, sheet, problems, staffRole } = filling
  const because = whyShut(found, section, staffRole)
  const path = pathOf(found, staffRole)
  const standing = sectionStanding(section, sheet)
  const isNotAsked = standing === 'none' || standing === 'not_asked'
  return {
    id: found.id,
    title: section.title,
    caption: `Section ${section.code.toUpperCase()}, ${found.organisation.name}`,
    state: stateOf(found, filling, because),
    problems: problems.map(pageProblem),
    ...onwardsOf(found, filling),
    version: found.version,
    ...introOf(section),
    shut: because && shutWords(because, found, section.code),
    isLocked: because === 'locked',
    savesItself: staffRole === undefined,
    onBehalf: staffRole && onBehalfWords(found, `${path}/sections/${section.code}?read=1`),
    warning: because ? undefined : warningOf(found),
    notAsked: isNotAsked
      ? `This section is not asked, because ${whySectionNotAsked(section, { sheet, assigned: assignedIn(found) })}.`
      : undefined,
    ...(isNotAsked ? nothing : because ? toRead(found, filling) : toFill(filling)),
    asks: asksOf(filling),
  }
}

export type Onwards = Pick<SectionPage, 'action' | 'tasks' | 'next'>

/** Where somebody can go from a section. */
export function onwardsOf(found: FoundReturn | OwnReturn, filling: Following): Onwards {
  const tasks = pathOf(found, filling.staffRole)
  return { action: `${tasks}/sections/${filling.section.code}`, tasks, next: nextSection(found, filling) }
}

type Following = Pick<Filling, 'section' | 'sheet' | 'staffRole'>

const onBehalfWords = ({ organisation: { name } }: FoundReturn, read: string) => ({
  says: `You enter what ${name} tells you by telephone. It is kept with your name, they see that it was given by telephone, and they still sign.`,
  read,
})

/** At most this long, the first paragraph stands open. */
const SHORT = 260

/** What to know before starting: the first paragraph where it is short, the others folded under "What counts?". */
function introOf({ intro = [] }: Filling['section']): Pick<SectionPage, 'intro' | 'guidance'> {
  const [first, ...others] = intro
  return first !== undefined && first.length <= SHORT
    ? { intro: first, guidance: others }
    : { intro: undefined, guidance: intro }
}

type Content = Pick<SectionPage, 'blocks' | 'answers' | 'rules' | 'open' | 'organisations' | 'notes'>

const nothing: Content = { blocks: [], answers: [], rules: [], open: [], organisations: [], notes: [] }

const toRead = ({ id }: FoundReturn, filling: Filling): Content => ({
  ...nothing,
  answers: answersOf(filling.section, filling.sheet, { names: filling.names, canChange: false, returnId: id }),
  notes: telephoneNote(filling),
})

const toFill = (filling: Filling): Content => ({
  ...nothing,
  blocks: blocksOf(filling),
  rules: [...unchangedNote(filling), ...rulesOfSection(filling)],
  notes: notesOf(filling),
  open: rulesOpen(filling),
  organisations: suggestions(filling),
})

const stateOf = (found: FoundReturn, { check }: Filling, because: Refusal | undefined): StateLine[] =>
  because === 'locked' ? [{ kind: 'locked', text: 'Locked' }] : [savedState(found), ...leftToDo(check)]

/** Where a problem is put right: ids cannot hold the marks that names do. */
export const pageProblem = ({ address, says }: Problem): PageProblem => ({ text: says, href: `#${idOf(address)}` })

const warningOf = ({ status }: FoundReturn): string | undefined =>
  status === 'awaiting_signature'
    ? 'This return is waiting for signature. Any change takes it back to draft, and it must be sent for signature again.'
    : undefined

const suggestions = ({ section, names }: Filling): string[] => {
  return section.questions.some(hasOrganisations) ? [...names].map(([code, name]) => `${name} (${code})`) : []
}

/** The next section this person can fill in. */
function nextSection(found: FoundReturn | OwnReturn, { section, sheet, staffRole }: Following): SectionPage['next'] {
  const assigned = assignedIn(found)
  const sections = sectionsToFill(sheet).filter(({ code }) => assigned?.includes(code) ?? true)
  const at = sections.findIndex(({ code }) => code === section.code)
  const next = sections.slice(at + 1).find((each) => {
    const standing = sectionStanding(each, sheet)
    return standing === 'asked' || standing === 'undetermined'
  })
  return next && { title: next.title, href: `${pathOf(found, staffRole)}/sections/${next.code}` }
}

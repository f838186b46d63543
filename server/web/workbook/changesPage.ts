import type { Compared } from './compared'
import { mergedNotes, type MergedNote } from './mergedNotes'
import { shutWords, type Shut } from './shutWords'
import { captionOf } from './startPage'
import type { OwnReturn } from '../../db/foundReturn'
import type { Upload } from '../../db/uploads'
import { momentInWords } from '../../domain/collections/calendar'
import { cellAtInWords } from '../../domain/reading/cellInWords'
import { labelAt } from '../../domain/reading/labels'
import { actorOf } from '../../domain/returns/actor'
import { judgedSections } from '../../domain/returns/editing'
import type { Address, Cell } from '../../domain/survey/cells'
import type { Conflict } from '../../domain/survey/conflicts'
import type { Section } from '../../domain/survey/definition'
import type { Link } from '../chrome'
import { counted } from '../../domain/reading/counted'
import { doingOf, sectionOf } from '../../workbooks/comparison'

/** Everything a file would change, before anything is kept. */
export interface ChangesPage {
  readonly title: string
  readonly caption: string
  readonly backLink: Link
  readonly problems: readonly Link[]
  readonly summary: readonly string[]
  readonly again: string
  readonly action: string
  readonly upload: string
  readonly version: number
  readonly sections: readonly SectionChanges[]
  /** Something can be put back now. */
  readonly canApply: boolean
  /** Why nothing of it can be put back, where that is the same for all of it. */
  readonly shut: Shut | undefined
  /** Where more time can be asked for, which takes along what is held apart. */
  readonly ask: string | undefined
  readonly unreadable: readonly MergedNote[]
  readonly remarks: readonly MergedNote[]
  readonly strays: readonly string[]
}

interface SectionChanges {
  readonly code: string
  readonly id: string
  readonly heading: string
  readonly isTicked: boolean
  readonly isShut: boolean
  /** Why it cannot be changed now, and what becomes of what the file says; undefined where that is said of all at once. */
  readonly shut: Shut | undefined
  readonly changes: readonly {
    readonly label: string
    readonly doing: string
    readonly now: string
    readonly then: string
  }[]
  readonly clashes: readonly Clash[]
}

interface Clash {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly mine: Side
  readonly theirs: Side
}

interface Side {
  readonly text: string
  readonly by: string
  readonly isChosen: boolean
}

/** What was chosen on the page, where it comes back. */
export interface Chosen {
  readonly sections: readonly string[]
  readonly choices: ReadonlyMap<Address, string>
  readonly problems: readonly { readonly address: Address; readonly says: string }[]
}

const doings = { added: 'Added', changed: 'Changed', cleared: 'Cleared' } as const

/** The name of the box in which somebody chooses between two values of a cell. */
export const choiceName = (address: Address): string => `choose!${address}`

/** The id of that choice on the page; an address may have characters an id may not. */
export const clashId = (address: Address): string => `choose-${address.replaceAll(/[^\w.-]/g, '-')}`

/** Every cell that an uploaded file would change, with what it says now and who changed it since. */
export function changesPage(found: OwnReturn, upload: Upload, compared: Compared, chosen?: Chosen): ChangesPage {
  const sections = compared.draft.sections
    .map((section) => sectionChanges(section, found, compared, chosen))
    .filter(({ changes, clashes }) => changes.length + clashes.length > 0)
  const shut = saidOfAll(sections)
  return {
    title: 'What your spreadsheet would change',
    caption: captionOf(found),
    backLink: { text: 'Choose another file', href: `/returns/${found.id}/workbook` },
    problems: (chosen?.problems ?? []).map(({ address, says }) => ({ text: says, href: `#${address}` })),
    summary: summaryOf(upload, compared),
    again: `/returns/${found.id}/workbook`,
    action: `/returns/${found.id}/workbook/confirmation`,
    upload: upload.id,
    version: found.version,
    sections: shut ? sections.map((section) => ({ ...section, shut: undefined })) : sections,
    shut,
    canApply: sections.some(({ isShut }) => !isShut),
    ask: sections.some(({ shut }) => shut?.isHeld) ? `/returns/${found.id}/reopening-requests` : undefined,
    unreadable: mergedNotes(compared.unreadable),
    remarks: mergedNotes(compared.remarks),
    strays: [
      ...upload.file.strays.map(({ sheet, says }) => `Sheet “${sheet}” ${says}.`),
      ...compared.absent.map(
        ({ code, title }) => `Nothing of section ${code.toUpperCase()}, ${title}, is in the file. It stays as it is.`,
      ),
    ],
  }
}

function saidOfAll(sections: readonly SectionChanges[]): Shut | undefined {
  const [first] = sections
  return sections.every(({ shut }) => shut !== undefined && shut.says === first?.shut?.says) ? first?.shut : undefined
}

function summaryOf({ name, file }: Upload, { changes, conflicts, unreadable, draft }: Compared): string[] {
  const doing = Object.entries(changes).map(([address, cell]) => doingOf(draft.kept[address], cell))
  const many = (what: keyof typeof doings) => `${doing.filter((each) => each === what).length} ${what}`
  const whole =
    doing.length === 0
      ? 'Nothing would change that has not also been changed on the pages.'
      : `${counted(doing.length, 'answer')} would change: ${many('added')}, ${many('changed')}, ${many('cleared')}.`
  return [
    `This is what “${name}” would change.`,
    ...(doing.length + conflicts.length === 0
      ? ['Everything in it is as it is in the return, so nothing would change.']
      : ['Nothing of it is part of the return yet.', whole]),
    ...(conflicts.length === 0
      ? []
      : [
          `${counted(conflicts.length, 'answer')} ${conflicts.length === 1 ? 'has' : 'have'} been changed on the pages as well since ${file.kind === 'csv' ? 'you sent the file' : 'you downloaded it'}. Choose for each which one to keep.`,
        ]),
    ...(unreadable.length === 0
      ? []
      : [`${counted(unreadable.length, 'cell')} could not be read and would change nothing.`]),
  ]
}

function sectionChanges(section: Section, found: OwnReturn, compared: Compared, chosen?: Chosen): SectionChanges {
  const { sheet, kept, names } = compared.draft
  const told = { definition: sheet.definition, names }
  const [judged] = judgedSections(found, [section], actorOf(found, undefined)).shut
  const isIn = (address: Address) => sectionOf(address, sheet)?.code === section.code
  const changes = Object.entries(compared.changes).filter(([address]) => isIn(address))
  const conflicts = compared.conflicts.filter(({ address }) => isIn(address))
  return {
    code: section.code,
    id: `section-${section.code}`,
    heading: `${section.code.toUpperCase()}. ${section.title}: ${counted(changes.length + conflicts.length, 'answer')}`,
    isShut: judged !== undefined,
    isTicked: judged === undefined && (chosen === undefined || chosen.sections.includes(section.code)),
    shut: judged && shutWords(judged.because, found, { code: section.code, isHeld: compared.held.has(section.code) }),
    changes: [
      ...changes.map(([address, cell]) => changeRow(address, kept[address], cell, told)),
      ...(judged ? conflicts.map(({ address, mine }) => changeRow(address, kept[address], mine, told)) : []),
    ],
    // Where nothing can be put back, nothing is to be chosen.
    clashes: judged ? [] : conflicts.map((conflict) => clashOf(conflict, chosen, told)),
  }
}

type Told = Parameters<typeof cellAtInWords>[2]

/** What stands at an address, or that nothing does. */
const standsAt = (address: Address, cell: Cell | null | undefined, told: Told): string =>
  cellAtInWords(address, cell, told) ?? 'Nothing'

const changeRow = (address: Address, was: Cell | undefined, becomes: Cell | null, told: Told) => ({
  label: labelAt(address, told.definition),
  doing: doings[doingOf(was, becomes)],
  now: standsAt(address, was, told),
  then: standsAt(address, becomes, told),
})

function clashOf({ address, mine, theirs, by, at }: Conflict, chosen: Chosen | undefined, told: Told): Clash {
  const choice = chosen?.choices.get(address)
  return {
    id: clashId(address),
    name: choiceName(address),
    what: labelAt(address, told.definition),
    mine: { text: standsAt(address, mine, told), by: 'In your spreadsheet', isChosen: choice === 'mine' },
    theirs: {
      text: standsAt(address, theirs, told),
      by: `On the page: ${by}, at ${momentInWords(at)}`,
      isChosen: choice === 'theirs',
    },
  }
}

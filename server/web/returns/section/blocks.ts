import { isEntered, type Column, type Question } from '../../../domain/survey/definition'
import { atlasOf } from '../../../domain/survey/places'
import { cellInWords } from '../../../domain/reading/cellInWords'
import { whyNotAsked } from '../because'
import { fieldAt, type Field } from './field'
import { assignedIn, type Filling } from './filling'
import { listBlock, type ListBlock } from './listBlock'
import { isChosen, notCollectedAt, type NotCollected } from './notCollected'
import { aboutWords, referenceWords } from './aboutWords'
import { askAbout, type AskLink } from './askAbout'
import { labelOf, rowOfQuestion, type EntryRow } from './rows'
import { columnHead, type ColumnHead } from './columnHead'
import { stillAt, type Still } from './still'
import { rulesBeside, type RuleView } from './ruleViews'
import { tableBlock, type TableBlock } from './tableBlock'
import { calculatedIn } from './totalRows'

/** What a section page is made of, one beneath the other. */
export type Block = SingleBlock | RowsBlock | TableBlock | ListBlock | GivenBlock | NotAskedBlock

/** One box. */
export interface SingleBlock {
  readonly kind: 'single'
  readonly id: string
  readonly label: string
  readonly about: string | undefined
  readonly field: Field
  readonly notCollected: NotCollected | undefined
  readonly isUncollected: boolean
  /** What was said last time of a fact that rarely changes, until somebody has said whether it is still so. */
  readonly still: Still | undefined
  readonly ask: AskLink | undefined
  readonly rules: readonly RuleView[]
}

/** Questions with the same boxes side by side, one to a line. */
export interface RowsBlock {
  readonly kind: 'rows'
  readonly id: string
  readonly columns: readonly ColumnHead[]
  readonly hasNotCollected: boolean
  readonly about: string | undefined
  readonly rows: readonly EntryRow[]
  readonly rules: readonly RuleView[]
}

/** What the network filled in, or what was worked out. */
export interface GivenBlock {
  readonly kind: 'given'
  readonly id: string
  readonly lines: readonly {
    readonly id: string
    readonly label: string
    readonly hint: string | undefined
    readonly text: string
    readonly shown: string | undefined
  }[]
}

/** What is not asked, and why. */
export interface NotAskedBlock {
  readonly kind: 'not_asked'
  readonly id: string
  readonly says: string
}

/** A run of questions that stand in one block. */
interface Run {
  readonly kind: 'rows' | 'given' | 'not_asked' | 'alone'
  readonly key: string
  readonly questions: readonly Question[]
}

/** The blocks of a section, in reading order. Questions of other types of organisation are not there at all. */
export const blocksOf = (filling: Filling): Block[] => runsOf(filling).map((run) => blockOf(run, filling))

function runsOf(filling: Filling): Run[] {
  const { type } = filling.sheet.register.organisation
  const runs: Run[] = []
  for (const question of filling.section.questions) {
    if (question.organisations && !question.organisations.includes(type)) continue
    const { kind, key } = runOf(question, filling)
    const last = runs.at(-1)
    if (last && kind !== 'alone' && last.kind === kind && last.key === key) {
      runs[runs.length - 1] = { ...last, questions: [...last.questions, question] }
    } else runs.push({ kind, key, questions: [question] })
  }
  return runs
}

function runOf(question: Question, { found, section, sheet }: Filling): Pick<Run, 'kind' | 'key'> {
  const standing = sheet.standing({ question, section })
  if (standing === 'none' || standing === 'not_asked') {
    return { kind: 'not_asked', key: whyNotAsked(question, section, { sheet, assigned: assignedIn(found) }) }
  }
  if (question.shape === 'single' && !isEntered(question)) return { kind: 'given', key: '' }
  if (question.shape !== 'row') return { kind: 'alone', key: '' }
  return { kind: 'rows', key: `${question.reference ?? ''} ${columnsKey(question.columns)}` }
}

const columnsKey = (columns: readonly Column[]): string =>
  columns.map(({ code, label }) => `${code} ${label}`).join(' ')

function blockOf({ kind, key, questions }: Run, filling: Filling): Block {
  const [first] = questions
  if (!first) throw new Error('A run of questions has at least one')
  switch (kind) {
    case 'not_asked':
      return { kind, id: `not-asked-${first.code}`, says: notAskedWords(questions, key) }
    case 'given':
      return { kind, id: `given-${first.code}`, lines: questions.map((question) => givenLine(question, filling)) }
    case 'rows':
      return rowsBlock(questions, filling)
    case 'alone':
      return aloneBlock(first, filling)
  }
}

function aloneBlock(question: Question, filling: Filling): Block {
  if (question.shape === 'table') return tableBlock(question, filling)
  if (question.shape === 'list') return listBlock(question, filling)
  return singleBlock(question, filling)
}

function singleBlock(question: Question, filling: Filling): SingleBlock {
  const place = atlasOf(filling.sheet.definition).place(question.code)
  if (!place) throw new Error(`The question '${question.code}' has no box of its own`)
  const notCollected = notCollectedAt(place, filling)
  return {
    kind: 'single',
    id: question.code,
    label: labelOf(question, filling),
    about: aboutWords(question, filling.sheet),
    field: fieldAt(place, filling),
    notCollected,
    isUncollected: isChosen(notCollected),
    still: stillAt(question, filling),
    ask: askAbout(question, filling),
    rules: rulesBeside([question], filling),
  }
}

function rowsBlock(questions: readonly Question[], filling: Filling): RowsBlock {
  const rows = questions.flatMap((question) => (question.shape === 'row' ? [rowOfQuestion(question, filling)] : []))
  const [first] = questions
  return {
    kind: 'rows',
    id: `rows-${first?.code ?? ''}`,
    columns: first?.shape === 'row' ? first.columns.map(columnHead) : [],
    hasNotCollected: rows.some(({ notCollected }) => notCollected.length > 0),
    about: first && referenceWords(first, filling.sheet),
    rows,
    rules: rulesBeside(questions, filling),
  }
}

function givenLine(question: Question, { sheet, names }: Filling): GivenBlock['lines'][number] {
  const { code, label, hint } = question
  const place = atlasOf(sheet.definition).place(code)
  const calculated = question.answering === 'calculated' ? calculatedIn(question, sheet)[code] : undefined
  const given = place && cellInWords(place.box, sheet.cells[code], names)
  // What is said of how a code is written is no use where it is only read.
  const about = question.unit === undefined ? undefined : hint
  return { id: code, label, hint: about, text: calculated ?? given ?? 'We hold none', shown: calculated && code }
}

const notAskedWords = (questions: readonly Question[], because: string): string =>
  `Not asked: ${questions.map(({ label }) => `“${label}”`).join(', ')}, because ${because}.`

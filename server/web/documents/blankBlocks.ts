import type { Box } from '../../domain/kinds'
import { isEntered, type Column, type Question, type Section } from '../../domain/survey/definition'
import type { Sheet } from '../../domain/survey/sheet'
import { givesWords } from '../../workbooks/givesWords'
import { askedWords } from './askedWords'

/** Room for the answers of one question, or of several under the same columns. */
export interface BlankBlock {
  readonly id: string
  readonly label: string
  /** When it is asked; then what day it is about, what it means, and what may be written: a paragraph each. */
  readonly about: readonly string[]
  /** What it can be chosen from. */
  readonly options: readonly string[]
  /** One answer is written in words or figures. */
  readonly hasLine: boolean
  readonly columns: readonly { readonly label: string; readonly gives: string }[]
  readonly rows: readonly { readonly label: string; readonly about: readonly string[] }[]
}

/** So many empty lines of a list that grows. */
const LINES = 6

/** What we hold of what the register can tell. */
type Held = (code: string, box: Box) => string

/** Room for the answers of a section, in reading order. Questions of other types of organisation are not there. */
export function blankBlocks(section: Section, sheet: Sheet, held: Held): BlankBlock[] {
  const { type } = sheet.register.organisation
  const blocks: BlankBlock[] = []
  for (const question of section.questions) {
    if (question.organisations && !question.organisations.includes(type)) continue
    const block = blankBlock(question, sheet, held)
    const last = blocks.at(-1)
    if (last && isSameTable(last, block)) blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...block.rows] }
    else blocks.push(block)
  }
  return blocks
}

/** Questions whose boxes stand side by side are the lines of one table. */
const isSameTable = (one: BlankBlock, other: BlankBlock): boolean =>
  one.label === '' && other.label === '' && headings(one) === headings(other)

const headings = ({ columns }: BlankBlock): string => columns.map(({ label, gives }) => `${label} ${gives}`).join()

function blankBlock(question: Question, sheet: Sheet, held: Held): BlankBlock {
  const { code, label } = question
  const plain = { id: code, options: [], hasLine: false, columns: [], rows: [] }
  switch (question.shape) {
    case 'single':
      return { ...plain, label, ...singleRoom(question, sheet, held) }
    case 'row': {
      const rows = [{ label, about: aboutWords(question, sheet) }]
      return { ...plain, label: '', about: [], columns: headsOf(question), rows }
    }
    case 'table':
      return {
        ...plain,
        label,
        about: aboutWords(question, sheet),
        columns: headsOf(question),
        rows: question.rows.map(lineOf),
      }
    case 'list':
      return {
        ...plain,
        label,
        about: aboutWords(question, sheet, `Up to ${question.most} lines.`),
        columns: headsOf(question),
        rows: numbersTo(Math.min(LINES, question.most)).map((at) => lineOf({ label: `${question.entry} ${at}` })),
      }
  }
}

const lineOf = ({ label }: { readonly label: string }) => ({ label, about: [] })

const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

type Room = Pick<BlankBlock, 'about' | 'options' | 'hasLine'>

function singleRoom(question: Question & { readonly shape: 'single' }, sheet: Sheet, held: Held): Room {
  const { box, code, answering } = question
  const nothing = { options: [], hasLine: false }
  if (answering === 'prefilled') return { ...nothing, about: [`We hold: ${held(code, box)}`] }
  if (answering === 'calculated') return { ...nothing, about: aboutWords(question, sheet, 'Worked out for you.') }
  return 'options' in box
    ? {
        about: aboutWords(question, sheet, box.kind === 'choice' ? 'Tick one.' : ''),
        options: optionsOf(box),
        hasLine: false,
      }
    : { about: aboutWords(question, sheet, ended(givesWords(box))), options: [], hasLine: true }
}

const optionsOf = (box: Extract<Box, { options: unknown }>): string[] => box.options.map(({ label }) => label)

const headsOf = (question: Question & { readonly columns: readonly Column[] }): BlankBlock['columns'] =>
  question.columns.map(({ label, box }) => ({
    label: label === '' ? 'Answer' : label,
    gives: isEntered(question) ? columnGives(box) : 'Worked out for you',
  }))

const columnGives = (box: Box): string => ('options' in box ? optionsOf(box).join(' / ') : givesWords(box))

/** When it is asked; and "On 30 September 2019. Main role of each person. A whole number, 0 to 999." */
function aboutWords(question: Question, sheet: Sheet, gives = ''): string[] {
  const { reference, hint, when, answering, mayBeUncollected } = question
  const day = reference === undefined ? undefined : sheet.definition.references[reference]
  const about = [
    day === undefined ? '' : ended(upper(day)),
    hint === undefined ? '' : ended(hint),
    gives,
    answering === 'optional' ? 'You may leave this empty.' : '',
    mayBeUncollected ? uncollectedWords(mayBeUncollected, question) : '',
  ].filter((part) => part !== '')
  return [askedWords(when, sheet) ?? '', about.join(' ')].filter((part) => part !== '')
}

const uncollectedWords = (which: true | readonly string[], question: Question): string => {
  const named =
    'columns' in question && which !== true ? question.columns.filter(({ code }) => which.includes(code)) : []
  return named.length === 0
    ? 'May be not collected.'
    : `May be not collected: ${named.map(({ label }) => label).join(', ')}.`
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const ended = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)

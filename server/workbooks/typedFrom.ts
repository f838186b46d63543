import { answerText } from './answerText'
import type { SentCell, SentFile, SentLine } from '../domain/returns/sentFile'
import { isNumeric, typedAs, type Box } from '../domain/kinds'
import { isReason, reasons, type Cells } from '../domain/survey/cells'
import { placeLabel } from '../domain/reading/labels'
import { isEntered, type SurveyDefinition } from '../domain/survey/definition'
import { explainedRule, LONGEST_EXPLANATION, SHORTEST_EXPLANATION } from '../domain/survey/explanations'
import { atlasOf, type Place } from '../domain/survey/places'

/** Something about one cell of the file: where it stands, and what is to be said of it. */
export interface CellNote {
  readonly sheet: string
  readonly ref: string
  readonly says: string
  /** Which answer it is, where it is one. */
  readonly what?: string
}

/** A file as the survey understands it: what a page would have sent, and where each part of it stands. */
export interface TypedFile {
  readonly typed: Readonly<Record<string, string>>
  /** Where in the file an address stands. */
  readonly standsAt: ReadonlyMap<string, Pick<CellNote, 'sheet' | 'ref'>>
  readonly unreadable: readonly CellNote[]
  /** Values that were taken from formulas, and those that were rounded. */
  readonly remarks: readonly CellNote[]
}

interface Reading {
  readonly definition: SurveyDefinition
  readonly kept: Cells
  /** The sections that are this person's. */
  readonly sections: ReadonlySet<string>
}

interface ReadingFile extends Reading {
  readonly kind: SentFile['kind']
}

/** Reads every line as the survey would have it. */
export function typedFrom({ kind, lines }: Pick<SentFile, 'kind' | 'lines'>, told: Reading): TypedFile {
  const reading = { ...told, kind }
  const read = withoutTwins(lines).map((line) => ({ line, ...named(readLine(line, reading), line, reading) }))
  return {
    typed: Object.fromEntries(read.flatMap(({ typed }) => Object.entries(typed))),
    standsAt: new Map(read.map(({ line }) => [line.address.replace(/!nc$/, ''), standing(line)])),
    unreadable: [...twinsIn(lines), ...read.flatMap(({ unreadable }) => unreadable)],
    remarks: read.flatMap(({ remarks }) => remarks),
  }
}

/** What is said of a line, with the name of the answer it is. */
function named(read: LineRead, { address }: SentLine, { definition, sections }: Reading): LineRead {
  const place = atlasOf(definition).place(address.replace(/!nc$/, ''))
  if (!place || !sections.has(place.section.code)) return read
  const what = placeLabel(place)
  const withName = (note: CellNote) => ({ ...note, what })
  return { ...read, unreadable: read.unreadable.map(withName), remarks: read.remarks.map(withName) }
}

const standing = ({ sheet, answer }: SentLine) => ({ sheet, ref: answer.ref })

const saysOf = ({ answer, reason }: SentLine): string => `${answer.kind} ${answer.text}\n${reason?.text ?? ''}`

/** Lines whose address is told once, or each time with the same answer. */
function withoutTwins(lines: readonly SentLine[]): SentLine[] {
  const first = new Map<string, SentLine>()
  const differing = new Set<string>()
  for (const line of lines) {
    const before = first.get(line.address)
    if (!before) first.set(line.address, line)
    else if (saysOf(before) !== saysOf(line)) differing.add(line.address)
  }
  return [...first.values()].filter(({ address }) => !differing.has(address))
}

function twinsIn(lines: readonly SentLine[]): CellNote[] {
  const kept = new Set(withoutTwins(lines).map(({ address }) => address))
  return lines
    .filter(({ address }) => !kept.has(address))
    .map((line) => ({
      ...standing(line),
      says: `has the address ${line.address}, which is in the file more than once with different answers. Keep one of them.`,
    }))
}

interface LineRead {
  readonly typed: Readonly<Record<string, string>>
  readonly unreadable: readonly CellNote[]
  readonly remarks: readonly CellNote[]
}

const nothing: LineRead = { typed: {}, unreadable: [], remarks: [] }

const unreadable = (line: SentLine, says: string): LineRead => ({
  ...nothing,
  unreadable: [{ ...standing(line), says }],
})

const explanation = { kind: 'text', min: SHORTEST_EXPLANATION, max: LONGEST_EXPLANATION, long: true } as const

function readLine(line: SentLine, reading: ReadingFile): LineRead {
  const rule = explainedRule(line.address)
  return rule === undefined ? readPlaceLine(line, reading) : readExplanation(line, rule, reading)
}

function readExplanation(line: SentLine, rule: string, { definition, sections }: Reading): LineRead {
  const owner = definition.sections.find(({ rules }) => rules.some(({ code }) => code === rule))
  return owner && sections.has(owner.code) ? readAnswer(line, explanation) : unknown(line)
}

function readPlaceLine(line: SentLine, reading: ReadingFile): LineRead {
  const { definition, sections, kept } = reading
  const address = line.address.replace(/!nc$/, '')
  const atlas = atlasOf(definition)
  const found = atlas.question(address)
  if (!found || !sections.has(found.section.code)) return unknown(line)
  if (line.address !== address) return readShortReason(line, address)
  if (found.question.shape === 'list' && found.question.code === address) return reasonOnly(line)
  const place = atlas.place(address)
  if (!place) return unknown(line)
  return isEntered(place.question) ? readEntered(line, place, reading) : readOnly(line, place, kept)
}

/** Without the column of reasons, an empty answer does not say whether it is still not collected. */
function readEntered(line: SentLine, { address, box }: Place, { kind, kept }: ReadingFile): LineRead {
  const saysNothing = kind === 'workbook' && line.reason === undefined && line.answer.kind === 'blank'
  return saysNothing && kept[address]?.state === 'not_collected' ? unreadable(line, LOST_REASON) : readAnswer(line, box)
}

const LOST_REASON = 'is empty, and the column “Not collected: why” of its sheet is gone: it stays not collected.'

const unknown = (line: SentLine): LineRead =>
  unreadable(line, `has the address ${line.address.slice(0, 80)}, which is not among the answers you can give.`)

function readAnswer(line: SentLine, box: Box): LineRead {
  const read = answerText(line.answer, box)
  if (!read.ok) return unreadable(line, read.says)
  const typed = { [line.address]: read.text, ...typedReason(line) }
  return { ...nothing, typed, remarks: remarksOn(line, read.rounded === true, read.text) }
}

function remarksOn(line: SentLine, rounded: boolean, text: string): CellNote[] {
  if (!line.answer.formula) return []
  if (!rounded) return [{ ...standing(line), says: 'is a formula: the value it had when the file was saved is used.' }]
  const says = `is a formula: ${line.answer.text}, the value it had when the file was saved, is used as ${text}.`
  return [{ ...standing(line), says }]
}

const typedReason = ({ address, reason }: SentLine): Record<string, string> =>
  reason ? { [`${address}!nc`]: reasonMeant(reason) } : {}

/** A reason by its code, or as the drop-down words it. */
function reasonMeant({ text }: SentCell): string {
  const given = text.trim()
  const meant = Object.entries(reasons).find(([, label]) => label.toLowerCase() === given.toLowerCase())
  return meant?.[0] ?? (isReason(given.toLowerCase()) ? given.toLowerCase() : given)
}

const readShortReason = ({ answer }: SentLine, address: string): LineRead => ({
  ...nothing,
  typed: { [`${address}!nc`]: reasonMeant(answer) },
})

function reasonOnly(line: SentLine): LineRead {
  if (line.answer.kind !== 'blank' && !line.reason) return unknown(line)
  if (line.answer.kind !== 'blank') return unreadable(line, 'is for the whole list, which has no answer of its own.')
  return { ...nothing, typed: typedReason(line) }
}

/** What the network fills in is compared, so that nobody believes they have changed it; totals follow by themselves. */
function readOnly(line: SentLine, place: Place, kept: Cells): LineRead {
  if (place.question.answering === 'calculated') return nothing
  const cell = kept[place.address]
  const read = answerText(line.answer, place.box)
  const filled = cell?.state === 'value' ? typedAs(place.box, cell.value) : ''
  const same = read.ok && isSame(place.box, read.text.trim(), filled)
  return same ? nothing : unreadable(line, 'is filled in by us and cannot be changed here.')
}

function isSame(box: Box, given: string, filled: string): boolean {
  if (isNumeric(box)) return Number(given.replaceAll(',', '')) === Number(filled) && (given === '') === (filled === '')
  const label = box.kind === 'choice' ? box.options.find(({ value }) => value === filled)?.label : undefined
  return given === filled || given === label
}

import { isNumeric, parse, type Box } from '../kinds'
import { isReason, matches, sameCell, valueCell, type Address, type Cell, type Cells, type Reason } from './cells'
import { isEntered, mayBeUncollected, type Question, type Section } from './definition'
import { explanationAddress, LONGEST_EXPLANATION, SHORTEST_EXPLANATION } from './explanations'
import { entriesIn, LAST_ENTRY, placesOf, type Place } from './places'

/** What a section would do to the cells already kept: write one, or (null) rub one out. Only what differs is here. */
export type Changes = Readonly<Record<Address, Cell | null>>

/** Something a person can put right in what they typed. */
export interface Problem {
  readonly address: Address
  readonly says: string
}

/** The fields of a form, of an autosave or of a workbook: text by address, lists where a name was repeated. */
export type Typed = Readonly<Record<string, unknown>>

export interface SectionRead {
  readonly changes: Changes
  readonly problems: readonly Problem[]
  /** Explanations given, by rule: what they are about is known only once the changes have been made. */
  readonly explanations: Readonly<Record<string, string>>
}

/**
 * Reads one section as it was typed, on a page or in a workbook. A field that was not sent is left alone; sent empty, it
 * clears; a box that cannot be read changes nothing: a draft may be incomplete, but it is never wrong.
 */
export function readSection(section: Section, typed: Typed, kept: Cells): SectionRead {
  const places = section.questions
    .filter(isEntered)
    .flatMap((question) => placesOf({ question, section }, entriesTyped(question, typed, kept)))
  const lists = section.questions.filter(({ shape }) => shape === 'list')
  const reads = [
    ...places.map((place) => readPlace(place, typed, kept[place.address])),
    ...lists.map((question) => readEmptyList(question, typed, kept)),
  ]
  const changes = Object.fromEntries(reads.flatMap((read) => Object.entries(read.change)))
  const problems = reads.flatMap(({ problem }) => problem ?? [])
  const blank = (address: Address) => !(address in changes ? changes[address] : kept[address])
  const filled = { ...fillUncollected(places, typed, blank), ...fillZero(places, typed, blank) }
  const said = readExplanations(section, typed)
  return {
    changes: onlyDifferent({ ...filled, ...changes }, filled, kept),
    problems: [...problems, ...said.problems],
    explanations: said.explanations,
  }
}

/** What a fill writes beats a box that was sent blank. */
const onlyDifferent = (all: Changes, filled: Changes, kept: Cells): Changes =>
  Object.fromEntries(Object.entries({ ...all, ...filled }).filter(([address, cell]) => !sameCell(cell, kept[address])))

/** The entries of a list that are kept, and those that have been typed. */
function entriesTyped(question: Question, typed: Typed, kept: Cells): number[] {
  if (question.shape !== 'list') return []
  const sent = Object.fromEntries(
    Object.keys(typed).map((name) => [name.replace(/!nc$/, ''), valueCell(true)] as const),
  )
  return entriesIn(question, { ...kept, ...sent }).filter((entry) => entry <= LAST_ENTRY)
}

interface Read {
  readonly change: Record<Address, Cell | null>
  readonly problem?: Problem
}

const nothing: Read = { change: {} }

function readPlace(place: Place, typed: Typed, kept: Cell | undefined): Read {
  const { address } = place
  const sent = textOf(typed[address], place.box)
  const reason = textOf(typed[`${address}!nc`])
  if (sent === undefined && reason === undefined) return nothing
  return readSent(place, sent ?? '', reason ?? '', sent === undefined ? kept : undefined)
}

/** `alone` is the cell kept where only the "not collected" part of a place was sent. */
function readSent(place: Place, sent: string, reason: string, alone: Cell | undefined): Read {
  if (reason !== '') return readReason(place, sent, reason)
  if (alone?.state === 'value') return nothing
  return sent === '' ? { change: { [place.address]: null } } : readText(place, sent)
}

/** "NC" in a box means not collected, where that may be said; the reason may follow it: "NC not_recorded". */
const NOT_COLLECTED = /^nc(?:[ :]+(?<reason>\w+))?$/i

function readText(place: Place, sent: string): Read {
  const short = NOT_COLLECTED.exec(sent)
  if (short && mayBeUncollected(place.question, place.column)) {
    return readReason(place, '', short.groups?.reason?.toLowerCase() ?? '')
  }
  const parsed = parse(place.box, sent)
  return parsed.ok
    ? { change: { [place.address]: valueCell(parsed.value) } }
    : problemAt(place, `${place.label} ${parsed.problem}.`)
}

function readReason(place: Place, sent: string, reason: string): Read {
  const { address, label } = place
  if (!mayBeUncollected(place.question, place.column)) {
    return problemAt(place, `${label} must be given: it cannot be “not collected”.`)
  }
  if (sent !== '' && sent.toUpperCase() !== 'NC') {
    return problemAt(place, `${label} has both a figure (${sent}) and “not collected”. Keep one of them.`)
  }
  if (!isReason(reason))
    return problemAt(place, `${label}: say why it is not collected. Choose a reason from the list.`)
  return { change: { [address]: { state: 'not_collected', reason } } }
}

const problemAt = ({ address }: Place, says: string): Read => ({ change: {}, problem: { address, says } })

/** A list for which nobody can be named is "not collected" as a whole, at its own address, while it has no entries. */
function readEmptyList(question: Question, typed: Typed, kept: Cells): Read {
  const reason = textOf(typed[`${question.code}!nc`])
  if (reason === undefined) return nothing
  if (reason === '') return kept[question.code] ? { change: { [question.code]: null } } : nothing
  if (!isReason(reason) || question.mayBeUncollected === undefined) return nothing
  if (entriesTyped(question, typed, kept).some((entry) => hasText(question, entry, typed))) {
    const says = `${question.label} has both entries and “not collected”. Keep one of them.`
    return { change: {}, problem: { address: question.code, says } }
  }
  return { change: { [question.code]: { state: 'not_collected', reason } } }
}

const hasText = (question: Question, entry: number, typed: Typed): boolean =>
  question.shape === 'list' &&
  question.columns.some(({ code }) => (textOf(typed[`${question.code}.${entry}.${code}`]) ?? '') !== '')

type Blank = (address: Address) => boolean

/** `q.*.wte!nc`, `q.row.*!nc` and `q.*!nc` fill every blank cell of a column, a row or a whole table. */
function fillUncollected(places: readonly Place[], typed: Typed, blank: Blank): Changes {
  const sets = Object.keys(typed).flatMap((name) => {
    const reason = textOf(typed[name])
    return name.endsWith('!nc') && name.includes('*') && isReason(reason)
      ? [{ pattern: name.slice(0, -'!nc'.length), reason }]
      : []
  })
  if (sets.length === 0) return {}
  return Object.fromEntries(
    places
      .filter(({ address, question, column }) => blank(address) && mayBeUncollected(question, column))
      .flatMap(({ address }) => {
        const set = sets.find(({ pattern }) => isIn(pattern, address))
        return set ? [[address, notCollected(set.reason)] as const] : []
      }),
  )
}

const notCollected = (reason: Reason): Cell => ({ state: 'not_collected', reason })

/** A last star takes in all that follows: `q.*` is the whole table. */
const isIn = (pattern: string, address: Address): boolean =>
  matches(pattern, address) ||
  (pattern.endsWith('.*') && address.startsWith(pattern.slice(0, -1)) && !pattern.slice(0, -2).includes('*'))

/** "Set remaining blanks to 0": pressed deliberately, for one question. */
function fillZero(places: readonly Place[], typed: Typed, blank: Blank): Changes {
  const code = textOf(typed['zero-fill'])
  if (code === undefined) return {}
  return Object.fromEntries(
    places
      .filter(({ address, question, box }) => question.code === code && isNumeric(box) && blank(address))
      .map(({ address }) => [address, valueCell(0)] as const),
  )
}

const explanationBox = { kind: 'text', min: SHORTEST_EXPLANATION, max: LONGEST_EXPLANATION, long: true } as const

function readExplanations({ rules }: Section, typed: Typed): Pick<SectionRead, 'explanations' | 'problems'> {
  const said = rules
    .map(({ code }) => ({ code, comment: lastText(typed[explanationAddress(code)]) }))
    .filter((each): each is { code: string; comment: string } => each.comment !== undefined)
  const problems = said.flatMap(({ code, comment }) => {
    const parsed = parse(explanationBox, comment)
    if (comment === '' || parsed.ok) return []
    return [{ address: explanationAddress(code), says: `An explanation ${parsed.problem}.` }]
  })
  const wrong = new Set(problems.map(({ address }) => address))
  const good = said.filter(({ code }) => !wrong.has(explanationAddress(code)))
  return { problems, explanations: Object.fromEntries(good.map(({ code, comment }) => [code, comment])) }
}

/** A field as text: trimmed; several choices with bars between; undefined where it was not sent. */
function textOf(sent: unknown, box?: Box): string | undefined {
  if (typeof sent === 'string') return sent.trim()
  if (!Array.isArray(sent)) return undefined
  const parts = sent.filter((part) => typeof part === 'string').map((part) => part.trim())
  const chosen = parts.filter((part) => part !== '')
  return isMany(box) ? chosen.join('|') : (chosen.at(-1) ?? '')
}

const isMany = (box: Box | undefined): boolean =>
  box?.kind === 'choices' || (box?.kind === 'organisation' && box.most !== undefined)

const lastText = (sent: unknown): string | undefined => textOf(sent)

import type { Box } from '../kinds'
import { remembered } from '../remembered'
import { matches, type Address, type Cells } from './cells'
import type { Column, Question, Row, Section, SurveyDefinition } from './definition'

/** Somewhere to put an answer: an address, what to call it, what may go in it, and what it is part of. */
export interface Place {
  readonly address: Address
  readonly label: string
  readonly box: Box
  readonly question: Question
  readonly section: Section
  /** The code of its row, or the number of its entry. */
  readonly row?: string
  /** The code of its column; '' where there is only one box. */
  readonly column: string
}

type Found = Pick<Place, 'question' | 'section'>

const fixed = new WeakMap<Section, Map<Question, readonly Place[]>>()

/** Every place a question has, in reading order; those of a list are its entries in the order of their numbers. */
export function placesOf(found: Found, entries: readonly number[] = []): readonly Place[] {
  if (found.question.shape === 'list') return drawPlaces(found, entries)
  const known = fixed.get(found.section) ?? new Map<Question, readonly Place[]>()
  fixed.set(found.section, known)
  const places = known.get(found.question) ?? drawPlaces(found, entries)
  known.set(found.question, places)
  return places
}

function drawPlaces(found: Found, entries: readonly number[]): Place[] {
  const { question } = found
  const { code, label } = question
  switch (question.shape) {
    case 'single':
      return [{ ...found, address: code, label, box: question.box, column: '' }]
    case 'row':
      return question.columns.map((column) => columnPlace(found, column))
    case 'table':
      return question.rows.flatMap((row) => rowPlaces(found, row, question.columns))
    case 'list':
      return entries.flatMap((entry) =>
        rowPlaces(found, { code: String(entry), label: `${question.entry} ${entry}` }, question.columns),
      )
  }
}

/** A row in its own words; with its question's, where another table of the section has a row of the same words. */
const rowLabel = ({ question, section }: Found, { label }: Row): string =>
  sharedIn(section).has(label) ? `${question.label}, ${label}` : label

const shared = new WeakMap<Section, ReadonlySet<string>>()

function sharedIn(section: Section): ReadonlySet<string> {
  const known = shared.get(section)
  if (known) return known
  const labels = section.questions.flatMap((each) =>
    each.shape === 'table' ? each.rows.map(({ label }) => label) : [],
  )
  const drawn = new Set(labels.filter((label, at) => labels.indexOf(label) !== at))
  shared.set(section, drawn)
  return drawn
}

const columnPlace = (found: Found, column: Column): Place => ({
  ...found,
  address: `${found.question.code}.${column.code}`,
  label: `${found.question.label}: ${column.label}`,
  box: column.box,
  column: column.code,
})

const rowPlaces = (found: Found, row: Row, columns: readonly Column[]): Place[] =>
  columns.map((column) => ({
    ...found,
    address:
      column.code === '' ? `${found.question.code}.${row.code}` : `${found.question.code}.${row.code}.${column.code}`,
    label: column.code === '' ? `${found.question.label}: ${row.label}` : `${rowLabel(found, row)}: ${column.label}`,
    box: column.box,
    row: row.code,
    column: column.code,
  }))

/** The numbers of a list's entries that have something in them, in order. */
export function entriesIn(question: Question, cells: Cells): number[] {
  if (question.shape !== 'list') return []
  const prefix = `${question.code}.`
  const numbers = Object.keys(cells)
    .filter((address) => address.startsWith(prefix))
    .map((address) => Number(address.slice(prefix.length).split('.')[0]))
  return [...new Set(numbers)].filter((each) => Number.isInteger(each) && each > 0).sort((a, b) => a - b)
}

/** Every place of a section where an answer is kept or could be: those of its lists are the entries there are. */
export const placesIn = (section: Section, cells: Cells): readonly Place[] =>
  placesWithoutLists(section) ?? placesNow(section, cells)

const placesNow = (section: Section, cells: Cells): readonly Place[] =>
  section.questions.flatMap((question) => placesOf({ question, section }, entriesIn(question, cells)))

const placesWithoutLists = remembered((section: Section) =>
  section.questions.some(({ shape }) => shape === 'list') ? undefined : placesNow(section, {}),
)

/** Finds its way about one definition. */
export interface Atlas {
  /** The question at an address, be it of a box, a row, a table or a list. */
  readonly question: (address: Address) => Found | undefined
  /** The fixed place at an address; an entry's place for a list. */
  readonly place: (address: Address) => Place | undefined
  /** The addresses a pattern stands for, in reading order; those of a list are of the entries given. */
  readonly addresses: (pattern: string, cells: Cells) => readonly Address[]
}

const atlases = new WeakMap<SurveyDefinition, Atlas>()

/** The atlas of a definition, drawn once. */
export function atlasOf(definition: SurveyDefinition): Atlas {
  const known = atlases.get(definition)
  if (known) return known
  const drawn = drawAtlas(definition)
  atlases.set(definition, drawn)
  return drawn
}

function drawAtlas({ sections }: SurveyDefinition): Atlas {
  const questions = new Map<string, Found>()
  const places = new Map<Address, Place>()
  for (const section of sections) {
    for (const question of section.questions) {
      questions.set(question.code, { question, section })
      for (const place of placesOf({ question, section })) places.set(place.address, place)
    }
  }
  const question = (address: Address) => questions.get(address.split('.')[0] ?? '')
  const patterns = new Map<string, readonly Address[]>()
  return {
    question,
    place: (address) => places.get(address) ?? entryPlace(question(address), address),
    addresses(pattern, cells) {
      const known = patterns.get(pattern)
      if (known) return known
      const found = question(pattern)
      if (!found) return []
      const addresses = placesOf(found, entriesIn(found.question, cells))
        .map(({ address }) => address)
        .filter((address) => matches(pattern, address))
      if (found.question.shape !== 'list') patterns.set(pattern, addresses)
      return addresses
    },
  }
}

function entryPlace(found: Found | undefined, address: Address): Place | undefined {
  if (found?.question.shape !== 'list') return undefined
  const entry = Number(address.split('.')[1])
  if (!Number.isInteger(entry) || entry < 1 || entry > LAST_ENTRY) return undefined
  return placesOf(found, [entry]).find((place) => place.address === address)
}

/** Numbers of entries are never used again, so they may grow past the most a list may hold, but not without end. */
export const LAST_ENTRY = 9_999

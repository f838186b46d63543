import type { Address } from './cells'
import type { Cells } from './cells'
import type { Question, SurveyDefinition } from './definition'
import type { Condition } from './expression'
import { atlasOf, type Place } from './places'
import { prefilledCells } from './prefilled'
import { holds } from './holds'
import { figureAt } from './reckoning'
import type { Register } from './register'
import type { Located, Sheet, Standing } from './sheet'

/** Lays the cells of one return out as a sheet, so that it can be said of every place whether it is asked. */
export function sheetOf(definition: SurveyDefinition, register: Register, cells: Cells): Sheet {
  const standings = new Map<Question | string, Standing>()
  const sheet: Sheet = {
    definition,
    register,
    cells: { ...cells, ...prefilledCells(definition, register.organisation) },
    figures: new Map(),
    route: (condition, at) => routeOf(condition, sheet, at),
    standing(place) {
      const key = keyOf(place)
      const known = standings.get(key)
      if (known) return known
      // Until it is known, a place that leads back to itself is not yet known; faultsIn refuses such a definition.
      standings.set(key, 'undetermined')
      const standing = standingOf(place, sheet)
      standings.set(key, standing)
      return standing
    },
  }
  return sheet
}

/** Places of a question stand alike, unless its rows or columns have gates of their own. */
const keyOf = ({ question, row = '', column = '' }: Located): Question | string =>
  question.rowWhen || question.columnWhen ? `${question.code}.${row}.${column}` : question

/** Section routing beats a question's own, and a question's beats its row's. */
const standingOf = (place: Located, sheet: Sheet): Standing =>
  firstThatShuts([
    () => sectionStanding(place.section, sheet),
    () => questionStanding(place.question, sheet),
    () => rowStanding(place, sheet),
    () => columnStanding(place, sheet),
  ])

/** Where a whole section stands. */
export const sectionStanding = ({ when }: Place['section'], sheet: Sheet): Standing =>
  when ? routeOf(when, sheet) : 'asked'

function questionStanding({ organisations, when }: Place['question'], sheet: Sheet): Standing {
  if (organisations && !organisations.includes(sheet.register.organisation.type)) return 'not_asked'
  return when ? routeOf(when, sheet) : 'asked'
}

const rowStanding = ({ question, row }: Located, sheet: Sheet): Standing =>
  question.rowWhen && row !== undefined ? routeOf(question.rowWhen, sheet, row) : 'asked'

function columnStanding({ question, row = '', column = '' }: Located, sheet: Sheet): Standing {
  const when = question.columnWhen?.[column]
  return when ? routeOf(when, sheet, row) : 'asked'
}

/** Gates in order: the first that is shut decides; otherwise one not yet known leaves all after it not yet known. */
function firstThatShuts(gates: readonly (() => Standing)[]): Standing {
  let standing: Standing = 'asked'
  for (const gate of gates) {
    const found = gate()
    if (found === 'none' || found === 'not_asked') return found
    if (found === 'undetermined') standing = found
  }
  return standing
}

/** What a condition says of the places it leads to. */
function routeOf(condition: Condition, sheet: Sheet, at = ''): Standing {
  switch (condition.kind) {
    case 'some':
      return gate(condition.address.replace('@', at), sheet)
    case 'all':
      return firstThatShuts(condition.of.map((each) => () => routeOf(each, sheet, at)))
    case 'any':
      return widest(condition.of.map((each) => routeOf(each, sheet, at)))
    case 'is':
      return shutBefore(condition.address.replace('@', at), sheet) ?? plainRoute(condition, sheet, at)
    default:
      return plainRoute(condition, sheet, at)
  }
}

function plainRoute(condition: Condition, sheet: Sheet, at: string): Standing {
  const so = holds(condition, sheet, at)
  if (so === undefined) return 'undetermined'
  return so ? 'asked' : 'not_asked'
}

const openness: readonly Standing[] = ['asked', 'undetermined', 'none']

const widest = (standings: readonly Standing[]): Standing =>
  openness.find((standing) => standings.includes(standing)) ?? 'not_asked'

/** A gate that is itself not asked shuts what it leads to, in the same way. */
function shutBefore(address: Address, sheet: Sheet): Standing | undefined {
  const place = atlasOf(sheet.definition).place(address)
  if (!place) return undefined
  const standing = sheet.standing(place)
  return standing === 'none' || standing === 'not_asked' ? standing : undefined
}

function gate(address: Address, sheet: Sheet): Standing {
  const shut = shutBefore(address, sheet)
  if (shut) return shut
  const found = sheet.cells[address]
  if (found?.state === 'not_collected') return 'not_asked'
  if (found && typeof found.value === 'string') return chosen(found.value)
  const figure = figureAt(address, sheet)
  if (figure === undefined) return 'undetermined'
  return figure > 0 ? 'asked' : 'none'
}

function chosen(value: string): Standing {
  if (value === 'yes') return 'asked'
  return value === 'no' ? 'none' : 'not_asked'
}

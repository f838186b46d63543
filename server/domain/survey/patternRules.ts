import type { Address } from './cells'
import {
  isEntered,
  mayBeUncollected,
  type PlatformRule,
  questionsOf,
  type Rule,
  type Section,
  type SurveyDefinition,
} from './definition'
import type { Finding } from './finding'
import { readable } from '../kinds/number'
import { remembered } from '../remembered'
import { atlasOf, placesIn, type Place } from './places'
import { figureAt, livingCell } from './reckoning'
import type { Sheet } from './sheet'

type PatternRule = Rule & PlatformRule

/** L10: a large multiple of 100 is probably an estimate. */
export function roundHundreds({ says, about = [] }: PatternRule, _section: Section, sheet: Sheet): Finding[] {
  return about.flatMap((address) => {
    const figure = figureAt(address, sheet)
    if (figure === undefined || figure < 500 || figure % 100 !== 0) return []
    const question = atlasOf(sheet.definition).place(address)?.label ?? address
    return [{ says: says.replace('{question}', question).replace('{x}', readable(figure)), addresses: [address] }]
  })
}

/** Most returns have nothing "not collected": then there is nothing to count. */
const hasNotCollected = ({ cells }: Sheet): boolean =>
  Object.values(cells).some(({ state }) => state === 'not_collected')

const isNotCollected = (place: Place, sheet: Sheet): boolean =>
  livingCell(place.address, sheet)?.state === 'not_collected'

const required = (section: Section, sheet: Sheet): Place[] =>
  placesIn(section, sheet.cells).filter(
    (place) => place.question.answering === 'required' && sheet.standing(place) === 'asked',
  )

/** X03: not every core block (its letters in `about`) is wholly "not collected" wherever it may be. */
export function coreNotCollected({ says, about = [] }: PatternRule, _section: Section, sheet: Sheet): Finding[] {
  if (!hasNotCollected(sheet)) return []
  const blocks = sheet.definition.sections
    .filter(({ code }) => about.includes(code))
    .map((section) => required(section, sheet).filter(({ question, column }) => mayBeUncollected(question, column)))
    .filter((places) => places.length > 0)
  const whollyMissing =
    blocks.length > 0 && blocks.every((places) => places.every((each) => isNotCollected(each, sheet)))
  const [first] = blocks.flat()
  return whollyMissing && first ? [{ says, addresses: [first.address] }] : []
}

/** X04: at most 40% of the required cells are "not collected"; silent where only the essential ones are asked for. */
export function tooLittleCollected({ says }: PatternRule, _section: Section, sheet: Sheet): Finding[] {
  if (sheet.register.essentialOnly === true) return []
  if (!hasNotCollected(sheet)) return []
  const asked = sheet.definition.sections.flatMap((section) => required(section, sheet))
  const missing = asked.filter((place) => isNotCollected(place, sheet))
  if (missing.length <= asked.length * 0.4) return []
  const share = String(Math.round((missing.length / asked.length) * 100))
  return [{ says: says.replaceAll(/\{\w+\}/g, share), addresses: missing.slice(0, 1).map(({ address }) => address) }]
}

/** X05: no two tables of people carry the same figures in the same order, as a slip of copying leaves them. */
export const columnsAlike = ({ says }: PatternRule, _section: Section, sheet: Sheet): Finding[] =>
  alikeColumns(sheet.definition, (address) => livingNumber(address, sheet)).map(({ one, other }) => ({
    says: `${says} “${one.label}” and “${other.label}” have the same figures.`,
    addresses: [one.first, other.first],
  }))

interface PeopleColumn {
  readonly label: string
  readonly first: Address
  readonly addresses: readonly Address[]
}

/** The tables of people that carry the same figures as one before them, at least four different ones, in the same order. */
export function alikeColumns(
  definition: SurveyDefinition,
  numberAt: (address: Address) => number | undefined,
): { readonly one: PeopleColumn; readonly other: PeopleColumn }[] {
  const columns = peopleColumns(definition)
    .map((column) => ({ ...column, figures: inOneWriting(column.addresses, numberAt) }))
    .filter(({ figures }) => new Set(figures.split(',')).size >= 4)
  return columns.flatMap((other, at) => {
    const one = columns.slice(0, at).find(({ figures }) => figures === other.figures)
    return one ? [{ one, other }] : []
  })
}

const peopleColumns = remembered((definition: SurveyDefinition): readonly PeopleColumn[] =>
  questionsOf(definition)
    .filter((question) => question.shape === 'table' && isEntered(question))
    .map(({ code, label }) => {
      const addresses = atlasOf(definition).addresses(`${code}.*.hc`, {})
      return { label, first: addresses[0] ?? code, addresses }
    }),
)

/** Figures in reading order, without the noughts at their end; nothing where one of them is missing. */
function inOneWriting(addresses: readonly Address[], numberAt: (address: Address) => number | undefined): string {
  const figures: number[] = []
  for (const address of addresses) {
    const figure = numberAt(address)
    if (figure === undefined) return ''
    figures.push(figure)
  }
  return figures.join(',').replace(/(,0)+$/, '')
}

function livingNumber(address: Address, sheet: Sheet): number | undefined {
  const found = livingCell(address, sheet)
  return found?.state === 'value' && typeof found.value === 'number' ? found.value : undefined
}

/** Figures of last time and this time at the addresses a rule is about. */
function pairs({ about = [] }: PatternRule, sheet: Sheet): { address: Address; before: number; now: number }[] {
  return about.flatMap((address) => {
    const last = sheet.register.lastTime?.[address]
    const now = figureAt(address, sheet)
    if (last?.state !== 'value' || typeof last.value !== 'number' || now === undefined) return []
    return [{ address, before: last.value, now }]
  })
}

/** Whether one figure is exactly ten times the other. */
export const isTenfold = (before: number, now: number): boolean =>
  before > 0 && now > 0 && (isSame(now, before * 10) || isSame(now * 10, before))

const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6

/** X06: no total is exactly ten times, or a tenth of, last time's. */
export const tenTimes = (rule: PatternRule, _section: Section, sheet: Sheet): Finding[] =>
  pairs(rule, sheet)
    .filter(({ before, now }) => isTenfold(before, now))
    .map(({ address, before, now }) => ({ says: compared(rule.says, before, now), addresses: [address] }))

/** X08: WTE has not moved by more than 30% and 5 since last time. */
export const unsteady = (rule: PatternRule, _section: Section, sheet: Sheet): Finding[] =>
  pairs(rule, sheet)
    .filter(({ before, now }) => Math.abs(now - before) > Math.max(5, before * 0.3))
    .map(({ address, before, now }) => ({ says: compared(rule.says, before, now), addresses: [address] }))

const compared = (says: string, before: number, now: number): string =>
  says.replaceAll('{before}', before.toLocaleString('en-GB')).replaceAll('{now}', now.toLocaleString('en-GB'))

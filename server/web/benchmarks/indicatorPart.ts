import { addressesIn } from '../../domain/survey/addresses'
import { atlasOf } from '../../domain/survey/places'
import { addressesOf, figureAt } from '../../domain/survey/reckoning'
import { basisOf } from '../../domain/benchmarks/basis'
import type { Indicator, PeerGroupKind } from '../../domain/benchmarks/indicator'
import { reasonOf, reasons } from '../../domain/benchmarks/reasonsInWords'
import { markup } from '../charts/element'
import { comparedWith, type Compared } from './compared'
import { ownOf } from './ownWords'
import { othersWords, placeWords } from './placed'
import type { Seen } from './seen'
import { drawingOf } from './stripOf'
import { madeOf, tableOf, type FiguresTable } from './tableOf'
import { trendOf, type TrendShown } from './trendOf'

/** One indicator on the page: a chart, what it says in words, and the figures folded under it. */
export interface IndicatorPart {
  readonly id: string
  readonly title: string
  readonly says: string
  /** How many, of how many. */
  readonly coverage: string
  readonly own: string
  readonly made: string
  /** Why there is no figure of their own, and whether a correction would mend it. */
  readonly why: string
  readonly canMend: boolean
  readonly place: string
  readonly others: string
  readonly withheld: string | undefined
  readonly svg: string | undefined
  readonly file: string | undefined
  readonly notes: readonly string[]
  readonly table: FiguresTable
  readonly trend: TrendShown | undefined
}

/**
 * One indicator on an employer's page: what it asks, their own figure and the group's, the chart, the table and the
 * notes.
 */
export function indicatorPart(indicator: Indicator, chosen: PeerGroupKind, seen: Seen): IndicatorPart {
  const compared = comparedWith(indicator, chosen, seen)
  const own = ownOf(indicator, seen)
  const drawing = drawingOf(indicator, { own, compared, who: 'You' }, seen)
  return {
    id: indicator.code,
    title: titleOf(indicator),
    says: indicator.says,
    coverage: coverageWords(compared, seen),
    own: own.text,
    made: madeOf(indicator, own, seen),
    why: own.why,
    canMend: own.canMend,
    place: placeWords(indicator, own, compared),
    others: othersWords(indicator, compared),
    withheld: compared.withheld,
    svg: drawing && markup(drawing),
    file: drawing && `${indicator.code}.svg?group=${compared.group.split(':')[0] ?? 'type'}`,
    notes: notesOf(indicator, compared, seen),
    table: tableOf(indicator, compared, seen),
    trend: trendOf(indicator, seen),
  }
}

const onBasis = { wte: ' (on whole-time equivalents)', people: ' (on people)' } as const

/** Its label, with the basis where there are two and the label does not say which. */
export function titleOf(indicator: Indicator): string {
  const basis = basisOf(indicator)
  return basis === undefined ? indicator.label : `${indicator.label.replace(/ \((WTE|people)\)$/, '')}${onBasis[basis]}`
}

/** "52 of 55 NHS trusts that were asked". */
export function coverageWords({ figure, group, those }: Compared, { size }: Pick<Seen, 'size'>): string {
  const { organisations, are } = size(group)
  const have = figure?.organisations ?? 0
  const verb = are === 'asked' ? 'that were asked' : 'that responded'
  return `${have} of ${organisations} ${those} ${verb} have this figure`
}

function notesOf(indicator: Indicator, { instead, figure, withheld }: Compared, seen: Seen): string[] {
  const isWithoutBand =
    withheld === undefined && figure !== undefined && reasonOf(figure.lowerQuartile) === 'too_few_for_quartiles'
  const bandless = isWithoutBand ? reasons.too_few_for_quartiles : undefined
  return [instead, bandless, indicator.note, populationWords(indicator, seen)].filter((note) => note !== undefined)
}

/** Which population a rate is of, from where, and how large the reader's own is. */
function populationWords(indicator: Indicator, { sheet, definition }: Seen): string | undefined {
  if (indicator.compares !== 'ratio' || indicator.scale !== 'per_100k') return undefined
  const told = addressesIn(indicator.denominator)
    .flatMap((pattern) => addressesOf(pattern, sheet))
    .map((address) => ({ question: atlasOf(definition).question(address)?.question, figure: figureAt(address, sheet) }))
    .find(({ figure }) => figure !== undefined)
  if (!told?.question || told.figure === undefined) return undefined
  const { label, hint = '', reference = '' } = told.question
  const when = definition.references[reference]
  const source = hint.split('. ')[0]?.replace(/\.$/, '')
  const about = [source, when].filter((each) => each !== undefined && each !== '').join(', ')
  return `${label}: ${told.figure.toLocaleString('en-GB')} (${about}).`
}

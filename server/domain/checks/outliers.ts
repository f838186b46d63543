import { readable } from '../kinds/number'
import { labelAt } from '../reading/labels'
import type { Address } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { explanationIn, numberIn, type Checked, type Found } from './found'

/** Fewer organisations of a type than these have no quartiles. */
const FEWEST = 8
/** So many interquartile ranges beyond a quartile is far (rule X07). */
const FAR = 3

export interface Bounds {
  readonly lower: number
  readonly upper: number
  readonly q1: number
  readonly q3: number
}

/** Between which figures those of a group ordinarily lie; undefined where there are too few, or all are alike. */
export function boundsOf(figures: readonly number[]): Bounds | undefined {
  if (figures.length < FEWEST) return undefined
  const sorted = [...figures].sort((a, b) => a - b)
  const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)]
  const range = q3 - q1
  return range > 0 ? { lower: q1 - FAR * range, upper: q3 + FAR * range, q1, q3 } : undefined
}

/** Between the two figures beside it, in proportion, as PostgreSQL's percentile_cont has it. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}

/** X07: figures far outside those of organisations of the same type. */
export function outliers(
  checked: readonly Checked[],
  addresses: readonly Address[],
  definition: SurveyDefinition,
): Found[] {
  const types = new Set(checked.map(({ organisation }) => organisation.type))
  return [...types].flatMap((type) => {
    const group = checked.filter(({ organisation }) => organisation.type === type)
    return addresses.flatMap((address) => outliersAt(address, group, definition))
  })
}

function outliersAt(address: Address, group: readonly Checked[], definition: SurveyDefinition): Found[] {
  const figures = group.flatMap((each) => numberIn(each.cells, address) ?? [])
  const bounds = boundsOf(figures)
  if (!bounds) return []
  return group.flatMap((each) => {
    const figure = numberIn(each.cells, address)
    if (figure === undefined || (figure >= bounds.lower && figure <= bounds.upper)) return []
    return [foundAt(each, { address, figure, bounds, count: figures.length }, definition)]
  })
}

interface Far {
  readonly address: Address
  readonly figure: number
  readonly bounds: Bounds
  readonly count: number
}

function foundAt(checked: Checked, { address, figure, bounds, count }: Far, definition: SurveyDefinition): Found {
  const label = labelAt(address, definition)
  const way = figure > bounds.upper ? 'above' : 'below'
  const middle = `${readable(bounds.q1, placesOf(bounds.q1))} and ${readable(bounds.q3, placesOf(bounds.q3))}`
  return {
    returnId: checked.returnId,
    submissionId: checked.submissionId,
    organisation: checked.organisation.name,
    says: `${readable(figure, placesOf(figure))} is far ${way} what the ${count} of its type have: half of them lie between ${middle}.`,
    explanation: explanationIn(checked, 'X07'),
    asking: {
      address,
      addresses: [address],
      rule: 'X07',
      beside: [],
      partnerId: null,
      question: `You told us ${readable(figure, placesOf(figure))} for “${label}”. That is far ${way} what organisations like yours usually tell us. Is it right?`,
    },
  }
}

const placesOf = (figure: number): number => (Number.isInteger(figure) ? 0 : 2)

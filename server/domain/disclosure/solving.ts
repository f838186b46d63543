import { inverse, modulo, multiplied, take } from './modular'
import { parameters } from './parameters'
import { smallRows, type Sums } from './sums'
import { tracesOf, type Traced } from './traces'

/**
 * Whether, of a set of submissions fewer than a group needs, the sum could be worked out; or the value of one, by somebody
 * who knows what they themselves sent in, now and before.
 */
export function givesAway(sums: Sums, past: ReadonlySet<number>): boolean {
  if (smallRows(sums).some(({ weights }) => isOfFew(weights, sums.sizes))) return true
  const traced = tracesOf(sums, past)
  return someFewAddUp(traced) || someoneSolves(traced)
}

/** A row that is the sum of a few submissions. */
function isOfFew(weights: readonly number[], sizes: readonly number[]): boolean {
  let size = 0
  for (const [atom, weight] of weights.entries()) {
    if (weight !== 0) size += sizes[atom] ?? 0
    if (weight > 1 || size >= parameters.organisations) return false
  }
  return true
}

/** A bound atom, alone or with another. Every few that is more than a row is two such halves. */
interface Half {
  readonly one: number
  readonly other: number
  readonly size: number
  /** Their traces added, and what would make them 0. */
  readonly key: number
  readonly opposite: number
}

/** A few atoms whose traces add up to 0: their sum is known. */
function someFewAddUp(traced: readonly Traced[]): boolean {
  const halves = new Map<number, Half[]>()
  return traced.some((bound, at) =>
    halvesWith(bound, at, traced).some((half) => {
      if (halves.get(half.opposite)?.some((opposite) => areFew(half, opposite))) return true
      const alike = halves.get(half.key)
      if (alike) alike.push(half)
      else halves.set(half.key, [half])
      return false
    }),
  )
}

/** Each pair of bound atoms once. */
function halvesWith(bound: Traced, at: number, traced: readonly Traced[]): Half[] {
  if (!bound.isBound) return []
  const pairs = traced.flatMap((other, further): Half[] => {
    const size = bound.size + other.size
    if (further === at || size >= parameters.organisations || (other.isBound && further > at)) return []
    return [{ one: at, other: further, size, ...keysOf(bound.traces, other.traces) }]
  })
  return [{ one: at, other: at, size: bound.size, ...keysOf(bound.traces) }, ...pairs]
}

/** Two traces in one number: each is below 2^26. */
function keysOf(one: readonly number[], other?: readonly number[]): Pick<Half, 'key' | 'opposite'> {
  const first = (one[0] ?? 0) + (other?.[0] ?? 0)
  const second = (one[1] ?? 0) + (other?.[1] ?? 0)
  return {
    key: modulo(first) * 2 ** 26 + modulo(second),
    opposite: modulo(-first) * 2 ** 26 + modulo(-second),
  }
}

const areFew = (half: Half, opposite: Half): boolean =>
  half.size + opposite.size < parameters.organisations &&
  half.one !== opposite.one &&
  half.one !== opposite.other &&
  half.other !== opposite.one &&
  half.other !== opposite.other

/**
 * Two submissions told apart from all others whose traces are in proportion: whoever knows one works out the other. Where
 * a submission of the past comes into it there may be a third: somebody knows both of their own.
 */
function someoneSolves(traced: readonly Traced[]): boolean {
  const areNear = (one: Traced, other: Traced) => one.size + other.size <= (one.isPast || other.isPast ? 3 : 2)
  if (
    someInProportion(
      traced.filter(({ size }) => size <= 2),
      areNear,
    )
  )
    return true
  const alone = traced.filter(({ size }) => size === 1)
  return alone.some((own) => own.isPast && someInProportion(withOwn(own, alone), areNear))
}

function someInProportion(traced: readonly Traced[], areNear: (one: Traced, other: Traced) => boolean): boolean {
  const seen = new Map<number, Traced[]>()
  return traced.some((one) => {
    const key = proportionOf(one.traces)
    const others = seen.get(key) ?? []
    seen.set(key, [...others, one])
    return others.some((other) => areNear(one, other))
  })
}

/** The same of all traces that are in proportion: those after the first that is not 0, over it. */
function proportionOf(traces: readonly number[]): number {
  const at = traces.findIndex((trace) => trace !== 0)
  const [next = 0, last = 0] = multiplied(traces.slice(at + 1), inverse(traces[at] ?? 0))
  return at < 0 ? -1 : next * 2 ** 26 + last
}

/** The traces of the others to somebody who knows this one's value: what they share with it is taken out. */
function withOwn(own: Traced, others: readonly Traced[]): Traced[] {
  const at = own.traces.findIndex((trace) => trace !== 0)
  const unit = multiplied(own.traces, inverse(own.traces[at] ?? 0))
  return others
    .filter((other) => other !== own)
    .map((other) => {
      const traces = [...other.traces]
      take(traces, traces[at] ?? 0, unit)
      return { ...other, traces }
    })
}

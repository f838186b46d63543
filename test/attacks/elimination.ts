// What can be worked out from published sums alone, exactly, whatever the values are: the attack on groups.

/** A prime small enough that products of two remainders are exact. */
const P = 67_108_859

const mod = (value: number): number => ((value % P) + P) % P

function inverse(value: number): number {
  let [a, b, x, y] = [mod(value), P, 1, 0]
  while (b !== 0) {
    const times = Math.floor(a / b)
    ;[a, b, x, y] = [b, a - times * b, y, x - times * y]
  }
  return mod(x)
}

type Row = number[]

const lessTimes = (row: Row, factor: number, other: Row): Row =>
  factor === 0 ? row : row.map((value, at) => mod(value - factor * (other[at] ?? 0)))

/** Rows reduced to the fewest that say the same, with the column each turns on. */
function reduced(rows: readonly Row[]): { row: Row; pivot: number }[] {
  const kept: { row: Row; pivot: number }[] = []
  for (const given of rows) {
    const row = kept.reduce((left, { row: other, pivot }) => lessTimes(left, left[pivot] ?? 0, other), given.map(mod))
    const pivot = row.findIndex((value) => value !== 0)
    if (pivot < 0) continue
    const factor = inverse(row[pivot] ?? 1)
    const unit = row.map((value) => mod(value * factor))
    for (const each of kept) each.row = lessTimes(each.row, each.row[pivot] ?? 0, unit)
    kept.push({ row: unit, pivot })
  }
  return kept
}

/** For each column the ways in which it may still move when all rows are known. */
function freedoms(rows: readonly Row[], columns: number): Row[] {
  const kept = new Map(reduced(rows).map(({ row, pivot }) => [pivot, row]))
  const free = Array.from({ length: columns }, (_, at) => at).filter((at) => !kept.has(at))
  return Array.from({ length: columns }, (_, at) => {
    const row = kept.get(at)
    return free.map((way) => (row ? mod(-(row[way] ?? 0)) : way === at ? 1 : 0))
  })
}

export interface Known {
  /** What is published: sets of values whose sum anybody can read. */
  readonly sums: readonly ReadonlySet<string>[]
  /** Values that belong to one reader, who knows them. */
  readonly own: readonly (readonly string[])[]
}

/** A set of values smaller than a group may be whose sum can be worked out, and by whom. */
export interface Recovered {
  readonly of: readonly string[]
  readonly by: string
}

const FEW = 4

/** Everything an outsider, or any one insider, could work out of fewer than five values. */
export function recovered({ sums, own }: Known): Recovered[] {
  const atoms = atomsOf(sums)
  const rows = sums.map((sum) => atoms.map(([first = '']) => (sum.has(first) ? 1 : 0)))
  const ways = freedoms(rows, atoms.length)
  const small = atoms.flatMap((of, at) => (of.length <= FEW ? [{ of, ways: ways[at] ?? [] }] : []))
  return [...byAnybody([...small, ...changesOf(small, own)]), ...own.flatMap((values) => byInsider(small, values))]
}

/** What an owner sent in later, less what it sent in before: nobody may learn that of fewer than five either. */
const changesOf = (small: readonly Atom[], own: Known['own']): Atom[] =>
  own.flatMap(([before = '', after = '']) => {
    const [old, recent] = [before, after].map((value) => small.find(({ of }) => of.length === 1 && of[0] === value))
    return old && recent
      ? [{ of: [`${before} to ${after}`], ways: recent.ways.map((way, at) => mod(way - (old.ways[at] ?? 0))) }]
      : []
  })

interface Atom {
  readonly of: readonly string[]
  readonly ways: Row
}

/** Values that are in the same sums always move together. */
function atomsOf(sums: readonly ReadonlySet<string>[]): string[][] {
  const traces = new Map<string, string>()
  for (const [at, sum] of sums.entries()) for (const value of sum) traces.set(value, `${traces.get(value) ?? ''} ${at}`)
  const atoms = new Map<string, string[]>()
  for (const [value, trace] of traces) atoms.set(trace, [...(atoms.get(trace) ?? []), value])
  return [...atoms.values()]
}

/** A number for each way to move, the same each time, in no order: what does not move at all comes to nothing. */
function weight(at: number, seed: number): number {
  let state = Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39)
  return mod((state ^ (state >>> 15)) >>> 0)
}

const traceOf = (ways: Row): string =>
  [3, 11].map((seed) => ways.reduce((sum, way, at) => mod(sum + mod(way * weight(at, seed))), 0)).join(' ')
const STILL = '0 0'
const opposite = (trace: string): string =>
  trace
    .split(' ')
    .map((each) => mod(-Number(each)))
    .join(' ')
const added = (one: string, other: string): string => {
  const others = other.split(' ')
  return one
    .split(' ')
    .map((each, at) => mod(Number(each) + Number(others[at])))
    .join(' ')
}

/** Unions of up to four atoms that do not move: of one, of two, of one and two, and of two and two. */
function byAnybody(small: readonly Atom[]): Recovered[] {
  const singles = small.map(({ of, ways }) => ({ of, trace: traceOf(ways) }))
  const pairs = singles.flatMap((one, at) =>
    singles.slice(at + 1).flatMap((other) => {
      const of = [...one.of, ...other.of]
      return of.length <= FEW ? [{ of, trace: added(one.trace, other.trace) }] : []
    }),
  )
  const byTrace = new Map(pairs.map((pair) => [pair.trace, pair]))
  const larger = [...singles, ...pairs].flatMap(({ of, trace }) => {
    const other = byTrace.get(opposite(trace))
    const both = other ? [...new Set([...of, ...other.of])] : []
    return other && both.length === of.length + other.of.length && both.length <= FEW ? [both] : []
  })
  const still = [...singles, ...pairs].filter(({ trace }) => trace === STILL).map(({ of }) => of)
  return [...still, ...larger].map((of) => ({ of, by: 'anybody' }))
}

/** Single values of others that move only as a reader's own do. */
function byInsider(small: readonly Atom[], own: readonly string[]): Recovered[] {
  const isOwn = new Set(own)
  const single = small.filter(({ of }) => of.length === 1)
  const mine = reduced(single.filter(({ of }) => isOwn.has(of[0] ?? '')).map(({ ways }) => ways))
  if (mine.length === 0) return []
  const isKnown = ({ ways }: Atom) =>
    mine.reduce((left, { row, pivot }) => lessTimes(left, left[pivot] ?? 0, row), ways).every((way) => way === 0)
  return single
    .filter((atom) => !isOwn.has(atom.of[0] ?? '') && isKnown(atom))
    .map(({ of }) => ({ of, by: own.join(' and ') }))
}

/** The steps people count in: one, two or five of a power of ten. */
const steps = [1, 2, 5, 10]

/**
 * Where an axis that holds all these values begins, ends and is marked: at round figures, in no more than `most` parts. It
 * begins at nought, but for values that may start later, such as pay, where they lie close together and far from it; then it
 * is a twentieth of them long at least, so that what is nearly the same looks so.
 */
export function ticksFor(values: readonly number[], most = 5, mayStartLater = false): readonly number[] {
  const greatest = Math.max(...values, 0)
  const least = Math.min(...values, greatest)
  const isFar = mayStartLater && greatest - least < greatest / 2
  const from = isFar ? Math.min(least, greatest * LATEST) : 0
  const step = stepOf((greatest - from) / most)
  const first = Math.floor(from / step + CLOSE) * step
  const count = Math.max(1, Math.ceil((greatest - first) / step - CLOSE))
  return Array.from({ length: count + 1 }, (_, at) => exactly(first + at * step))
}

/** Where an axis may begin at the latest, as a share of the greatest value. */
const LATEST = 0.95

/** What floating point leaves behind. */
const CLOSE = 1e-9

function stepOf(rough: number): number {
  if (rough <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(rough) + CLOSE)
  return exactly(power * (steps.find((step) => step * power >= rough * (1 - CLOSE)) ?? 10))
}

const exactly = (value: number): number => Number(value.toPrecision(12))

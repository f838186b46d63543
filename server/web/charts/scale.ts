/** Where values lie along an axis. */
export interface Scale {
  readonly ticks: readonly number[]
  /** How far along, "37.5%": so that words keep their size whatever the width. */
  readonly at: (value: number) => string
  /** The same as a number of hundredths. */
  readonly share: (value: number) => number
}

/** An axis from its first tick to its last. */
export function scaleOf(ticks: readonly number[]): Scale {
  const [first = 0, last = 1] = [ticks[0], ticks.at(-1)]
  const share = (value: number) => (last === first ? 0 : Math.round(((value - first) / (last - first)) * 10_000) / 100)
  return { ticks, share, at: (value) => `${share(value)}%` }
}

/** To which side words must lie that stand so far along, to stay inside the drawing. */
export function anchorAt(share: number, edge = 20): 'start' | 'middle' | 'end' {
  if (share < edge) return 'start'
  return share > 100 - edge ? 'end' : 'middle'
}

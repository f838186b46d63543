/** Invented variety that is the same each time: what is drawn depends only on the words it was begun with. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  readonly fraction: () => number
  /** A whole number between two, both possible. */
  readonly whole: (least: number, most: number) => number
  /** Whether something happens that happens this often, from 0 to 1. */
  readonly happens: (often: number) => boolean
  readonly oneOf: <T>(choices: readonly T[]) => T
  /** One of the keys, each as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K
  readonly shuffled: <T>(things: readonly T[]) => T[]
}

/** Spreads the words over all 32 bits (FNV-1a, finished as murmur does), so that words alike begin lines unlike. */
function hashOf(words: string): number {
  let hash = 2_166_136_261
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** A small generator: mulberry32. */
function fractions(words: string): () => number {
  let state = hashOf(words)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61))
    return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Begins a line of chance: the same words always lead to the same draws. */
export function chanceOf(...words: readonly string[]): Chance {
  const fraction = fractions(words.join('/'))
  const whole = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    whole,
    happens: (often) => fraction() < often,
    oneOf: (choices) => nth(choices, whole(0, choices.length - 1)),
    weighted: (weights) => weightedKey(weights, fraction()),
    shuffled(things) {
      const pairs = things.map((thing) => [fraction(), thing] as const)
      return pairs.sort(([a], [b]) => a - b).map(([, thing]) => thing)
    },
  }
}

/** The nth of a list that is long enough. */
export function nth<T>(list: readonly T[], at: number): T {
  const found = list[at]
  if (found === undefined) throw new Error(`There is no number ${at} in a list of ${list.length}`)
  return found
}

function weightedKey<K extends string>(weights: Readonly<Record<K, number>>, at: number): K {
  const keys = Object.keys(weights).filter((key): key is K => key in weights)
  const total = keys.reduce((sum, key) => sum + weights[key], 0)
  let left = at * total
  for (const key of keys) {
    left -= weights[key]
    if (left < 0) return key
  }
  return nth(keys, keys.length - 1)
}

/** A set of whole numbers from 0, one bit each: ten thousand submissions are 313 words. */
export type Bits = Uint32Array

/** The set of these numbers, all below `size`. */
export function bitsOf(size: number, numbers: Iterable<number>): Bits {
  const bits = new Uint32Array((size + 31) >>> 5)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31))
  return bits
}

/** How many are in both. */
export function countBoth(one: Bits, other: Bits): number {
  let count = 0
  for (let word = 0; word < one.length; word++) count += ones((one[word] ?? 0) & (other[word] ?? 0))
  return count
}

/** How many are in one and not in the other. */
export function countOnly(one: Bits, other: Bits): number {
  let count = 0
  for (let word = 0; word < one.length; word++) count += ones((one[word] ?? 0) & ~(other[word] ?? 0))
  return count
}

/** How many bits of a word of 32 are set, counted in pairs, fours and eights at once. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

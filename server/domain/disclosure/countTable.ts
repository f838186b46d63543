/** A count that would be published: what it really is, and which elementary counts it adds up. */
export interface Count {
  readonly name: string
  /** Whose table it stands in: `region:nhs_trust:Y56`. */
  readonly group: string
  readonly value: number
  /** The people behind it, by which it is small, where it does not count people. */
  readonly people?: number
  readonly parts: readonly number[]
  /** As it is, or to the nearest five. */
  readonly told: 'exact' | 'rounded'
  /** A small number of it must be hidden; of England's workforce it need not. */
  readonly isGuarded: boolean
  /** What is lost if it is hidden: the cheapest goes first. */
  readonly cost: number
  /** What an earlier release has done with it, which cannot be taken back. */
  readonly before?: 'told' | 'hidden'
}

/** What it is judged small by. */
export const peopleBehind = ({ people, value }: Count): number => people ?? value

/** Everything that would be published of one table with its margins, as sums of the same elementary counts. */
export interface CountTable {
  /** Whole numbers, or whole-time equivalents: of these nobody has more than one. */
  readonly unit: 'people' | 'wte'
  /** The elementary counts, as they really are: people of one row in one part of the country. */
  readonly elements: readonly number[]
  readonly counts: readonly Count[]
}

/** A count that would be published: what it really is, and which elementary counts it adds up. */
export interface Count {
  readonly name: string
  /** Whose table it stands in: `region:nhs_trust:Y56`. */
  readonly group: string
  readonly value: number
  readonly parts: readonly number[]
  /** As it is, or to the nearest five. */
  readonly told: 'exact' | 'rounded'
  /** A small number of it must be hidden; of England's workforce it need not. */
  readonly isGuarded: boolean
  /** What is lost if it is hidden: the cheapest goes first. */
  readonly cost: number
}

/** Everything that would be published of one table with its margins, as sums of the same elementary counts. */
export interface CountTable {
  /** The elementary counts, as they really are: people of one row in one part of the country. */
  readonly elements: readonly number[]
  readonly counts: readonly Count[]
}

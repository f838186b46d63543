/** Why a figure is withheld. Every reader of the page may know it: it says nothing of the figure. */
export type Reason =
  /** Fewer organisations contribute than a group needs. */
  | 'too_few_organisations'
  /** Too few for quartiles, or for a range. */
  | 'too_few_for_quartiles'
  | 'too_few_for_range'
  /** One organisation makes up nearly all of it. */
  | 'dominated'
  /** It differs from another published group by too few organisations. */
  | 'too_like_another'
  /** Somebody who knows a figure of their own could work out another's. */
  | 'could_be_worked_out'
  /** Too few organisations have changed since an earlier release: what that said still stands. */
  | 'too_few_changed'
  /** A small number of people, or one that would give a small number away. */
  | 'small_number'
  /** A share of too few people. */
  | 'few_people'
  /** Not told at all of such an indicator, or of such a group: the mean of pay, what a third by size makes together. */
  | 'not_told'

/** A figure as everybody sees it, rounded already, or why it is withheld. */
export type Shown = { readonly value: number } | { readonly withheld: Reason }

/** What is published of one indicator for one group of organisations. */
export interface Figure {
  readonly indicator: string
  /** `type:nhs_trust`, `region:nhs_trust:Y56`, `all`. */
  readonly group: string
  /** Organisations that contribute to it: never withheld. */
  readonly organisations: number
  readonly mean: Shown
  readonly median: Shown
  readonly lowerQuartile: Shown
  readonly upperQuartile: Shown
  readonly least: Shown
  readonly greatest: Shown
  /** Numerators over denominators, all organisations together, with the two it is made of. */
  readonly pooled: Shown
  readonly numerator: Shown
  readonly denominator: Shown
}

/** What one organisation that agreed to be named is shown at, in every group it belongs to. */
export interface Mark {
  readonly indicator: string
  readonly organisation: string
  readonly value: number
}

import type { Address } from '../survey/cells'
import type { Condition, Expression, OrganisationType } from '../survey/expression'

/**
 * What an indicator is about decides who may see how much of it (decisions, "Figures shown to others"): the workforce, a
 * protected characteristic of people, activity, or how many organisations do something.
 */
export type Subject = 'workforce' | 'protected' | 'activity' | 'organisations'

/** How a figure is written: so many per 100,000 people, per cent, so many for each, or pounds. */
export type Scale = 'per_100k' | 'percent' | 'each' | 'pounds'

/** Groups of peers an organisation may be compared with (specification §5.4). */
export type PeerGroupKind = 'type' | 'region' | 'model' | 'size' | 'service' | 'all'

interface Told {
  /** `ind_vacancy_rate`; the version reckoned on people where there are two ends in `_hc`. */
  readonly code: string
  readonly label: string
  /** What is counted and over what, for somebody who sees only this. */
  readonly says: string
  /** Under what heading it stands. */
  readonly topic: string
  readonly subject: Subject
  readonly scale: Scale
  /** Decimals an owner is shown of their own figure. */
  readonly decimals: 0 | 1 | 2
  readonly organisations: readonly OrganisationType[]
  readonly groups: readonly PeerGroupKind[]
  /** Shown as a tile at the head of the page. */
  readonly headline?: true
  /** An organisation enters only where this holds. */
  readonly when?: Condition
  /** The same on the other basis: WTE beside people. */
  readonly otherBasis?: string
  /** Why it is not the same as in an earlier collection, by that collection's code: a trend never joins the two. */
  readonly notComparableWith?: Readonly<Record<string, string>>
  /** The same for all organisations together only: what is told of one type is comparable. */
  readonly notComparableTogether?: Readonly<Record<string, string>>
  /** What the reader must know, such as "an estimate". */
  readonly note?: string
}

/** A figure over a figure: a rate, a share or a ratio. An organisation enters with every operand known. */
export interface RatioIndicator extends Told {
  readonly compares: 'ratio'
  readonly numerator: Expression
  readonly denominator: Expression
  /** People behind the numerator and the denominator, by which small numbers are judged; absent where they are people. */
  readonly people?: Expression
  readonly peopleBelow?: Expression
  /** A smaller denominator leaves an organisation out. */
  readonly denominatorAtLeast?: number
}

/** How many organisations of those that can say do something. */
export interface ShareIndicator extends Told {
  readonly compares: 'organisations'
  readonly counted: Condition
  readonly among: Condition
}

/** An amount of its own, of which only the middle and the quartiles are told. */
export interface AmountIndicator extends Told {
  readonly compares: 'amount'
  readonly amount: Expression
}

/**
 * How well a survey is answered, reckoned by the platform: how many of those asked responded; what share of the cells
 * that must be answered hold a value; and of the sections answered, how many the employer has low confidence in.
 */
export interface QualityIndicator extends Told {
  readonly compares: 'quality'
  readonly of: 'responded' | 'answered_with_a_value' | 'low_confidence'
  /** Where each section's confidence is told, and what counts as low. */
  readonly confidence?: { readonly cells: readonly Address[]; readonly low: string }
}

export type Indicator = RatioIndicator | ShareIndicator | AmountIndicator | QualityIndicator

/**
 * People counted by rows that are told apart, of which tables are published with their margins: ages, genders, bands.
 * Rows that say "not known" are counted beside the known ones.
 */
export interface Tally {
  /** The question's code. */
  readonly code: string
  readonly label: string
  readonly subject: 'workforce' | 'protected'
  readonly organisations: readonly OrganisationType[]
  readonly rows: readonly { readonly code: string; readonly label: string; readonly people: Expression }[]
  /** Indicators whose numerator is several of these rows over all of them: their shares say something of the table. */
  readonly shares: Readonly<Record<string, readonly string[]>>
  /** The rows that a share is over, where not all of them: those that are known. */
  readonly sharesOver?: Readonly<Record<string, readonly string[]>>
}

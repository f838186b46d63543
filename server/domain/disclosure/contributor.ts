/** What one submission brings to one indicator. */
export interface Contributor {
  readonly submission: string
  readonly organisation: string
  /** As counted: people, whole time equivalents, assessments, not yet per cent or per 100,000. */
  readonly numerator: number
  readonly denominator: number
  /** One over the other in the indicator's own scale: 37.5 per cent, 4.2 per 100,000; an amount in pounds. */
  readonly rate: number
  /** People behind the numerator and behind the denominator, by which small numbers are judged. */
  readonly people: number
  readonly peopleBelow: number
  /** Agreed to be named. */
  readonly named: boolean
  /** Codes of all groups it belongs to: `all`, `type:nhs_trust`, `region:nhs_trust:Y56`. */
  readonly groups: readonly string[]
}

/** A group whose figures of this indicator an earlier release of the collection published. */
export interface EarlierGroup {
  readonly group: string
  readonly release: number
  readonly submissions: ReadonlySet<string>
  /** Which of the counts behind it were told: `numerator`, `denominator`; of a table of people its rows, joined. */
  readonly counts?: ReadonlySet<string>
  /** Of those, whose figures were shown by name. */
  readonly named?: ReadonlySet<string>
}

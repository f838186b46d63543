import type { Contribution } from '../../domain/benchmarks/contribution'
import type { Figure } from '../../domain/disclosure/figure'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Sheet } from '../../domain/survey/sheet'

/** One organisation's own figures, and what a release tells of its groups: all that its page may show. */
export interface Seen {
  readonly definition: SurveyDefinition
  /** What it submitted, as it is in the release. */
  readonly sheet: Sheet
  readonly own: ReadonlyMap<string, Contribution>
  /** Codes of the groups it is in. */
  readonly groups: readonly string[]
  readonly figure: (indicator: string, group: string) => Figure | undefined
  /** Others of a group who agreed to be named, with their values. */
  readonly others: (indicator: string, group: string) => readonly NamedValue[]
  /** How many of a group could have had a figure: those asked, or where a group is made of answers, those who answered. */
  readonly size: (group: string) => Size
  readonly earlier: readonly EarlierSeen[]
}

export interface NamedValue {
  readonly name: string
  readonly value: number
}

export interface Size {
  readonly organisations: number
  readonly are: 'asked' | 'responded'
}

/** The same organisation in an earlier collection of the same survey. */
export interface EarlierSeen {
  readonly definition: SurveyDefinition
  readonly own: ReadonlyMap<string, Contribution>
  readonly figure: (indicator: string, group: string) => Figure | undefined
}

/** The release an organisation's figures are shown from. */
export interface Released {
  readonly number: number
  readonly kind: 'provisional' | 'final'
  readonly decidedAt: Date
  /** When the submission of theirs that is in it was made. */
  readonly submittedAt: Date
  /** Whether another submission has taken its place since. */
  readonly isOvertaken: boolean
}

import type { Indicator, Tally } from '../benchmarks/indicator'
import type { Box } from '../kinds'
import { remembered } from '../remembered'
import type { Address } from './cells'
import type { Condition, Expression, OrganisationType } from './expression'

/** One collection of a survey, as data: everything the app asks, checks, exports and compares is read from here. */
export interface SurveyDefinition {
  readonly code: string
  readonly title: string
  /** What the reference codes mean: C is "on 30 September 2019". */
  readonly references: Readonly<Record<string, string>>
  readonly sections: readonly Section[]
  /** What organisations are compared by. */
  readonly indicators: readonly Indicator[]
  /** The tables of people that are published with their margins. */
  readonly tallies: readonly Tally[]
  /** Which answers sort an organisation among its peers; absent where the survey asks none of it. */
  readonly peers?: Peers
}

/** The questions by whose answers an organisation is like another (specification §5.4). */
export interface Peers {
  /** How social workers are provided, by type: where several answers are ticked, the first of these is the main one. */
  readonly model: Readonly<
    Partial<Record<OrganisationType, { readonly address: Address; readonly mainFirst: readonly string[] }>>
  >
  /** Which ages are served, in the order in which they are written. */
  readonly services?: { readonly address: Address; readonly order: readonly string[] }
}

export interface Section {
  /** The specification's letter, lower case. */
  readonly code: string
  readonly title: string
  /** What to know before starting, in paragraphs. */
  readonly intro?: readonly string[]
  /** Asked only where this holds; beats the questions' own conditions. */
  readonly when?: Condition
  /** Filled only when the return is signed. */
  readonly filledBy?: 'signatory'
  readonly questions: readonly Question[]
  readonly rules: readonly Rule[]
}

/** A question is one box, a row of boxes, a table of them, or a list of entries that grows. */
export type Question = Asking &
  (
    | {
        readonly shape: 'single'
        readonly box: Box
        /** A fact that is mostly what it was last time: what was said then is asked about, and may be confirmed. */
        readonly rarelyChanges?: true
      }
    | { readonly shape: 'row'; readonly columns: readonly Column[] }
    | { readonly shape: 'table'; readonly rows: readonly Row[]; readonly columns: readonly Column[] }
    | { readonly shape: 'list'; readonly entry: string; readonly most: number; readonly columns: readonly Column[] }
  )

interface Asking {
  readonly code: string
  /** The question as shown. */
  readonly label: string
  readonly hint?: string
  readonly unit?: string
  /** What day or period it is about: a key of the definition's references. */
  readonly reference?: string
  /** Prefilled from the register and calculated are read-only. */
  readonly answering: 'required' | 'optional' | 'prefilled' | 'calculated'
  /** Asked of these only; absent means all. */
  readonly organisations?: readonly OrganisationType[]
  /** Asked only where this holds. */
  readonly when?: Condition
  /** A row of a table is asked only where this holds, `@` being the row. */
  readonly rowWhen?: Condition
  /** A column of a row is asked only where this holds, `@` being the row. */
  readonly columnWhen?: Readonly<Record<string, Condition>>
  /** Otherwise optional, but required where this holds, with at least so many characters. */
  readonly requiredWhen?: { readonly holds: Condition; readonly atLeast: number }
  /** May be answered "Not collected": all of it, or these columns. */
  readonly mayBeUncollected?: true | readonly string[]
  /** No figure in it may be more than this. */
  readonly upTo?: UpTo
  /** Of a calculated question: how, by column ('' for a single box). */
  readonly figures?: Readonly<Record<string, Expression>>
  /** Among the few asked for when time is short: all of it, or these columns. */
  readonly essential?: true | readonly string[]
  /** What the app itself reads here, whatever its code. */
  readonly means?: Meaning
}

/**
 * Whether there are any at all ("no" makes a return nil); which other organisations a joint return answers for; and of a
 * declaration, who signs, in what role, at what address, that the warnings were read, and whether the organisation may
 * be named.
 */
export type Meaning =
  'any_at_all' | 'answers_for' | 'signatory_name' | 'signatory_role' | 'signatory_email' | 'warnings_read' | 'naming'

/** A bound for each column ('' for a single box), told as a figure, and what that figure is called. */
export type UpTo = Readonly<Record<string, { readonly figure: Expression; readonly called: string }>>

export interface Row {
  readonly code: string
  readonly label: string
}

/** A column with an empty code is the only one of a table of choices: its addresses are `question.row`. */
export interface Column extends Row {
  readonly box: Box
}

/** Something that must hold (hard), that must be explained if it does not (soft), or that is only said (reminder). */
export type Rule = {
  readonly code: string
  readonly level: 'hard' | 'soft' | 'reminder'
  /** What is wrong and what to do; `{x}` is filled in from `figures`. */
  readonly says: string
} & (ExpressionRule | PlatformRule)

export interface ExpressionRule {
  /** Judged for these only. */
  readonly organisations?: readonly OrganisationType[]
  /** Judged once for each place, which the addresses below call `@`: 'sw_emp_in', or 'demo_age.*' for every row. */
  readonly each?: readonly string[]
  readonly holds: Condition
  readonly figures?: Readonly<Record<string, Said>>
}

/** A rule that needs more than the sheet: the register, other returns, patterns, last time (see platformRules.ts). */
export interface PlatformRule {
  readonly platform: PlatformCheck
  /** What it is about, where that is not the whole return. */
  readonly about?: readonly Address[]
  /** Of `agrees_with_other_survey`: a figure of this return, and the cell of the other survey that should say the same. */
  readonly compared?: { readonly here: Expression; readonly there: Address }
}

export type PlatformCheck =
  | 'code_in_register'
  | 'covered_not_started'
  | 'named_as_host'
  | 'partners_agree'
  | 'partners_distinct'
  | 'choices_exclusive'
  | 'round_hundreds'
  | 'ready_to_sign'
  | 'second_person'
  | 'signatory_domain'
  | 'no_personal_data'
  | 'signature_stands'
  | 'core_collected'
  | 'enough_collected'
  | 'columns_differ'
  | 'not_ten_times'
  | 'not_an_outlier'
  | 'steady_since_last'
  | 'agrees_with_other_survey'

/** What fills a gap in a message: a figure with so many decimals, or the label of what was chosen, or words by case. */
export type Said =
  | { readonly kind: 'figure'; readonly figure: Expression; readonly places: number }
  | { readonly kind: 'choice'; readonly address: Address }
  | { readonly kind: 'row' }
  | { readonly kind: 'case'; readonly cases: readonly SaidCase[] }

/** Words for one case, with gaps of their own. */
export interface SaidCase {
  readonly when: Condition
  readonly says: string
  readonly figures?: Readonly<Record<string, Said>>
}

/** Every question of a survey, in its order. */
export const questionsOf: (definition: SurveyDefinition) => readonly Question[] = remembered(({ sections }) =>
  sections.flatMap(({ questions }) => questions),
)

/** Whether organisations are named in a question. */
export const hasOrganisations = (question: Question): boolean =>
  question.shape === 'single'
    ? question.box.kind === 'organisation'
    : question.columns.some(({ box }) => box.kind === 'organisation')

/** The question that means this to the app, if the survey asks it. */
export const questionMeaning = (definition: SurveyDefinition, meaning: Meaning): Question | undefined =>
  questionsOf(definition).find(({ means }) => means === meaning)

/** The section with this code; undefined where the survey has none. */
export const sectionCoded = ({ sections }: SurveyDefinition, code: string): Section | undefined =>
  sections.find((section) => section.code === code)

/** Whether an employer may say "not collected" in this column of the question. */
export const mayBeUncollected = (question: Question, column: string): boolean =>
  question.mayBeUncollected === true || (question.mayBeUncollected ?? []).includes(column)

/** Whether somebody types the answer: it is neither calculated nor prefilled. */
export const isEntered = ({ answering }: Question): boolean => answering === 'required' || answering === 'optional'

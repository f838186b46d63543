import type { OrganisationType } from '../../server/domain/survey/expression'

/** What stands in a cell: a figure, a choice, ticked choices, or "not collected". */
export type Given = number | string | readonly string[] | 'NC'

/** One rule, held once and broken once. */
export interface RuleCase {
  readonly code: string
  /** Whose return it is; a trust unless told. */
  readonly type?: OrganisationType
  /** What stands in both. */
  readonly base?: Readonly<Record<string, Given>>
  readonly holds: Readonly<Record<string, Given>>
  readonly breaks: Readonly<Record<string, Given>>
}

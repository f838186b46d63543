import type { FoundReturn, OwnReturn } from '../../../db/foundReturn'
import type { StaffRole } from '../../../domain/people/roles'
import type { Telephoned } from '../../../domain/returns/telephoned'
import type { Address } from '../../../domain/survey/cells'
import type { Section } from '../../../domain/survey/definition'
import type { SectionCheck } from '../../../domain/survey/progress'
import type { Problem, Typed } from '../../../domain/survey/readSection'
import type { Sheet } from '../../../domain/survey/sheet'
import type { Names } from '../../../domain/reading/cellInWords'

/** All that decides how the form of one section is drawn. */
export interface Filling {
  readonly found: FoundReturn | OwnReturn
  readonly section: Section
  readonly sheet: Sheet
  readonly check: SectionCheck
  /** What was typed, where the page comes back with it. */
  readonly typed: Typed
  readonly problems: readonly Problem[]
  /** What organisations are called, by their codes. */
  readonly names: Names
  /** Other surveys that ask some of this section too, and whose return follows. */
  readonly sharedWith?: readonly string[]
  /** Answers of the return that were given by telephone. */
  readonly telephoned?: readonly Telephoned[]
  /** Set where somebody of the network fills it in, on behalf of the employer. */
  readonly staffRole?: StaffRole
}

/** Where the pages of a return are: the employer's own, or the network's. */
export const pathOf = ({ id }: Pick<FoundReturn, 'id'>, staffRole: StaffRole | undefined): string =>
  staffRole === undefined ? `/returns/${id}` : `/network/returns/${id}`

/** The sections somebody was given; null where they see them all. */
export const assignedIn = (found: FoundReturn | OwnReturn): readonly string[] | null =>
  'assigned' in found ? found.assigned : null

/** What can be put right in one box. */
export const problemAt = ({ problems, check }: Filling, address: Address): string | undefined =>
  problems.find((problem) => problem.address === address)?.says ??
  check.beyond.find(({ place }) => place.address === address)?.says

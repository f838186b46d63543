import type { Scope } from '../../../db/returns'
import type { FoundReturn, OwnReturn } from '../../../db/foundReturn'
import type { StaffRole } from '../../../domain/people/roles'
import type { Via } from '../../../domain/returns/via'
import type { Section } from '../../../domain/survey/definition'
import type { Typed } from '../../../domain/survey/readSection'
import type { Services } from '../../../services'
import type { PersonVisit } from '../../route'
import { fillingOf } from '../draft'
import type { Filling } from './filling'

/** Somebody with one section of a return before them: of its employer, or of the network, on its behalf. */
export interface Desk {
  readonly services: Pick<Services, 'db'>
  readonly visit: PersonVisit
  readonly found: FoundReturn | OwnReturn
  readonly section: Section
  readonly scope: Scope
  readonly via: Via
  /** Of somebody of the network. */
  readonly staffRole: StaffRole | undefined
  /** The return as it is now that something has been done to it. */
  readonly again: () => Promise<FoundReturn | OwnReturn>
  /** What becomes of what was typed too late, besides being shown. */
  readonly tooLate: (typed: Typed) => Promise<void>
}

/** The section as it is, ready to be drawn. */
export const fillingAt = async (
  { services, section, staffRole }: Desk,
  found: FoundReturn | OwnReturn,
  typed?: Pick<Filling, 'typed' | 'problems'>,
): Promise<Filling> => ({
  ...(await fillingOf(services, found, section, typed)),
  ...(staffRole === undefined ? {} : { staffRole }),
})

/** The return's version when the page was drawn, as it was sent along. */
export function versionIn(typed: Typed): number | null {
  const version = Number(typed.version)
  return typeof typed.version === 'string' && Number.isSafeInteger(version) ? version : null
}

import { sectionPhase, type Openness } from '../collections/opening'
import { rule, type Actor, type ReturnStatus, type Ruling } from './lifecycle'

interface Judged {
  readonly status: ReturnStatus
  readonly openness: Openness
  readonly now: Date
}

/** May somebody change one section of a return at the moment it is judged by? */
export const editRuling = ({ status, openness, now }: Judged, section: string, by: Actor): Ruling =>
  rule('edit', { status, phase: sectionPhase(openness, section, now), stands: openness.standingSince !== null }, by)

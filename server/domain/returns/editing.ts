import { sectionPhase, withdrawalPhase, type Openness } from '../collections/opening'
import type { Section } from '../survey/definition'
import { rule, type Actor, type Refusal, type ReturnStatus, type Ruling } from './lifecycle'

interface Judged {
  readonly status: ReturnStatus
  readonly openness: Openness
  readonly now: Date
}

/** May somebody change one section of a return at the moment it is judged by? */
export const editRuling = ({ status, openness, now }: Judged, section: string, by: Actor): Ruling =>
  rule('edit', { status, phase: sectionPhase(openness, section, now), stands: openness.standingSince !== null }, by)

/**
 * Why something may not be, as its employer sees it: while a submission may still be taken back, it is the submission
 * that shuts a return, and not the time.
 */
export const asSeen = (because: Refusal, { status, openness, now }: Judged): Refusal =>
  because === 'locked' && (status === 'submitted' || status === 'nil') && withdrawalPhase(openness, now) === 'open'
    ? 'wrong_status'
    : because

/** Sections that somebody may change at the moment they are judged by, and those that they may not. */
export interface JudgedSections {
  readonly open: readonly Section[]
  /** With the reason, as their employer sees it. */
  readonly shut: readonly { readonly section: Section; readonly because: Refusal }[]
  /** The status that follows from a change; undefined where nothing may be changed. */
  readonly status: ReturnStatus | undefined
}

/** Judges several sections of a return at once. */
export function judgedSections(found: Judged, sections: readonly Section[], by: Actor): JudgedSections {
  const judged = sections.map((section) => ({ section, ruling: editRuling(found, section.code, by) }))
  return {
    open: judged.flatMap(({ section, ruling }) => (ruling.ok ? [section] : [])),
    shut: judged.flatMap(({ section, ruling }) =>
      ruling.ok ? [] : [{ section, because: asSeen(ruling.because, found) }],
    ),
    status: judged.flatMap(({ ruling }) => (ruling.ok ? [ruling.to] : []))[0],
  }
}

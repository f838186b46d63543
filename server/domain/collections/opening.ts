import type { Collection, Phase } from './phase'
import { phaseAt } from './phase'

/** More time before a first submission, or a return given back after one. */
export type OpeningKind = 'extension' | 'reopening'

/** More time for one return: until when, for which sections (none named means all), decided when. */
export interface Opening {
  readonly kind: OpeningKind
  readonly untilAt: Date
  readonly reason: string
  readonly sections: readonly string[] | null
  readonly decidedAt: Date
}

/** What decides whether a return is open. */
export interface Openness extends Collection {
  readonly openings: readonly Opening[]
  /** When the submission that stands was made; null where none stands. */
  readonly standingSince: Date | null
}

const names = ({ sections }: Opening, section: string): boolean => sections?.includes(section) ?? true

/**
 * The one rule of the lock, for one section: the latest of the collection's cutoff, its extensions and its reopenings
 * that name the section. Where a submission stands, only what was reopened since is open. Null: shut, whatever the time.
 */
export function sectionCutoff({ cutoffAt, openings, standingSince }: Openness, section: string): Date | null {
  const named = openings.filter((opening) => names(opening, section))
  if (standingSince === null) return latest([cutoffAt, ...named.map(({ untilAt }) => untilAt)])
  const since = named.filter(({ kind, decidedAt }) => kind === 'reopening' && decidedAt > standingSince)
  return latest(since.map(({ untilAt }) => untilAt))
}

/** Whether a section may be changed at a moment. */
export function sectionPhase(openness: Openness, section: string, now: Date): Phase {
  const cutoffAt = sectionCutoff(openness, section)
  return cutoffAt === null ? 'locked' : phaseAt({ ...openness, cutoffAt }, now)
}

/** The last moment any of the sections is open; null where none is, whatever the time. */
export const returnCutoff = (openness: Openness, sections: readonly string[]): Date | null =>
  latest(sections.map((section) => sectionCutoff(openness, section)).filter((cutoff) => cutoff !== null))

/** Whether anything of a return may be changed, and so whether it may be sent: while any section is open. */
export function returnPhase(openness: Openness, sections: readonly string[], now: Date): Phase {
  const cutoffAt = returnCutoff(openness, sections)
  return cutoffAt === null ? 'locked' : phaseAt({ ...openness, cutoffAt }, now)
}

/** Whether a standing submission may still be taken back: the collection, or an extension, is still open to all. */
export const withdrawalPhase = (openness: Openness, now: Date): Phase =>
  phaseAt({ ...openness, cutoffAt: latest([openness.cutoffAt, ...extensionsOf(openness)]) ?? openness.cutoffAt }, now)

const extensionsOf = ({ openings }: Openness): Date[] =>
  openings.filter(({ kind, sections }) => kind === 'extension' && sections === null).map(({ untilAt }) => untilAt)

const latest = (moments: readonly Date[]): Date | null =>
  moments.reduce<Date | null>((last, each) => (last === null || each > last ? each : last), null)

import { sectionPhase, type Openness } from '../../domain/collections/opening'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { isOptionalSection } from '../../domain/survey/essential'
import type { Progress } from '../../domain/survey/progress'

export interface SectionLine {
  readonly code: string
  readonly letter: string
  readonly title: string
  readonly href: string
  readonly about: string
  readonly mark: 'complete' | 'progress' | 'start' | 'explain' | 'cannot' | 'none'
  readonly state: string
}

interface Seen {
  readonly id: string
  readonly progress: Readonly<Record<string, Progress>>
  readonly openness: Openness
  readonly essentialOnly: boolean
  readonly now: Date
}

/** The sections employers fill in, with how far each has got and whether it is open. */
export const sectionLines = (found: Seen, { sections }: SurveyDefinition): SectionLine[] =>
  sections
    .filter(({ filledBy }) => filledBy === undefined)
    .map((section) => ({
      code: section.code,
      letter: section.code.toUpperCase(),
      title: section.title,
      href: `/network/returns/${found.id}/sections/${section.code}`,
      about: sectionPhase(found.openness, section.code, found.now) === 'open' ? 'Open' : 'Locked',
      ...howFarWords(found.progress[section.code], isOptionalSection(section, found)),
    }))

function howFarWords(progress: Progress | undefined, isOptional: boolean): Pick<SectionLine, 'mark' | 'state'> {
  const untouched = { mark: 'start', state: isOptional ? 'Optional, nothing given' : 'Not started' } as const
  if (!progress) return untouched
  const { status, required, answered, hard, soft, explained } = progress
  switch (status) {
    case 'not_applicable':
      return { mark: 'none', state: 'Not asked' }
    case 'not_started':
      return untouched
    case 'complete':
      return { mark: 'complete', state: 'Complete' }
    case 'complete_with_warnings':
      return soft === explained
        ? { mark: 'complete', state: `Complete, ${explained} explained` }
        : { mark: 'explain', state: `${soft - explained} to explain` }
    case 'in_progress':
      return hard > 0
        ? { mark: 'cannot', state: `${hard} to put right, ${required - answered} left` }
        : { mark: 'progress', state: `In progress, ${required - answered} left` }
  }
}

import type { Progress } from '../survey/progress'

export interface HowFar {
  /** Sections finished, and how many there are to fill in. */
  readonly done: number
  readonly of: number
  /** Figures that need an explanation and have none. */
  readonly unexplained: number
  /** Rules that must hold and do not. */
  readonly hard: number
}

/** How far a return has got, from what was kept with it when it was saved; its sections told by their codes. */
export function howFar(progress: Readonly<Record<string, Progress>>, sections: readonly string[]): HowFar {
  const asked = sections.filter((code) => progress[code]?.status !== 'not_applicable')
  const known = asked.map((code) => progress[code]).filter((each) => each !== undefined)
  return {
    done: known.filter(({ status }) => status === 'complete' || status === 'complete_with_warnings').length,
    of: asked.length,
    unexplained: known.reduce((sum, { soft, explained }) => sum + soft - explained, 0),
    hard: known.reduce((sum, { hard }) => sum + hard, 0),
  }
}

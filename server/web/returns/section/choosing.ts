import type { Typed } from '../../../domain/survey/readSection'

/** What was chosen on a page of conflicts, as if it had been typed. */
export interface Chosen {
  readonly typed: Typed
  /** Conflicts for which neither was chosen. */
  readonly undecided: readonly string[]
}

/** Whether a form comes from the page of conflicts, which says between what there was to choose. */
export const isChoosing = (typed: Typed): boolean => typed.choosing !== undefined

/** Reads the choices: one for each box, or one button for all of them. */
export function choicesIn(typed: Typed): Chosen {
  const names = [typed.choosing].flat().filter((name) => typeof name === 'string')
  const keep = typed.keep
  const picked = names.map((name) => [name, choiceFor(name, keep, typed)] as const)
  return {
    typed: { ...typed, ...Object.fromEntries(picked.filter(([, choice]) => choice !== undefined)) },
    undecided: picked.filter(([, choice]) => choice === undefined).map(([name]) => name),
  }
}

function choiceFor(name: string, keep: unknown, typed: Typed): unknown {
  return keep === 'mine' || keep === 'theirs' ? typed[`${name}!${keep}`] : typed[name]
}

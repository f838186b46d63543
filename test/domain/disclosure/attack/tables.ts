import loadHighs from 'highs'

/** What is known of one sum of unknowns: between which values it lies. */
export interface KnownSum {
  readonly of: readonly number[]
  readonly least: number
  readonly greatest?: number
}

export type Solver = Awaited<ReturnType<typeof loadHighs>>
export const openSolver = (): Promise<Solver> => loadHighs()

/** How many whole numbers a sum of unknowns, none below 0, can still be for all that is known. */
export function valuesLeft(solver: Solver, known: readonly KnownSum[], target: readonly number[]): number {
  const [least, greatest] = (['Minimize', 'Maximize'] as const).map((way) => {
    const { Status, ObjectiveValue } = solver.solve(programme(way, known, target))
    if (Status !== 'Optimal') throw new Error(`${way}: ${Status}`)
    return ObjectiveValue
  })
  return Math.floor((greatest ?? 0) + 1e-6) - Math.ceil((least ?? 0) - 1e-6) + 1
}

/** In the format of CPLEX; nothing is more than a million. */
function programme(way: string, known: readonly KnownSum[], target: readonly number[]): string {
  const sum = (of: readonly number[]) => of.map((unknown) => `x${unknown}`).join(' + ')
  const lines = known.flatMap(({ of, least, greatest }, at) => [
    `a${at}: ${sum(of)} >= ${least}`,
    ...(greatest === undefined ? [] : [`b${at}: ${sum(of)} <= ${greatest}`]),
  ])
  return [way, `sum: ${sum(target)}`, 'Subject To', ...lines, `z: ${sum(target)} <= 1000000`, 'End'].join('\n')
}

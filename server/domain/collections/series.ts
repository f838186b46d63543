/** What the collections of one survey have in common: the code of each is the survey's, a dash, and its year. */
export const surveyOf = (code: string): string => code.slice(0, Math.max(code.lastIndexOf('-'), 0))

/** The collection of the same survey that opened last before this one. */
export function earlierOf<C extends { readonly code: string; readonly opensAt: Date }>(
  collection: { readonly code: string; readonly opensAt: Date },
  all: readonly C[],
): C | undefined {
  return all
    .filter(({ code, opensAt }) => surveyOf(code) === surveyOf(collection.code) && opensAt < collection.opensAt)
    .sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime())[0]
}

export interface QueryTold {
  /** The figure, in words of the survey. */
  readonly label: string
  readonly question: string
}

/** More than so many are told on the page only. */
const TOLD = 10

/** Questions about figures, a paragraph each. */
export const queriesTold = (asked: readonly QueryTold[]): string[] => [
  ...asked.slice(0, TOLD).map(({ label, question }) => `${label}: ${question}`),
  ...(asked.length > TOLD ? [`The other ${asked.length - TOLD} stand on the page.`] : []),
]

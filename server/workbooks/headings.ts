/** What a column holds: for each measure its answers, why they are not collected, and their addresses. */
export type Part = 'answer' | 'reason' | 'address'

/** The headings of the columns that there is one of. */
export const headings = { question: 'Question', line: 'Line', gives: 'What to give', notes: 'Notes' } as const

const parts: Readonly<Record<Part, (measure: string) => string>> = {
  answer: (measure) => `Answer${measure}`,
  reason: (measure) => `Not collected: why${measure}`,
  address: (measure) => `Address${measure}`,
}

const written: Readonly<Record<Part, RegExp>> = {
  answer: /^answer(?: \((?<measure>.+)\))?$/i,
  reason: /^not collected: why(?: \((?<measure>.+)\))?$/i,
  address: /^address(?: \((?<measure>.+)\))?$/i,
}

/** The heading of a column: "Answer", or "Answer (WTE)" where a line has several. */
export const headingOf = (part: Part, measure: string): string => parts[part](measure === '' ? '' : ` (${measure})`)

/** Which measure a heading is of; undefined where it is not a heading of this part. */
export function measureIn(part: Part, heading: string): string | undefined {
  const found = written[part].exec(heading)
  return found ? (found.groups?.measure ?? '') : undefined
}

/** How the network and an employer were in touch, or that somebody wrote down what they know. */
export const contactKinds = { call: 'Call', email: 'Email', note: 'Note' } as const

export type ContactKind = keyof typeof contactKinds

/** Whether a word names a way of being in touch. */
export const isContactKind = (given: unknown): given is ContactKind =>
  typeof given === 'string' && Object.hasOwn(contactKinds, given)

/** Why a return is late, as its employer says. */
export const lateReasons = {
  no_time: 'No time, or nobody to do it',
  waiting_for_colleague: 'Waiting for a colleague or another organisation',
  systems: 'The figures cannot be got out of the systems',
  people_changed: 'Whoever dealt with it has left or is away',
  signature: 'Waiting for whoever signs',
  not_received: 'Did not know of it',
  other: 'Something else',
} as const

export type LateReason = keyof typeof lateReasons

/** Whether a word names a reason for being late. */
export const isLateReason = (given: unknown): given is LateReason =>
  typeof given === 'string' && Object.hasOwn(lateReasons, given)

/** A promise is for today or later, and for no day so far off that it is a slip of the pen: London dates. */
export function promiseProblem(day: string, { today, latest }: { today: string; latest: string }): string | undefined {
  if (day < today) return 'That day has passed. Enter the day by which they will send it, today or later.'
  if (day > latest) return 'That day is more than a year away. Enter the day by which they will send it.'
  return undefined
}

/** What the network looks at day by day, one press each, in the order in which it helps. */
export const worklistViews = {
  ring: 'Ring first',
  promise_passed: 'Promise passed',
  promised_today: 'Promised today',
  not_opened: 'Not opened',
  quiet: 'Quiet a week',
  nearly_done: 'Nearly done',
  waiting: 'Waiting for signature over 3 days',
  bouncing: 'Contact bouncing',
  queried: 'Question unanswered',
} as const

export type WorklistView = keyof typeof worklistViews

/** Whether a word names a view of the worklist. */
export const isWorklistView = (given: string): given is WorklistView => Object.hasOwn(worklistViews, given)

/** What is said where a view shows nobody. */
export const emptyViews = {
  ring: 'Nobody is to be rung first. Whoever has been asked often, is near the end or broke a promise comes here.',
  promise_passed: 'No promise has passed. A promised day is noted with a call, and comes back here when it is over.',
  promised_today: 'Nobody promised to send it today.',
  not_opened: 'Everybody has opened their return.',
  quiet: 'Nobody has been quiet for a week.',
  nearly_done: 'Nobody has finished eight tenths of their sections and waits with the rest.',
  waiting: 'No return has waited for its signature for more than 3 days.',
  bouncing: 'No letters come back.',
  queried: 'No question about a figure waits for an answer.',
} as const satisfies Record<WorklistView, string>

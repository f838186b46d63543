/** How long somebody stays signed in, in seconds: without doing anything, and in all. */
interface Lasting {
  readonly idle: number
  readonly most: number
}

export interface SessionTimes {
  readonly employers: Lasting
  /** Shorter for the network's people, who see everybody's returns. */
  readonly network: Lasting
  /** It is remembered that somebody is still there when this many seconds have passed since it last was. */
  readonly remembered: number
  /** So long before the end they are asked whether they are still there: two minutes at the least (WCAG 2.2.1). */
  readonly warning: number
}

const minutes = (count: number) => count * 60
const hours = (count: number) => count * minutes(60)

export const sessionTimes: SessionTimes = {
  employers: { idle: minutes(60), most: hours(12) },
  network: { idle: minutes(30), most: hours(8) },
  remembered: minutes(1),
  warning: minutes(3),
}

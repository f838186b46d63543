/** A letter that could not be sent for so long is given up, and the network sees it. */
export const GIVE_UP_AFTER_HOURS = 48

const LONGEST_WAIT = 60

/** How many minutes a letter waits after so many tries: 1, 2, 4 … and never more than an hour. */
export const minutesUntilNextTry = (tries: number): number => Math.min(2 ** Math.max(tries - 1, 0), LONGEST_WAIT)

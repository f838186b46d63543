const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' })
const shortWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** A London date within a collection: 3 February. */
export const dayAndMonth = (day: string): string => words.format(noonOf(day))
/** 3 Feb */
export const shortDayAndMonth = (day: string): string => shortWords.format(noonOf(day))

/** Somebody who works so many hundredths of full time: whole numbers, so that every table adds up to the last digit. */
export interface Working {
  readonly hundredths: number
}

/** Somebody who does not exist, employed by one employer. Every table of a return counts the same people. */
export interface Worker extends Working {
  /** The organisation whose services they work in, where that is not their employer's. */
  readonly deployedTo: string | null
  readonly role: string
  readonly gender: string
  readonly age: string
  /** In the 16+1 categories. */
  readonly ethnicity: string
  readonly disability: string
  readonly contract: string
  readonly award: string
  /** Agenda for Change band. */
  readonly band: string
  /** Band of salary in a council. */
  readonly salary: string
  /** Whether the post is open to several professions. */
  readonly generic: boolean
  readonly team: string
}

/** Somebody whom another organisation employs, and of whom the host knows little. */
export interface External extends Working {
  readonly employedBy: string
  readonly arrangement: string
  readonly team: string
}

/** How many people, and how many whole-time equivalents. */
export interface Count {
  readonly hc: number
  readonly wte: number
}

/** Counts them all. */
export const together = (people: readonly Working[]): Count => ({
  hc: people.length,
  wte: people.reduce((total, { hundredths }) => total + hundredths, 0) / 100,
})

/**
 * What speaks for ringing an employer, each in points, and from when it counts. Told once: by these the list is ordered
 * and its reasons are given (ringing.ts).
 */
export const points = {
  /** Above everything else together. */
  promisePassed: 1000,
  /** Letters do not arrive: only a call helps. */
  bouncing: 15,
  /** One signature is missing. */
  waiting: 15,
  waitingDays: 3,
  neverOpened: 10,
  nothingSaved: 8,
  quiet: 10,
  quietDays: 7,
  /** A little push brings it in. */
  nearlyDone: 8,
  /** Tenths of its sections that are finished. */
  nearlyDoneTenths: 8,
  eachLetter: 4,
  mostLetters: 4,
  /** Of an organisation as big as the average of its type; of others more or less, up to a limit. */
  averagePopulation: 5,
  mostPopulation: 20,
  /** Times the average from which a population is called large. */
  largeFrom: 1.5,
  /** Days for which whoever was in touch is left in peace. */
  givenTime: 2,
  /** From so many an employer is among those to ring first. */
  ringFirst: 25,
} as const

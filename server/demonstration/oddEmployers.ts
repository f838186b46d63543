/** A council that answers for a neighbour too, and the neighbour. */
export const joint = { by: 'E09900005', covers: 'E09900006' } as const

/** Employers that say they have no mental health social workers, and why. */
export const nilReasons: Readonly<Record<string, string>> = {
  E06900031: 'provided_by_partner',
  E09900020: 'provided_by_partner',
  I9007: 'service_not_provided',
  V9003: 'service_not_provided',
  V9006: 'posts_vacant',
}

/** Employers that answer for a part of themselves only, and which. */
export const parts: Readonly<Record<string, string>> = {
  E10900011: 'The northern districts only. The southern districts moved to a neighbouring council’s service in 2018.',
  T9C: 'All services but the low secure unit, whose staff are on the books of a partner until April 2020.',
}

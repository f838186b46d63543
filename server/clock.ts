/** How long a request has been in this process, in milliseconds: its headers were parsed when this was made. */
export type Arrival = () => number

/** Beyond this a request is judged as if it had arrived this long ago (contract, "The clock"). */
const LONGEST_WAIT = 30_000

/** Starts counting now, on a clock that nobody can set. */
export function arrivedNow(): Arrival {
  const arrivedAt = performance.now()
  return () => Math.min(performance.now() - arrivedAt, LONGEST_WAIT)
}

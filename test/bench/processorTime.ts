import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second. */
const TICK = 10

/** How much processor time a process has used, with all its threads, in milliseconds. Only Linux tells. */
export function processorTime(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

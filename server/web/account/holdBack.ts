import { countTry } from '../../actions/countTry'
import type { Throttle } from '../../db/throttles'
import type { Services } from '../../services'
import type { Visit } from '../route'

/** Counts a try. Where there were too many, says so in words, and to the browser how long to wait. */
export async function holdBack(
  services: Pick<Services, 'db'>,
  { res }: Pick<Visit, 'res'>,
  limits: readonly Throttle[],
): Promise<string | undefined> {
  const counted = await countTry(services, limits)
  if (counted.kind === 'counted') return undefined
  res.setHeader('Retry-After', counted.waitSeconds)
  const minutes = Math.ceil(counted.waitSeconds / 60)
  return `There have been too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
}

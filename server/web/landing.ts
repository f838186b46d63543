import { latestCollections } from '../db/collections'
import type { Person } from '../db/people'
import type { Services } from '../services'

/** Where somebody begins: employers with their returns, the network with its newest collection. */
export async function landing({ db }: Pick<Services, 'db'>, person: Person): Promise<string> {
  if (person.staffRole === null) return person.memberships.length > 0 ? '/returns' : '/'
  const [newest] = await latestCollections(db)
  return newest ? `/network/collections/${encodeURIComponent(newest.code)}` : '/'
}

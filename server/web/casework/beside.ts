import { peopleOfReturn } from '../../db/casework'
import { findAnyReturn } from '../../db/returns'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import type { StaffVisit } from '../route'
import { besidePage } from './besidePage'
import { chasedAt } from './chased'
import { draw } from './pages'

/** What is needed to ring an employer, to stand beside the list. */
export async function showBeside({ db }: Pick<Services, 'db'>, visit: StaffVisit): Promise<void> {
  const found = await findAnyReturn(db, String(visit.req.params.id), visit.arrival)
  if (!found) throw new NotFound()
  const [people, chased] = await Promise.all([peopleOfReturn(db, found.id), chasedAt(db, found.id, visit)])
  draw(visit, 'casework/beside', besidePage(found, people, chased))
}

import { cellsOf } from '../../db/cells'
import type { FoundReturn } from '../../db/foundReturn'
import { organisationNames } from '../../db/organisationNames'
import type { QueuedRequest } from '../../db/requestQueue'
import { findAnyReturn } from '../../db/returns'
import { lateLines, type LateLine } from '../../domain/reading/lateLines'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import type { StaffVisit } from '../route'

/** A request, its return as it is now, and what was typed too late beside what that says. */
export interface RequestSeen {
  readonly request: QueuedRequest
  readonly found: FoundReturn
}

export type RequestRead = RequestSeen & { readonly lines: readonly LateLine[] }

/** Reads what requests are about. */
export async function readRequests(
  { db }: Pick<Services, 'db'>,
  { arrival }: StaffVisit,
  requests: readonly QueuedRequest[],
): Promise<RequestRead[]> {
  const names = requests.length > 0 ? await organisationNames(db) : new Map<string, string>()
  const read: RequestRead[] = []
  for (const request of requests) {
    const found = await findAnyReturn(db, request.returnId, arrival)
    if (!found) continue
    const cells = Object.keys(request.typed).length > 0 ? await cellsOf(db, request.returnId) : {}
    const lines = lateLines(request.typed, { definition: definitionOf(request.collection), cells, names })
    read.push({ request, found, lines })
  }
  return read
}

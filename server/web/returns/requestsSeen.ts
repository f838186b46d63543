import { cellsOf } from '../../db/cells'
import type { OwnReturn } from '../../db/foundReturn'
import { heldOf, type HeldField } from '../../db/lateTyping'
import { openingRequestsOf, type OpeningRequest } from '../../db/openingRequests'
import { organisationNames } from '../../db/organisationNames'
import type { Names } from '../../domain/reading/cellInWords'
import { isTheirs } from '../../domain/reading/labels'
import type { Cells } from '../../domain/survey/cells'
import { definitionOf } from '../../surveys'
import type { Reads } from './draft'
import { latePanels, type LatePanel } from './latePanel'

/** All that has been asked about a return, with what was typed too late: as much as this person may see. */
export interface RequestsSeen {
  readonly requests: readonly OpeningRequest[]
  /** Held, and not sent along with a request yet. */
  readonly held: readonly HeldField[]
  readonly panels: readonly LatePanel[]
  readonly cells: Cells
  readonly names: Names
}

/** Reads what has been asked about a return, as much as this person may see. */
export async function requestsSeen(
  services: Reads,
  found: OwnReturn,
  chosen?: Parameters<typeof latePanels>[2],
): Promise<RequestsSeen> {
  const { db } = services
  const definition = definitionOf(found.collection.code)
  const maySee = (name: string) => isTheirs(found, name.replace(/!nc$/, ''), definition)
  const [requests, held, panels, cells, names] = await Promise.all([
    openingRequestsOf(db, found.id),
    heldOf(db, found.id),
    latePanels(services, found, chosen),
    cellsOf(db, found.id),
    organisationNames(db),
  ])
  return {
    requests: requests.map((request) => ({
      ...request,
      typed: Object.fromEntries(Object.entries(request.typed).filter(([name]) => maySee(name))),
    })),
    held: held.filter(({ name }) => maySee(name)),
    panels,
    cells,
    names,
  }
}

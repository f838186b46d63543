import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { putIn, type Choice, type PutIn } from '../db/putIn'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { findUpload } from '../db/uploads'
import { actorOf } from '../domain/returns/actor'
import { judgedSections } from '../domain/returns/editing'
import { givenSections } from '../domain/returns/givenSections'
import type { Refusal } from '../domain/returns/lifecycle'
import type { Address } from '../domain/survey/cells'
import type { Services } from '../services'
import { definitionOf } from '../surveys'
import { typedApart } from '../workbooks/typedApart'

export interface ImportWorkbook {
  readonly personId: string
  readonly returnId: string
  /** The file whose changes were seen. */
  readonly uploadId: string
  /** The return's version when they were seen. */
  readonly seenAt: number
  /** The letters of the sections to put back. */
  readonly sections: readonly string[]
  readonly choices: ReadonlyMap<Address, Choice>
  readonly arrival: Arrival
}

export type WorkbookImported =
  | PutIn
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  /** The file has waited too long, or another was sent after it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not_found' }

/** Puts a file back into a return: the sections chosen, all or nothing, as saving their pages would. */
export const importWorkbook = ({ db }: Pick<Services, 'db'>, wanted: ImportWorkbook): Promise<WorkbookImported> =>
  inTransaction<WorkbookImported>(db, async (tx) => {
    const { personId, seenAt, choices } = wanted
    const found = await lockReturn(tx, { employer: personId }, wanted.returnId, wanted.arrival)
    if (!found || !('assigned' in found)) return { kind: 'not_found' }
    const upload = await findUpload(tx, wanted)
    if (upload?.id !== wanted.uploadId) return { kind: 'gone' }

    const by = actorOf(found, undefined)
    const definition = definitionOf(found.collection.code)
    const chosen = givenSections(definition, found.assigned).filter(({ code }) => wanted.sections.includes(code))
    const { open: sections, shut, status } = judgedSections(found, chosen, by)
    if (shut[0]) return { kind: 'refused', because: shut[0].because, found }
    if (status === undefined) return { kind: 'put_in', addresses: [], left: 0 }

    const apart = typedApart(upload, sections, definition)
    return putIn(tx, { found, definitionOf, apart, sections, seenAt, choices, personId, by, via: 'workbook', status })
  })

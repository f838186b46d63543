import type { Arrival } from '../clock'
import { changesSince } from '../db/cells'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { keepChanges } from '../db/keepChanges'
import { lockReturn } from '../db/returns'
import { sheetOfReturn } from '../db/sheetOfReturn'
import { draftOfReturn } from '../db/sisters'
import { inTransaction, type Tx } from '../db/transaction'
import { findUpload, type Upload } from '../db/uploads'
import { actorOf } from '../domain/returns/actor'
import { editRuling } from '../domain/returns/editing'
import type { Actor, Refusal, ReturnStatus } from '../domain/returns/lifecycle'
import type { Address } from '../domain/survey/cells'
import { givenSections } from '../domain/returns/givenSections'
import type { Section } from '../domain/survey/definition'
import type { Services } from '../services'
import { definitionOf } from '../surveys'
import { comparison } from '../workbooks/comparison'

/** Which of two answers to keep, where a file and a page say different things. */
export type Choice = 'mine' | 'theirs'

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
  | { readonly kind: 'imported'; readonly changed: number; readonly left: number }
  /** Somebody has changed the same answers since, or no choice was made: nothing has been written. */
  | { readonly kind: 'undecided'; readonly addresses: readonly Address[] }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  /** The file has waited too long, or another was sent after it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not_found' }

/** Puts a file back into a return: the sections chosen, all or nothing, as saving their pages would. */
export const importWorkbook = ({ db }: Pick<Services, 'db'>, wanted: ImportWorkbook): Promise<WorkbookImported> =>
  inTransaction<WorkbookImported>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: wanted.personId }, wanted.returnId, wanted.arrival)
    if (!found || !('assigned' in found)) return { kind: 'not_found' }
    const upload = await findUpload(tx, wanted)
    if (upload?.id !== wanted.uploadId) return { kind: 'gone' }
    const sections = chosenSections(found, wanted.sections)

    const by = actorOf(found, undefined)
    const rulings = sections.map(({ code }) => editRuling(found, code, by))
    const refusal = rulings.find((ruling) => !ruling.ok)
    if (refusal) return { kind: 'refused', because: refusal.because, found }
    const [ruling] = rulings.filter(({ ok }) => ok)
    if (!ruling?.ok) return { kind: 'imported', changed: 0, left: 0 }

    return putBack(tx, { wanted, found, upload, sections, by, status: ruling.to })
  })

const chosenSections = ({ collection, assigned }: OwnReturn, chosen: readonly string[]): Section[] =>
  givenSections(definitionOf(collection.code), assigned).filter(({ code }) => chosen.includes(code))

interface PuttingBack {
  readonly wanted: ImportWorkbook
  readonly found: FoundReturn
  readonly upload: Upload
  readonly sections: readonly Section[]
  readonly by: Actor
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

async function putBack(tx: Tx, putting: PuttingBack): Promise<WorkbookImported> {
  const { wanted, found, upload, sections, by, status } = putting
  const draft = await draftOfReturn(tx, found, definitionOf)
  const kept = draft.cells
  const before = await sheetOfReturn(tx, found, definitionOf(found.collection.code), kept)
  const since = await changesSince(tx, found.id, upload.version)
  const unseen = new Set((await changesSince(tx, found.id, wanted.seenAt)).map(({ address }) => address))
  const choice = (address: Address) => (unseen.has(address) ? undefined : wanted.choices.get(address))
  const others = since.filter(({ address }) => choice(address) !== 'mine')
  const { changes, conflicts } = comparison({ file: upload.file, sections, before, kept, since: others })
  const undecided = conflicts.map(({ address }) => address).filter((address) => choice(address) === undefined)
  if (undecided.length > 0) return { kind: 'undecided', addresses: undecided }

  const keeping = { found, definitionOf, draft, changes, personId: wanted.personId, by, status }
  await keepChanges(tx, { ...keeping, via: 'workbook' })
  return { kind: 'imported', changed: Object.keys(changes).length, left: conflicts.length }
}

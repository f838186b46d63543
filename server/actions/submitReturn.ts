import { createHash } from 'node:crypto'
import type { Arrival } from '../clock'
import { cellsOf } from '../db/cells'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { registerOf } from '../db/register'
import { lockReturn, setStanding } from '../db/returns'
import { insertSubmission, submissionCount, type NewSubmission } from '../db/submissions'
import { inTransaction, type Tx } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { readDeclaration } from '../domain/returns/declaration'
import { inkOf } from '../domain/returns/ink'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import { canonicalCells, referenceOf } from '../domain/returns/submission'
import { questionMeaning, type Meaning } from '../domain/survey/definition'
import { checkReturn, isReady } from '../domain/survey/progress'
import type { Problem, Typed } from '../domain/survey/readSection'
import { sheetOf } from '../domain/survey/routing'
import type { Sheet } from '../domain/survey/sheet'
import { aboutReturn } from '../mail/aboutReturn'
import { submittedReceipt } from '../mail/submittedReceipt'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface SubmitReturn {
  readonly personId: string
  /** Their name, for the receipt. */
  readonly by: string
  readonly returnId: string
  /** The declaration. */
  readonly typed: Typed
  readonly arrival: Arrival
}

export type Submitted =
  | { readonly kind: 'submitted'; readonly reference: string }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not_ready' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Puts the return in ink: all that is said, signed, at one moment. An earlier submission stays as it was. */
export const submitReturn = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, submit: SubmitReturn) =>
  inTransaction<Submitted>(db, async (tx) => {
    const { personId, returnId, typed, arrival } = submit
    const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const definition = definitionOf(found.collection.code)
    const actor = actorOf(found, undefined)
    const ruling = rule('submit', standingOfReturn(found, definition), actor)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    const cells = await cellsOf(tx, found.id)
    const sheet = sheetOf(definition, await registerOf(tx, found, cells), cells)
    if (!checkReturn(sheet).every(isReady)) return { kind: 'not_ready' }
    const declared = readDeclaration(sheet, typed, { alone: actor === 'sole_person' })
    if (declared.problems.length > 0) return { kind: 'problems', problems: declared.problems }

    const reference = await putInInk(tx, found, declared.sheet, personId)
    await sendReceipts(tx, found, { reference, by: submit.by, publicUrl })
    return { kind: 'submitted', reference }
  })

async function putInInk(tx: Tx, found: FoundReturn, sheet: Sheet, personId: string): Promise<string> {
  const number = (await submissionCount(tx, found.id)) + 1
  const submission = newSubmission(found, sheet, { number, personId })
  const submissionId = await insertSubmission(tx, submission)
  await setStanding(tx, found.id, { status: submission.nil ? 'nil' : 'submitted', submissionId })
  const { reference, hash, decidedAt } = submission
  await insertEvent(tx, {
    returnId: found.id,
    kind: 'submitted',
    detail: { reference, number, hash, nil: submission.nil },
    personId,
    decidedAt,
  })
  return reference
}

/** To those who made the return, and those who may sign it. */
async function sendReceipts(
  tx: Tx,
  found: FoundReturn,
  { reference, by, publicUrl }: { readonly reference: string; readonly by: string; readonly publicUrl: string },
): Promise<void> {
  const open = { ...found, openness: { ...found.openness, standingSince: null } }
  const letter = submittedReceipt(aboutReturn(open, definitionOf(found.collection.code), publicUrl), { reference, by })
  const to = await peopleOf(tx, found.organisation.id, ['preparer', 'signatory'])
  await insertLetters(tx, { kind: 'submitted', returnId: found.id, decidedAt: found.now }, { letter, to })
}

function newSubmission(
  found: FoundReturn,
  sheet: Sheet,
  { number, personId }: { readonly number: number; readonly personId: string },
): NewSubmission {
  const { cells, explained } = inkOf(sheet)
  const said = (meaning: Meaning) => {
    const cell = cells[questionMeaning(sheet.definition, meaning)?.code ?? '']
    return cell?.state === 'value' ? cell.value : undefined
  }
  return {
    returnId: found.id,
    number,
    reference: referenceOf(found.collection.code, found.organisation.code, number),
    definition: sheet.definition.code,
    cells,
    explained,
    hash: createHash('sha256').update(canonicalCells(cells)).digest('hex'),
    version: found.version,
    nil: said('any_at_all') === 'no',
    identified: said('naming') === 'named',
    signedBy: personId,
    decidedAt: found.now,
  }
}

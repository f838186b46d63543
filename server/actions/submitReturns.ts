import { createHash } from 'node:crypto'
import type { Arrival } from '../clock'
import { cellsOf } from '../db/cells'
import { coverOrganisations, lockWithCovered, type Named } from '../db/covering'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { findOwnReturn, lockReturn, setStanding } from '../db/returns'
import { settleQueries } from '../db/settleQueries'
import { sheetOfReturn } from '../db/sheetOfReturn'
import { insertSubmission, submissionCount, type NewSubmission } from '../db/submissions'
import { inTransaction, type Tx } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { answeredFor } from '../domain/returns/covering'
import { readDeclaration } from '../domain/returns/declaration'
import { inkOf } from '../domain/returns/ink'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import { canonicalCells, referenceOf } from '../domain/returns/submission'
import { questionMeaning, type Meaning } from '../domain/survey/definition'
import { checkReturn, isReady } from '../domain/survey/progress'
import type { Problem, Typed } from '../domain/survey/readSection'
import type { Sheet } from '../domain/survey/sheet'
import { aboutReturn } from '../mail/aboutReturn'
import { submittedReceipt } from '../mail/submittedReceipt'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface SubmitReturns {
  readonly personId: string
  /** Their name, for the receipts. */
  readonly by: string
  readonly returnId: string
  /** Another return of the same organisation, to be signed with it. */
  readonly alsoId: string | null
  /** The declarations. */
  readonly typed: Typed
  readonly arrival: Arrival
}

export type Submitted =
  | { readonly kind: 'submitted'; readonly references: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not_ready'; readonly found: OwnReturn }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: OwnReturn }
  | { readonly kind: 'not_found' }

/** Puts a return in ink, or two of one organisation, both or neither: all that is said, signed, at one moment. */
export const submitReturns = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, submit: SubmitReturns) =>
  inTransaction<Submitted>(db, async (tx) => {
    await lockAll(tx, submit)
    const returns = await foundTogether(tx, submit)
    if (!returns) return { kind: 'not_found' }

    const judged: Judged[] = []
    for (const found of returns) judged.push(await judge(tx, found, submit))
    const [stopped] = judged.flatMap((each) => (each.kind === 'refused' || each.kind === 'not_ready' ? [each] : []))
    if (stopped) return stopped
    const problems = judged.flatMap((each) => (each.kind === 'problems' ? each.problems : []))
    if (problems.length > 0) return { kind: 'problems', problems }

    const references: string[] = []
    for (const ready of judged.flatMap((each) => (each.kind === 'ready' ? [each] : []))) {
      references.push(await putInInk(tx, ready, { ...submit, publicUrl }))
    }
    return { kind: 'submitted', references }
  })

/** First of all, for a joint return locks those it answers for as well. Whatever changes it before that, it is not signed. */
async function lockAll(tx: Tx, { personId, returnId, alsoId, arrival }: SubmitReturns): Promise<void> {
  const ids = alsoId === null ? [returnId] : [returnId, alsoId]
  const theirs: string[] = []
  const named: Named[] = []
  for (const id of ids) {
    const found = await findOwnReturn(tx, personId, id, arrival)
    if (!found) continue
    theirs.push(id)
    named.push({ collectionId: found.collection.id, codes: await codesIn(tx, found) })
  }
  if (theirs.length > 0) await lockWithCovered(tx, theirs, named)
}

const codesIn = async (tx: Tx, found: FoundReturn): Promise<readonly string[]> => answeredFor(await sheetIn(tx, found))

const sheetIn = async (tx: Tx, found: FoundReturn): Promise<Sheet> =>
  sheetOfReturn(tx, found, definitionOf(found.collection.code), await cellsOf(tx, found.id))

/** The returns, locked; undefined unless all of them are of one organisation of this person. */
async function foundTogether(tx: Tx, submit: SubmitReturns): Promise<readonly OwnReturn[] | undefined> {
  const { personId, returnId, alsoId, arrival } = submit
  const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
  if (!found || !('role' in found)) return undefined
  if (alsoId === null) return [found]
  const also = await findOwnReturn(tx, personId, alsoId, arrival)
  return also && also.id !== found.id && also.organisation.id === found.organisation.id ? [found, also] : undefined
}

type Judged =
  | { readonly kind: 'ready'; readonly found: OwnReturn; readonly sheet: Sheet }
  | Extract<Submitted, { readonly kind: 'problems' | 'not_ready' | 'refused' }>

/** Whether one return may be put in ink, with its declaration. */
async function judge(tx: Tx, found: OwnReturn, { typed }: SubmitReturns): Promise<Judged> {
  const actor = actorOf(found, undefined)
  const ruling = rule('submit', standingOfReturn(found, definitionOf(found.collection.code)), actor)
  if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }
  const sheet = await sheetIn(tx, found)
  if (!checkReturn(sheet).every(isReady)) return { kind: 'not_ready', found }
  const declared = readDeclaration(sheet, typed, { alone: actor === 'sole_person' })
  if (declared.problems.length > 0) return { kind: 'problems', problems: declared.problems }
  return { kind: 'ready', found, sheet: declared.sheet }
}

interface Ready {
  readonly found: OwnReturn
  readonly sheet: Sheet
}

interface Signing {
  readonly personId: string
  readonly by: string
  readonly publicUrl: string
}

/** Puts one return in ink, lets it answer for whom it names, and sends its receipts; its reference. */
async function putInInk(tx: Tx, { found, sheet }: Ready, signing: Signing): Promise<string> {
  const { personId } = signing
  const number = (await submissionCount(tx, found.id)) + 1
  const submission = newSubmission(found, sheet, { number, personId })
  const submissionId = await insertSubmission(tx, submission)
  const { reference, hash, decidedAt } = submission
  await setStanding(tx, found.id, { status: submission.nil ? 'nil' : 'submitted', submissionId, at: decidedAt })
  await insertEvent(tx, {
    returnId: found.id,
    kind: 'submitted',
    detail: { reference, number, hash, nil: submission.nil },
    personId,
    decidedAt,
  })
  await coverOrganisations(tx, found, answeredFor(sheet))
  await settleQueries(tx, { found, definition: sheet.definition, cells: submission.cells, personId })
  await sendReceipts(tx, found, { reference, ...signing })
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
    essentialOnly: found.essentialOnly,
    signedBy: personId,
    decidedAt: found.now,
  }
}

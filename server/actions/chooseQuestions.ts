import type { Arrival } from '../clock'
import { cellsOf } from '../db/cells'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockReturn, setProgress, setQuestions } from '../db/returns'
import { sheetOfReturn } from '../db/sheetOfReturn'
import { inTransaction, type Tx } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import { hasEssentials } from '../domain/survey/essential'
import { progressOf } from '../domain/survey/progress'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface ChooseQuestions {
  readonly personId: string
  readonly returnId: string
  readonly essentialOnly: boolean
  readonly arrival: Arrival
}

export type QuestionsChosen =
  | { readonly kind: 'chosen' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Chooses to answer the essential questions only, or all of them again. What has been answered stays. */
export const chooseQuestions = ({ db }: Pick<Services, 'db'>, choosing: ChooseQuestions) =>
  inTransaction<QuestionsChosen>(db, async (tx) => {
    const { personId, essentialOnly } = choosing
    const found = await lockReturn(tx, { employer: personId }, choosing.returnId, choosing.arrival)
    if (!found) return { kind: 'not_found' }
    const definition = definitionOf(found.collection.code)
    if (!hasEssentials(definition)) return { kind: 'not_found' }
    const ruling = rule('choose_questions', standingOfReturn(found, definition), actorOf(found, undefined))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }
    if (found.essentialOnly === essentialOnly) return { kind: 'chosen' }

    // Nobody has begun a return by saying how much of it they will answer.
    const status = found.status === 'not_started' ? found.status : ruling.to
    await setQuestions(tx, found.id, { essentialOnly, status })
    await judgeAgain(tx, { ...found, essentialOnly })
    const at = { returnId: found.id, personId, decidedAt: found.now }
    await insertEvent(tx, { ...at, kind: essentialOnly ? 'essentials_chosen' : 'everything_chosen' })
    if (found.status === 'awaiting_signature') await insertEvent(tx, { ...at, kind: 'signature_undone' })
    return { kind: 'chosen' }
  })

/** Of each section that anything was saved in, how far it has got now. */
async function judgeAgain(tx: Tx, found: FoundReturn): Promise<void> {
  const sheet = await sheetOfReturn(tx, found, definitionOf(found.collection.code), await cellsOf(tx, found.id))
  await setProgress(tx, found.id, progressOf(sheet, Object.keys(found.progress)))
}

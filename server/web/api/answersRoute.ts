import type { FoundCollection } from '../../db/collections'
import { eachSubmission, standingPart } from '../../db/exports'
import { answersOf } from '../../domain/exports/answers'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { longAnswers, type Told } from '../../workbooks/longAnswers'
import type { Visit } from '../route'
import { sendInParts } from '../sendInParts'
import { partAsked } from './asked'
import { saidLine } from './said'
import { cannotRead, cannotTake, isKnown, nextPage, tagOf } from './send'

const NDJSON = 'application/x-ndjson'
const CSV = 'text/csv'

/** A line for each address of each submission that stands, of so many submissions. */
export async function sendAnswers(
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  visit: Visit,
  collection: FoundCollection,
): Promise<void> {
  const { req, res } = visit
  const form = req.accepts([NDJSON, CSV])
  const asked = partAsked(req, 'id')
  res.vary('Accept')
  if (form === false) {
    cannotTake(visit, NDJSON, CSV)
    return
  }
  if (!asked.ok) {
    cannotRead(visit, asked.detail)
    return
  }
  const { after, limit } = asked.part
  const found = await standingPart(db, collection.id, { after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  nextPage(visit, publicUrl, found.length > limit ? shown.at(-1)?.returnId : undefined)
  // Submissions never change: which they are, and what the register calls whose they are, is all that can.
  if (isKnown(visit, tagOf(JSON.stringify([form, shown, found.length > limit])))) return
  const ids = shown.map(({ submissionId }) => submissionId)
  const told: Told = { submissions: eachSubmission(db, ids), definitionOf }
  res.type(form === CSV ? CSV : NDJSON)
  await sendInParts(res, form === CSV ? longAnswers(told) : lines(told))
}

/** One JSON object on each line. */
async function* lines({ submissions, definitionOf }: Told): AsyncGenerator<string> {
  for await (const exported of submissions) {
    const answers = answersOf(exported, definitionOf(exported.definition))
    yield answers.map((answer) => `${JSON.stringify(saidLine(exported, answer))}\n`).join('')
  }
}

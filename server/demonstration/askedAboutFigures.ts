import { insertRows } from '../db/demonstrationRows'
import type { FoundReturn } from '../db/foundReturn'
import { pairsIn } from '../db/pairs'
import { insertQueries, setEnded, setQueryAnswer } from '../db/queries'
import { insertQueryStep, type QueryStep } from '../db/queryEvents'
import { peopleOf } from '../db/recipients'
import { findAnyReturn } from '../db/returns'
import { submittedCells } from '../db/standingCells'
import type { Tx } from '../db/transaction'
import type { Pair } from '../domain/pairs/pair'
import { numberIn } from '../domain/checks/found'
import { pairQuestions } from '../domain/pairs/pairQuestions'
import { askedOf, type Asking } from '../domain/queries/asking'
import type { Address } from '../domain/survey/cells'
import { mhsw2019 } from '../surveys/mhsw2019'
import { collection } from './collection'
import { idOf } from './identity'
import { remindOfQuestions, writeOfQuestion } from './lettersAboutFigures'
import { admin, network } from './staff'

/** How far a question has come. */
type HowFar = 'asked' | 'answered' | 'settled' | 'dismissed'

interface Told {
  readonly address: Address
  readonly question: string
  readonly answer: string
  readonly howFar: HowFar
}

/** What the network asked of hosts whose pairs agree, one each: of the first in whose return there is such a figure. */
const asked: readonly Told[] = [
  {
    address: 'sw_emp_in.wte',
    question: 'Does this leave out those who were on maternity leave on 30 September?',
    answer: 'It takes them in: two were on leave that day, and both are counted.',
    howFar: 'settled',
  },
  {
    address: 'vac_wte',
    question: 'Do these vacancies take in posts that are frozen?',
    answer: 'No. Frozen posts are not in our establishment, so they are no vacancies.',
    howFar: 'answered',
  },
  {
    address: 'sw_ext.wte',
    question: 'Are these people still with you, or did they leave when the agreement ended?',
    answer: '',
    howFar: 'asked',
  },
  {
    address: 'est_wte',
    question: 'Is this the establishment of the whole trust, or of its community teams?',
    answer: '',
    howFar: 'dismissed',
  },
]

const MINUTE = 60_000

/** A handful of questions about figures, and that an administrator allows them to be corrected. */
export async function askAboutFigures(tx: Tx): Promise<void> {
  await insertRows(tx, 'correctionPermits', [
    {
      id: idOf('correction permit', collection.code),
      collectionId: collection.id,
      days: 5,
      lastDay: '2020-03-31',
      grantedBy: admin.id,
      decidedAt: new Date('2020-01-13T10:00:00Z'),
    },
  ])
  const pairs = await pairsIn(tx, collection.id)
  const hosts = new Set(
    pairs.flatMap(({ standing, host }) => (standing === 'agreed' && host.party ? [host.party.returnId] : [])),
  )
  for (const told of asked) {
    const returnId = await firstWith(tx, hosts, told.address)
    if (returnId === undefined) continue
    hosts.delete(returnId)
    await tell(tx, returnId, told)
  }
  const apart = pairs.find(({ standing }) => standing === 'differs')
  if (apart) await askBoth(tx, apart)
  await remindOfQuestions(tx)
}

/** The first of these returns that has submitted more than nought at an address: of nothing there is nothing to ask. */
async function firstWith(tx: Tx, returns: ReadonlySet<string>, address: Address): Promise<string | undefined> {
  for (const returnId of returns) {
    const submissionId = (await returnAt(tx, returnId))?.standingSubmissionId
    const submitted = submissionId ? await submittedCells(tx, submissionId) : {}
    if ((numberIn(submitted, address) ?? 0) > 0) return returnId
  }
  return undefined
}

async function tell(tx: Tx, returnId: string, { address, question, answer, howFar }: Told): Promise<void> {
  const asking = { address, addresses: [address], rule: null, beside: [], partnerId: null, question }
  const raised = await raise(tx, returnId, asking)
  if (!raised) return
  const { found, step, at } = raised
  if (howFar === 'dismissed') {
    const endedWhy = 'You told us on the telephone: it is the whole trust.'
    await setEnded(tx, step.query.id, { endedHow: howFar, endedWhy, endedBy: network.id, endedAt: at(20) })
    await insertQueryStep(tx, { ...step, kind: 'query_dismissed', says: endedWhy, decidedAt: at(20) })
  }
  const [preparer] = await peopleOf(tx, found.organisation.id, ['preparer'])
  if (answer === '' || !preparer) return
  await setQueryAnswer(tx, step.query.id, { answer, answeredBy: preparer.id, answeredAt: at(50) })
  const answered = { ...step, personId: preparer.id, says: answer, decidedAt: at(50) }
  await insertQueryStep(tx, { ...answered, kind: 'query_answered' })
  if (howFar !== 'settled') return
  await setEnded(tx, step.query.id, { endedHow: 'accepted', endedWhy: null, endedBy: network.id, endedAt: at(80) })
  await insertQueryStep(tx, { ...step, kind: 'query_settled', says: 'The answer was accepted.', decidedAt: at(80) })
}

/** The same question to both sides of a pair; neither has answered yet. */
async function askBoth(tx: Tx, pair: Pair): Promise<void> {
  const later = Math.max(...(await Promise.all([pair.host, pair.employer].map((side) => submittedAt(tx, side)))))
  for (const { returnId, asking } of pairQuestions(pair)) await raise(tx, returnId, asking, later)
}

const submittedAt = async (tx: Tx, { party }: Pair['host']): Promise<number> =>
  (party && (await returnAt(tx, party.returnId))?.openness.standingSince?.getTime()) ?? 0

const returnAt = (tx: Tx, returnId: string) => findAnyReturn(tx, returnId, () => 0)

interface Raised {
  readonly found: FoundReturn
  readonly step: Omit<QueryStep, 'kind'>
  /** So many minutes after the submission. */
  readonly at: (minutes: number) => Date
}

async function raise(
  tx: Tx,
  returnId: string,
  asking: Omit<Asking, 'id'>,
  since?: number,
): Promise<Raised | undefined> {
  const found = await returnAt(tx, returnId)
  const submissionId = found?.standingSubmissionId
  const submitted = submissionId ? await submittedCells(tx, submissionId) : {}
  const read = askedOf({ ...asking, id: idOf('query', returnId, asking.address) }, submitted)
  if (!found || !submissionId || !read) return undefined
  const from = since ?? found.openness.standingSince?.getTime() ?? 0
  const at = (minutes: number) => new Date(from + minutes * MINUTE)
  const row = { ...read, returnId, submissionId, raisedBy: network.id, decidedAt: at(15) }
  await insertQueries(tx, [row], { state: 'asked', questions: [asking.question] })
  const query = { id: read.id, returnId, address: asking.address }
  const step = { definition: mhsw2019, query, says: asking.question, personId: network.id, decidedAt: at(15) }
  await insertQueryStep(tx, { ...step, kind: 'query_asked' })
  await writeOfQuestion(tx, found, { ...query, question: asking.question }, at(15))
  return { found, step, at }
}

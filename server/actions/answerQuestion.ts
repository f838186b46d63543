import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { lockQuestion, setAnswer } from '../db/networkQuestions'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { findAnyReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { labelAt } from '../domain/reading/labels'
import { aboutReturn } from '../mail/aboutReturn'
import { questionAnswered } from '../mail/questionAnswered'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AnswerQuestion {
  readonly personId: string
  readonly questionId: string
  readonly answer: string
  /** The question in words that do not say who asked, where everybody may read the answer; null where they may not. */
  readonly generalQuestion: string | null
  /** Since when the answer stood that the page showed; null where it showed none. */
  readonly seen: string | null
  readonly arrival: Arrival
}

export type QuestionAnswered =
  { readonly kind: 'answered' } | { readonly kind: 'answered_already' } | { readonly kind: 'not_found' }

/** Answers what an employer asked, and writes to whoever asked it. A second answer takes the place of the first. */
export const answerQuestion = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, given: AnswerQuestion) =>
  inTransaction<QuestionAnswered>(db, async (tx) => {
    const asked = await lockQuestion(tx, given.questionId)
    const found = asked && (await findAnyReturn(tx, asked.returnId, given.arrival))
    if (!asked || !found) return { kind: 'not_found' }
    if ((asked.answeredAt?.toISOString() ?? null) !== given.seen) return { kind: 'answered_already' }
    const { answer, generalQuestion } = given
    await setAnswer(tx, asked.id, {
      answer,
      general: generalQuestion !== null,
      generalQuestion,
      answeredBy: given.personId,
      answeredAt: found.now,
    })
    await tell(tx, found, { ...asked, answer, publicUrl })
    return { kind: 'answered' }
  })

type Told = NonNullable<Awaited<ReturnType<typeof lockQuestion>>> & {
  readonly answer: string
  readonly publicUrl: string
}

/** To whoever asked; where they have left, to those who prepare the return now. */
async function tell(tx: Tx, found: FoundReturn, told: Told): Promise<void> {
  const definition = definitionOf(found.collection.code)
  const { id, address, question, answer, answeredAt, askedBy } = told
  const letter = questionAnswered(aboutReturn(found, definition, told.publicUrl), {
    label: address === null ? null : labelAt(address, definition),
    question,
    answer,
    corrects: answeredAt !== null,
  })
  const people = await peopleOf(tx, found.organisation.id, ['preparer', 'contributor', 'signatory'])
  const asker = people.filter((person) => person.id === askedBy)
  const to = asker.length > 0 ? asker : people.filter(({ role }) => role === 'preparer')
  const decidedAt = found.now
  const cause = `question_answered:${id}:${decidedAt.toISOString()}`
  await insertLetters(tx, { kind: 'question_answered', cause, returnId: found.id, decidedAt }, { letter, to })
}

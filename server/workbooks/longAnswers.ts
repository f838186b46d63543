import { answersOf } from '../domain/exports/answers'
import type { Exported } from '../domain/exports/exported'
import type { SurveyDefinition } from '../domain/survey/definition'
import { answerColumns, answerRow, whose, whoseColumns } from './answerColumns'
import { BYTE_ORDER_MARK, csvRows } from './csv'

/** What files are made from: submissions one after another, and how to find the survey each answered. */
export interface Told {
  readonly submissions: AsyncIterable<Exported>
  readonly definitionOf: (code: string) => SurveyDefinition
}

/** Every address of every submission on a line of its own. `asAt` stands on every line, where it is told. */
export async function* longAnswers(told: Told, asAt?: Date): AsyncGenerator<string> {
  const stamp = asAt ? [asAt.toISOString()] : []
  const stampColumn = asAt ? ['as_at'] : []
  yield `${BYTE_ORDER_MARK}${csvRows([[...whoseColumns, ...answerColumns, ...stampColumn]])}`
  for await (const exported of told.submissions) {
    const before = whose(exported)
    const answers = answersOf(exported, told.definitionOf(exported.definition))
    yield csvRows(answers.map((answer) => [...before, ...answerRow(answer), ...stamp]))
  }
}

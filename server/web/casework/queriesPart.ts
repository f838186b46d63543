import type { FoundReturn } from '../../db/foundReturn'
import { queriesOf, type Query } from '../../db/queries'
import type { Reader } from '../../db/transaction'
import { momentInWords } from '../../domain/collections/calendar'
import { queryStates } from '../../domain/queries/query'
import { labelAt } from '../../domain/reading/labels'
import type { SurveyDefinition } from '../../domain/survey/definition'

/** What was asked about figures of a return, as its page for the network tells it. */
export interface QueriesPart {
  /** How many wait for whom, among the facts at the head of the page; nothing where nothing was asked. */
  readonly fact: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[]
  readonly lines: readonly {
    readonly href: string
    readonly title: string
    readonly question: string
    readonly state: string
    readonly asked: string
  }[]
}

/** Reads what was asked about figures of a return. */
export async function queriesPart(db: Reader, { id }: FoundReturn, definition: SurveyDefinition): Promise<QueriesPart> {
  const queries = await queriesOf(db, id)
  const summary = summaryOf(queries)
  return {
    fact: summary === undefined ? [] : [{ key: { text: 'Questions about figures' }, value: { text: summary } }],
    lines: queries.map((query) => ({
      href: `/network/queries/${query.id}`,
      title: labelAt(query.address, definition),
      question: query.question ?? '',
      state: query.correctingAt && query.state === 'asked' ? 'Being corrected' : queryStates[query.state],
      asked: `${query.raisedBy}, ${momentInWords(query.askedAt ?? query.decidedAt)}`,
    })),
  }
}

function summaryOf(queries: readonly Query[]): string | undefined {
  const count = (state: Query['state']): number => queries.filter((query) => query.state === state).length
  if (queries.length === 0) return undefined
  return `${count('asked')} wait for the employer, ${count('answered')} answered, of ${queries.length}.`
}

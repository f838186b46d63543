import type { OwnReturn } from '../../db/foundReturn'
import type { Problem } from '../../domain/survey/readSection'
import { problemAt, summaryOf, type Typed } from '../forms'
import type { PageProblem } from './section/sectionPage'

/** Where an employer says that it does not want to take part. */
export interface DeclinePage {
  readonly title: string
  readonly caption: string
  readonly problems: readonly PageProblem[]
  readonly action: string
  readonly reason: string
  readonly problem: { readonly text: string } | undefined
  readonly tasks: string
}

interface Declining {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

/** The page on which an employer says that it will send no return, and why. */
export const declinePage = (found: OwnReturn, { typed, problems }: Declining): DeclinePage => ({
  title: 'We cannot take part',
  caption: `${found.organisation.name}, ${found.collection.title}`,
  problems: summaryOf(problems),
  action: `/returns/${found.id}/decline`,
  reason: typed.reason ?? '',
  problem: problemAt(problems, 'reason'),
  tasks: `/returns/${found.id}`,
})

import type { OwnReturn } from '../../db/foundReturn'
import type { Refusal } from '../../domain/returns/lifecycle'
import { NotFound } from '../errors'
import { asSeen } from '../../domain/returns/editing'
import { shutWords } from './openWords'
import { statusWords } from './tasksPage'
import type { TypedField } from './typedWords'

/** Why something cannot be done to a return now, and where to go. */
export interface RefusedPage {
  readonly title: string
  readonly caption: string
  readonly says: readonly string[]
  /** What was typed with it, to copy. */
  readonly typed: readonly TypedField[]
  readonly tasks: string
}

/** What is not somebody's to do does not exist for them. */
export function refusedPage(found: OwnReturn, refusal: Refusal, typed: readonly TypedField[]): RefusedPage {
  const because = asSeen(refusal, found)
  if (because === 'not_yours_to_do') throw new NotFound()
  const says = because === 'wrong_status' ? [`Its state is now: ${statusWords(found)}.`] : shutWords(because, found, '')
  return {
    title: 'That cannot be done now',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    says,
    typed,
    tasks: `/returns/${found.id}`,
  }
}

import type { BulkExtension, BulkOutcome } from '../../db/bulkExtensions'
import type { FoundCollection } from '../../db/collections'
import { momentInWords } from '../../domain/collections/calendar'
import type { Page } from '../chrome'
import { counted } from '../../domain/reading/counted'
import { untilWords } from './listPage'

/** What came of giving many organisations more time, for each of them. */
export interface ResultPage extends Page {
  readonly about: string
  readonly outcomes: readonly {
    readonly organisation: string
    readonly href: string
    readonly done: string
    readonly why: string
  }[]
  readonly back: string
}

/** What came of giving more time to many. */
export function resultPage(
  { code, title }: FoundCollection,
  { untilDay, decidedAt, reason }: BulkExtension,
  outcomes: readonly BulkOutcome[],
): ResultPage {
  const done = outcomes.filter(({ because }) => because === null).length
  const not = outcomes.length - done
  const path = `/network/collections/${code}/openings`
  return {
    title: `${counted(done, 'organisation')} ${done === 1 ? 'has' : 'have'} more time ${untilWords(untilDay)}`,
    caption: title,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${code}` },
      { text: 'Extensions and reopenings', href: path },
      { text: 'Done' },
    ],
    about: [
      `Given at ${momentInWords(decidedAt)}. The reason given: ${reason}`,
      ...(not === 0 ? [] : [`${counted(not, 'organisation')} could not be given more time: see why below.`]),
    ].join(' '),
    outcomes: outcomes.map(({ returnId, name, code: organisation, because }) => ({
      organisation: `${name} (${organisation})`,
      href: `/network/returns/${returnId}`,
      done: because === null ? 'Given more time' : 'Not given more time',
      why: because ?? '',
    })),
    back: path,
  }
}

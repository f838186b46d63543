import type { OwnReturn } from '../../db/foundReturn'
import { hasResponded } from '../../domain/returns/lifecycle'
import { cutoffInWords } from '../../domain/collections/calendar'
import type { Link, Page } from '../chrome'
import { releaseInWords } from './releaseWords'
import type { Released } from './seen'

/** Why an employer sees no figures yet, and what to do. */
export interface WaitingPage extends Page {
  readonly says: readonly string[]
  readonly links: readonly Link[]
}

/** What has been published so far, if anything has. */
export type Published = Pick<Released, 'number' | 'kind' | 'decidedAt'> | undefined

/** The page of an employer whom no release is about yet: why, and what it can do meanwhile. */
export function waitingPage(found: OwnReturn, published: Published): WaitingPage {
  const at = `/returns/${found.id}`
  return {
    title: 'Benchmarks',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    says: published ? notInIt(found, published) : notYet(found),
    links: [
      { text: 'All sections', href: at },
      ...(isLate(found) ? [{ text: 'Ask for more time', href: `${at}/reopening-requests` }] : []),
    ],
  }
}

/** Closed, and nothing of theirs has been submitted. */
const isLate = ({ now, openness, standingSubmissionId, status }: OwnReturn): boolean =>
  now >= openness.cutoffAt && !hasResponded(status, standingSubmissionId !== null)

const what = 'Here you will see your own figures beside those of organisations like yours, each on a chart.'

function notYet(found: OwnReturn): string[] {
  const { cutoffAt } = found.openness
  const hasAnswered = hasResponded(found.status, found.standingSubmissionId !== null)
  return [
    what,
    found.now < cutoffAt
      ? `No figures have been published yet. The network publishes them once the collection has closed, at ${cutoffInWords(cutoffAt)}; it may publish provisional ones before.`
      : 'No figures have been published yet. The collection has closed, and the network is preparing them.',
    ...(hasAnswered
      ? ['Your return has been submitted: it will be in them.']
      : ['Only returns that have been submitted are in them.']),
  ]
}

function notInIt(found: OwnReturn, published: NonNullable<Published>): string[] {
  const name = releaseInWords(published)
  if (found.status === 'covered') {
    return [
      what,
      `${name} has been published. The joint return of ${found.coveredBy ?? 'another organisation'} answers for you: your figures are in theirs, and shown to them.`,
    ]
  }
  if (found.standingSubmissionId !== null) {
    return [what, `${name} was made before your return was submitted. The next release takes it in.`]
  }
  return [
    what,
    `${name} has been published. Your return has not been submitted, so it is not in it. Once it has been, the next release shows your figures beside the others’.`,
  ]
}

import { shortDayInWords } from '../../domain/collections/calendar'
import type { Released } from './seen'

type Named = Pick<Released, 'number' | 'kind' | 'decidedAt'>

/** "Release 2, 12 Mar 2020"; a provisional one says that it is. */
export const releaseInWords = ({ number, kind, decidedAt }: Named): string =>
  `${kind === 'provisional' ? 'Provisional release' : 'Release'} ${number}, ${shortDayInWords(decidedAt)}`

/** How a release stands in the corner of a page: a provisional one is marked. */
export const releaseState = (release: Named) => ({
  kind: release.kind === 'provisional' ? 'explain' : 'plain',
  text: releaseInWords(release),
})

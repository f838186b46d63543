import { momentInWords } from '../collections/calendar'
import type { LetterState } from './letter'

/** All that decides what is said of how far a letter has got. */
export interface LetterFate {
  readonly state: LetterState
  readonly stateReason: string | null
  readonly tries: number
  readonly postedAt: Date | null
}

/** What has become of a letter, in a sentence or two. */
export function stateInWords({ state, stateReason, tries, postedAt }: LetterFate): string {
  const when = postedAt ? ` at ${momentInWords(postedAt)}` : ''
  const why = stateReason === null ? '' : ` ${stateReason}`
  switch (state) {
    case 'sent':
      return `Sent${when}.`
    case 'kept':
      return `Kept here${when}, not sent: no mail server has been set up.`
    case 'failed':
      return `Not sent, and not tried again.${why}`
    case 'not_needed':
      return `Not sent, because it was not needed any more.${why}`
    case 'waiting':
      return stateReason === null
        ? 'Waiting for its turn, which comes within seconds.'
        : `Not sent yet, tried ${times(tries)}. It is tried again.${why}`
  }
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

import type { OwnReturn } from '../../db/foundReturn'
import { cutoffInWords, momentInWords } from '../../domain/collections/calendar'
import { sectionCutoff } from '../../domain/collections/opening'
import { statuses, type Refusal } from '../../domain/returns/lifecycle'

/** A section that cannot be changed now. */
export interface Shut {
  readonly says: string
  /** What the file says is held apart, for a request for more time. */
  readonly isHeld: boolean
}

interface Closed {
  readonly code: string
  readonly isHeld: boolean
}

const HELD =
  'What your file says here is not part of the return. It is held apart, and goes along when you ask for more time.'
const NOT_HELD =
  'Nothing more can be changed. Choose the file again, and what it says here goes along when you ask for more time.'

/** Why nothing can be put back into a section just now, and what can be done. */
export function shutWords(because: Refusal, { openness, status }: OwnReturn, { code, isHeld }: Closed): Shut {
  switch (because) {
    case 'locked': {
      const closed = `This closed at ${cutoffInWords(sectionCutoff(openness, code) ?? openness.cutoffAt)}.`
      return { says: `${closed} ${isHeld ? HELD : NOT_HELD}`, isHeld }
    }
    case 'not_yet_open':
      return shut(`This collection opens at ${momentInWords(openness.opensAt)}. Put the file back then.`)
    case 'wrong_status':
      return shut(`The return is “${statuses[status]}”, so nothing in it can be changed now.`)
    case 'not_yours_to_do':
      return shut('The person preparing the return fills it in.')
  }
}

const shut = (says: string): Shut => ({ says, isHeld: false })

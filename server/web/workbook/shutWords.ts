import type { OwnReturn } from '../../db/foundReturn'
import { cutoffInWords, momentInWords } from '../../domain/collections/calendar'
import { sectionCutoff } from '../../domain/collections/opening'
import { statuses, type Refusal } from '../../domain/returns/lifecycle'

/** Why nothing can be put back into a section just now, and what can be done. */
export function shutWords(because: Refusal, { openness, status }: OwnReturn, section: string): string {
  switch (because) {
    case 'locked': {
      const cutoffAt = sectionCutoff(openness, section) ?? openness.cutoffAt
      return `This closed at ${cutoffInWords(cutoffAt)}. Nothing more can be changed. You can ask for more time.`
    }
    case 'not_yet_open':
      return `This collection opens at ${momentInWords(openness.opensAt)}. Put the file back then.`
    case 'wrong_status':
      return `The return is “${statuses[status]}”, so nothing in it can be changed now.`
    case 'not_yours_to_do':
      return 'The person preparing the return fills it in.'
  }
}

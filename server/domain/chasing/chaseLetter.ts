import { cutoffInWords, timeLeft } from '../collections/calendar'
import { returnCutoff } from '../collections/opening'
import type { Letter } from '../post/letter'
import { howFar } from '../returns/howFar'
import type { Chaseable, ChosenLetter } from './recipients'
import { filledIn, paragraphsOf, type Template } from './template'

/** What is the same in all letters of many. */
export interface Written {
  readonly template: Template
  /** What the survey is called. */
  readonly collection: string
  readonly now: Date
  /** Where links begin, without a slash at the end. */
  readonly publicUrl: string
}

const COPY = 'This is a copy for you, who sign the return. We have written the same to those who prepare it.'

/** One letter of many: the template, filled in for its reader. */
export function chaseLetter(
  { about, reader, copy }: ChosenLetter,
  { template, collection, now, publicUrl }: Written,
): Letter {
  const href = `${publicUrl}/returns/${about.id}`
  const cutoffAt = returnCutoff(about.openness, about.sections)
  const filling = {
    organisation: about.organisation.name,
    name: reader.name,
    collection,
    closes: cutoffAt === null ? 'no more' : cutoffInWords(cutoffAt),
    'days left': (cutoffAt && timeLeft(cutoffAt, now)) ?? 'no more',
    progress: progressInWords(about),
    link: href,
  }
  const signs = reader.role === 'signatory' && about.status === 'awaiting_signature'
  return {
    subject: filledIn(template.subject, filling),
    paragraphs: [...(copy ? [COPY] : []), ...paragraphsOf(template.body).map((text) => filledIn(text, filling))],
    button: signs ? { text: 'Read and sign the return', href: `${href}/sign-off` } : { text: 'Go to the return', href },
  }
}

function progressInWords({ status, progress, sections }: Chaseable): string {
  if (status === 'awaiting_signature') return 'it is complete and waits to be signed'
  if (status === 'not_started') return 'nothing has been saved in it yet'
  const { done, of } = howFar(progress, sections)
  return `${done} of ${of} sections are finished`
}

/** A short mark of a list of letters: another list has another. */
export function markOf(letters: readonly ChosenLetter[]): string {
  let mark = 0x811c9dc5
  for (const { about, reader, copy } of letters) {
    for (const character of `${about.id} ${reader.id} ${String(copy)};`) {
      mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
    }
  }
  return `${letters.length}-${mark.toString(16)}`
}

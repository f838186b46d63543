import { momentInWords } from '../collections/calendar'
import type { Letter } from './letter'

/** A letter with whom it greets and when it was written: "in 14 days" is told from then. */
export interface WrittenLetter {
  readonly letter: Letter
  readonly toName: string
  readonly writtenAt: Date
}

/** How a letter begins, in text and in HTML alike. */
export const greeting = ({ toName }: WrittenLetter): string => `Dear ${toName},`

/** How a letter ends: days and deadlines in it are told from when it was written. */
export const closing = ({ writtenAt }: WrittenLetter): string =>
  `Workforce Returns wrote this letter at ${momentInWords(writtenAt)}. All times are UK time.`

/** The whole letter as plain text. */
export function asText(written: WrittenLetter): string {
  const { paragraphs, button } = written.letter
  const pressed = button ? [`${button.text}:\n${button.href}`] : []
  return `${[greeting(written), ...paragraphs, ...pressed, closing(written)].join('\n\n')}\n`
}

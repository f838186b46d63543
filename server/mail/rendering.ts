import path from 'node:path'
import ejs from 'ejs'
import { momentInWords } from '../domain/collections/calendar'
import type { Letter } from '../domain/post/letter'
import { projectRoot } from '../projectRoot'

/** A letter with whom it greets and when it was written: "in 14 days" is told from then. */
export interface WrittenLetter {
  readonly letter: Letter
  readonly toName: string
  readonly writtenAt: Date
}

const greeting = ({ toName }: WrittenLetter): string => `Dear ${toName},`
const closing = ({ writtenAt }: WrittenLetter): string =>
  `Workforce Returns wrote this letter at ${momentInWords(writtenAt)}. All times are UK time.`

/** The whole letter as plain text. */
export const asText = (written: WrittenLetter): string => {
  const { paragraphs, button } = written.letter
  const pressed = button ? [`${button.text}:\n${button.href}`] : []
  return `${[greeting(written), ...paragraphs, ...pressed, closing(written)].join('\n\n')}\n`
}

/** The whole letter as a page. */
export const asHtml = (written: WrittenLetter): Promise<string> =>
  ejs.renderFile(
    path.join(projectRoot(), 'views', 'mail', 'letter.ejs'),
    { letter: written.letter, greeting: greeting(written), closing: closing(written) },
    { cache: true },
  )

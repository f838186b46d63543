import { dayInWords } from '../domain/collections/calendar'
import type { Letter } from '../domain/post/letter'
import { pageOf, returnOf, type AboutReturn } from './aboutReturn'
import { queriesTold, type QueryTold } from './queriesTold'

/** Reminds an employer of questions about figures that nobody has answered, and says since when. */
export const queryReminder = (about: AboutReturn, asked: readonly QueryTold[], since: Date): Letter => ({
  subject:
    asked.length === 1
      ? `${about.organisation}: our question about your return waits for an answer`
      : `${about.organisation}: our ${asked.length} questions about your return wait for an answer`,
  paragraphs: [
    `On ${dayInWords(since)} we asked you about figures in what you submitted. ${returnOf(about)} stands, but nobody has answered yet.`,
    ...queriesTold(asked),
    'If a figure is right, one sentence that says why is enough. If it is not, the page says how to correct it.',
  ],
  button: { text: 'Answer', href: pageOf(about, '/queries') },
})

import type { Letter } from '../domain/post/letter'
import { pageOf, returnOf, type AboutReturn } from './aboutReturn'
import { queriesTold, type QueryTold } from './queriesTold'

/** Asks an employer about figures it has submitted. */
export const queryAsked = (about: AboutReturn, asked: readonly QueryTold[]): Letter => ({
  subject:
    asked.length === 1
      ? `${about.organisation}: a question about a figure in your return`
      : `${about.organisation}: ${asked.length} questions about figures in your return`,
  paragraphs: [
    `${returnOf(about)} has been submitted and stands. We have ${asked.length === 1 ? 'a question' : `${asked.length} questions`} about it.`,
    ...queriesTold(asked),
    'If a figure is right, please say why: then nothing more is needed. If it is not, the page says how to correct it.',
  ],
  button: { text: 'Answer', href: pageOf(about, '/queries') },
})

import type { Letter } from '../domain/post/letter'
import { pageOf, returnOf, type AboutReturn } from './aboutReturn'

interface Answered {
  /** What the question was about: words of the survey; null where it was about the whole return. */
  readonly label: string | null
  readonly question: string
  readonly answer: string
  /** Whether it takes the place of an earlier answer. */
  readonly corrects: boolean
}

/** Tells whoever asked the network something what it answers. */
export const questionAnswered = (about: AboutReturn, { label, question, answer, corrects }: Answered): Letter => ({
  subject: corrects
    ? `${about.organisation}: a new answer to your question`
    : `${about.organisation}: the answer to your question`,
  paragraphs: [
    `${returnOf(about)}: you asked${label === null ? '' : ` about “${label}”`}:`,
    question,
    corrects ? 'We have changed our answer. It is now:' : 'Our answer:',
    answer,
  ],
  button: { text: 'See it with your other questions', href: pageOf(about, '/questions') },
})

import { dueDayInWords } from '../domain/people/dueDay'
import type { Letter } from '../domain/post/letter'
import { pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** Reminds somebody of sections they were given and that are not complete, by their titles. */
export const assignmentReminder = (
  about: AboutReturn,
  { sections, dueOn }: { readonly sections: readonly string[]; readonly dueOn: string },
): Letter => ({
  subject: `${about.organisation}: your part of the workforce return is due on ${dueDayInWords(dueOn)}`,
  paragraphs: [
    `${returnOf(about)} needs what you were asked for by ${dueDayInWords(dueOn)}. Not complete yet: ${sections.map((title) => `“${title}”`).join(', ')}.`,
    'If you do not have the figures, say so beside the box (“We do not collect this”), or tell the colleague who prepares the return.',
  ],
  button: { text: 'Go to the return', href: pageOf(about) },
})

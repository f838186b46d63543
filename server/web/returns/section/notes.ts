import { telephonedOf, telephonedWords } from '../../../domain/returns/telephoned'
import type { Filling } from './filling'

/** What to know of a whole section: what may be left out, where else its answers go, and what others entered. */
export const notesOf = (filling: Filling): string[] => [
  ...(filling.sheet.register.essentialOnly
    ? ['You have chosen to answer the essential questions only. The others are marked optional.']
    : []),
  ...(filling.sharedWith ?? []).map(
    (title) => `What “${title}” asks here too is answered once: a change in one return is made in the other.`,
  ),
  ...telephoneNote(filling),
]

/** What the network entered for its employer, who is to check it. */
export function telephoneNote({ section, sheet, telephoned = [], staffRole }: Filling): string[] {
  const words = telephonedWords(telephonedOf(telephoned, section, sheet.definition))
  if (words === undefined) return []
  return [`${words}. ${staffRole ? 'Its organisation' : 'Your organisation'} still signs, and can change it.`]
}

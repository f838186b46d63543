import type { Filling } from './filling'

/** What to know of a whole section: what may be left out, and where else its answers go. */
export const notesOf = ({ sheet, sharedWith = [] }: Filling): string[] => [
  ...(sheet.register.essentialOnly
    ? ['You have chosen to answer the essential questions only. The others are marked optional.']
    : []),
  ...sharedWith.map(
    (title) => `What “${title}” asks here too is answered once: a change in one return is made in the other.`,
  ),
]

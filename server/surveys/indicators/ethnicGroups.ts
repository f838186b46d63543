/** The 16 categories of 2001 by the five groups: Chinese counts as another ethnic group, as the census of 2001 has it. */
export const ethnicGroups = {
  white: ['A', 'B', 'C'],
  mixed: ['D', 'E', 'F', 'G'],
  asian: ['H', 'J', 'K', 'L'],
  black: ['M', 'N', 'P'],
  other: ['R', 'S'],
} as const

export const minorities = ['mixed', 'asian', 'black', 'other'] as const

/** What may stand in a letter to many, and is filled in for each reader. */
export const placeholders = {
  organisation: 'the name of the organisation',
  name: 'the name of whoever reads it',
  collection: 'the name of the survey',
  closes: 'the last moment for this return, such as 11:59pm on Monday 10 February 2020',
  'days left': 'how long that is, such as in 14 days',
  progress: 'how far the return has got, such as 4 of 16 sections are finished',
  link: 'the address of the return',
} as const

export type Placeholder = keyof typeof placeholders

export type Filling = Readonly<Record<Placeholder, string>>

export interface Template {
  readonly subject: string
  /** Paragraphs, with an empty line between two. */
  readonly body: string
}

const named = /\{([^{}]*)\}/g

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(placeholders, name)

/** {organisation}, {name} … as they are offered. */
export const placeholdersInWords = (): string =>
  Object.keys(placeholders)
    .map((name) => `{${name}}`)
    .join(', ')

/** What is wrong with the braces of a text, in a sentence; undefined where nothing is. */
export function placeholderProblem(text: string): string | undefined {
  const unknown = [...text.matchAll(named)].map(([, name = '']) => name).find((name) => !isPlaceholder(name.trim()))
  if (unknown !== undefined) {
    return `Nothing is called {${unknown.slice(0, 40)}}. You can use ${placeholdersInWords()}.`
  }
  return /[{}]/.test(text.replace(named, ''))
    ? `A { or } stands alone. Write both around a name: you can use ${placeholdersInWords()}.`
    : undefined
}

/** The text with every placeholder filled in. What is filled in is not looked at again. */
export const filledIn = (text: string, filling: Filling): string =>
  text.replace(named, (as: string, name: string) => {
    const known = name.trim()
    return isPlaceholder(known) ? filling[known] : as
  })

/** The paragraphs of a letter as it was typed. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/(?:\r?\n[^\S\r\n]*){2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** What stands in the boxes at first: a letter that is right as it is. */
export const firstTemplate: Template = {
  subject: '{organisation}: your workforce return closes {days left}',
  body: [
    'The return of {organisation} for “{collection}” has not been submitted yet: {progress}.',
    'It closes {closes}, {days left}. At that moment it is locked, and nothing more can be typed or sent.',
    'If a figure is not recorded, say so beside its box: that is an answer too. If you need help, or more time, ask us on the return’s own pages, or write to us.',
  ].join('\n\n'),
}

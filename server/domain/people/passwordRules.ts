/** In characters, as a reader counts them. */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** Of more than a kilobyte nothing is judged, let alone hashed. */
const MOST_CODE_UNITS = 1024

/** What this service is called, in the words a guess would begin with. */
const serviceNames = ['workforce returns', 'workforce', 'benchmarking']

/** Words in the names of so many employers that a password is no easier to guess for them. */
const generic = new Set(['trust', 'council', 'county', 'borough', 'foundation', 'health', 'services', 'partnership'])

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The words a password must not contain: the service's name, the organisation's, and who somebody is. Each of them whole,
 * and every longer word of it.
 */
export function forbiddenWords(names: readonly string[]): string[] {
  const words = [...serviceNames, ...names].flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
  return [...new Set(words.map(letters))].filter((word) => word.length >= 5 && !generic.has(word))
}

/** What is wrong with a password before anybody judges how easily it is guessed; undefined where nothing is. */
export function passwordFault(password: string, forbidden: readonly string[]): string | undefined {
  const length = password.length > MOST_CODE_UNITS ? Infinity : [...password].length
  if (length === 0) return 'Enter a password'
  if (length < SHORTEST_PASSWORD) {
    return `This password has ${length} characters. It must have at least ${SHORTEST_PASSWORD}: four unrelated words make a good one.`
  }
  if (length > LONGEST_PASSWORD)
    return `A password can have at most ${LONGEST_PASSWORD} characters. Choose a shorter one.`
  const plain = letters(password)
  if (forbidden.some((word) => plain.includes(word))) {
    return 'This password contains a name that others would try first: yours, your organisation’s or the service’s. Leave it out.'
  }
  return undefined
}

/** How well a password must hold, out of 4 (zxcvbn): 3 is ten thousand million guesses. */
export const LEAST_STRENGTH = 3

export const tooEasy = 'This password is too easy to guess. Use more words, or words that are less common together.'

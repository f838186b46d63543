import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { forbiddenWords, LEAST_STRENGTH, passwordFault, tooEasy } from '../../domain/people/passwordRules'

/** A longer beginning makes no guess harder to judge, but takes seconds. */
const judgedCharacters = 40

/** The lists of words are big, and wanted seldom: they are read when the first password is chosen. */
let reading: Promise<ZxcvbnFactory> | undefined

async function readLists(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new Factory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: judgedCharacters,
  })
}

/** What is wrong with a password that somebody with these names has chosen; undefined where it will do. */
export async function whyNotPassword(password: string, names: readonly string[]): Promise<string | undefined> {
  const forbidden = forbiddenWords(names)
  const fault = passwordFault(password, forbidden)
  if (fault !== undefined) return fault
  reading ??= readLists()
  const { score } = (await reading).check(password.slice(0, judgedCharacters), forbidden)
  return score < LEAST_STRENGTH ? tooEasy : undefined
}

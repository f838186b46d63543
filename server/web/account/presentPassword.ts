import { uncountTry } from '../../actions/uncountTry'
import { passwordHashOf } from '../../db/accounts'
import type { Services } from '../../services'
import type { PersonVisit } from '../route'
import { holdBack } from './holdBack'
import { presentPasswordLimits } from './limits'

/** Whether what somebody typed is their present password: its hash, or what to tell them. */
export type Present =
  | { readonly kind: 'right'; readonly hash: string }
  | { readonly kind: 'wrong'; readonly says: string; readonly status: 422 | 429 }

/** No password that can be chosen is longer: it is wrong, and not worth a hash. */
const longest = 1024

/** What is said of a password that is not theirs, or not any more. */
export const WRONG = 'This is not your present password. Check it, and try again.'

/** Judges what somebody who is signed in typed as their present password; tries are counted, right ones are not. */
export async function judgePresent(services: Services, visit: PersonVisit, typed: string): Promise<Present> {
  const { id } = visit.person
  const limits = presentPasswordLimits(id)
  const wait = await holdBack(services, visit, limits)
  if (wait !== undefined) return { kind: 'wrong', says: wait, status: 429 }
  const hash = await passwordHashOf(services.db, id)
  const isRight = typed.length <= longest && (await services.passwords.matches(typed, hash))
  if (!isRight || hash === null) return { kind: 'wrong', says: WRONG, status: 422 }
  await uncountTry(services, limits)
  return { kind: 'right', hash }
}

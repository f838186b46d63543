import type { Request } from 'express'
import { body } from 'express-validator'
import type { Problem } from '../../domain/survey/readSection'
import { isLifetime, isScope, lifetimes, type Scope } from '../../domain/tokens/scopes'
import { manyOf, readForm, type Typed } from '../forms'

export interface TokenTyped {
  readonly typed: Typed
  /** The scopes that were ticked. */
  readonly scopes: readonly string[]
  readonly problems: readonly Problem[]
}

export type TokenRead =
  | {
      readonly ok: true
      readonly asked: { readonly name: string; readonly scopes: readonly Scope[]; readonly days: number }
    }
  | { readonly ok: false; readonly sent: TokenTyped }

const chains = () => ({
  name: body('name')
    .trim()
    .isLength({ min: 3, max: 100 })
    .withMessage('Enter which system it is for, in 3 to 100 characters.'),
  days: body('days')
    .custom(isLifetime)
    .withMessage(`Choose for how long: ${Object.values(lifetimes).join(', ')}.`),
})

/** Reads for what a token is to be made. */
export async function readToken(req: Request): Promise<TokenRead> {
  const scopes = manyOf(req, 'scopes').filter(isScope)
  const read = await readForm(req, chains())
  const problems: Problem[] = [
    ...(read.ok ? [] : read.problems),
    ...(scopes.length > 0 ? [] : [{ address: 'scopes', says: 'Choose at least one thing that it may read.' }]),
  ]
  if (read.ok && problems.length === 0) {
    return { ok: true, asked: { name: read.values.name, scopes, days: Number(read.values.days) } }
  }
  return { ok: false, sent: { typed: read.ok ? read.values : read.typed, scopes, problems } }
}

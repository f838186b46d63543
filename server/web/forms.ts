import type { Request } from 'express'
import { matchedData, type ValidationChain, validationResult } from 'express-validator'
import type { Problem } from '../domain/survey/readSection'
import type { Link } from './chrome'

/** What was typed into a form, by the names of its boxes: one text each, the last where there were several. */
export type Typed = Readonly<Record<string, string>>

export type FormRead<Name extends string> =
  | { readonly ok: true; readonly values: Readonly<Record<Name, string>> }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly typed: Typed }

/** All that was sent under one name: the boxes that were ticked. */
export function manyOf(req: Request, name: string): string[] {
  const sent = bodyOf(req)[name]
  return (Array.isArray(sent) ? sent : [sent]).filter((each): each is string => typeof each === 'string' && each !== '')
}

/** All that was sent: reading the body has made it a record. */
export const bodyOf = (req: Request): Record<string, unknown> => req.body as Record<string, unknown>

/** What was typed, as text, to be shown again. */
export const typedIn = (req: Request): Typed =>
  Object.fromEntries(
    Object.entries(bodyOf(req)).flatMap(([name, sent]): [string, string][] => {
      const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )

/**
 * Reads a form that is not a section of the survey: one chain of express-validator for each box, by its name. Each chain
 * ends every check with what to say: `body('reason').trim().isLength({ min: 3 }).withMessage('Enter a reason …')`.
 */
export async function readForm<Name extends string>(
  req: Request,
  chains: Readonly<Record<Name, ValidationChain>>,
): Promise<FormRead<Name>> {
  const typed = typedIn(req)
  const names = Object.keys(chains) as Name[]
  req.body = { ...bodyOf(req), ...Object.fromEntries(names.map((name) => [name, typed[name] ?? ''])) }
  for (const name of names) await chains[name].run(req)
  const found = validationResult(req).array({ onlyFirstError: true })
  if (found.length > 0) return { ok: false, problems: found.flatMap(asProblem), typed }
  const kept: Record<string, unknown> = matchedData(req, { locations: ['body'], includeOptionals: true })
  const values = Object.fromEntries(names.map((name) => [name, textOf(kept[name])]))
  return { ok: true, values: values as Record<Name, string> }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const asProblem = (error: { type: string; msg: unknown; path?: string }): Problem[] =>
  error.path === undefined ? [] : [{ address: error.path, says: String(error.msg) }]

/** Problems as the summary at the top of the page lists them. */
export const summaryOf = (problems: readonly Problem[]): Link[] =>
  problems.map(({ address, says }) => ({ text: says, href: `#${address}` }))

/** What stands beside one box. */
export const problemAt = (problems: readonly Problem[], address: string): { readonly text: string } | undefined => {
  const found = problems.find((problem) => problem.address === address)
  return found && { text: found.says }
}

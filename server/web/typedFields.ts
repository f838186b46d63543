import type { Request } from 'express'

interface Field {
  readonly label: string
  readonly name: string
  readonly value: string
}

/** Never shown again, and not sent again by a button. */
const secret = /^_csrf$|^_form$|^present$|^one_time_code$|password|token|secret/i

/** What somebody typed, so that a page that could not keep it loses nothing. */
export function typedFields(req: Request): Field[] | undefined {
  if (req.method !== 'POST') return undefined
  const body: unknown = req.body
  if (typeof body !== 'object' || body === null) return undefined
  return Object.entries(body)
    .filter(([name]) => !secret.test(name))
    .flatMap(([name, sent]: [string, unknown]) => textsOf(sent).map((value) => ({ label: name, name, value })))
}

const textsOf = (sent: unknown): string[] =>
  (Array.isArray(sent) ? sent : [sent]).filter((each): each is string => typeof each === 'string')

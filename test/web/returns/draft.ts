import { make } from '../../support/make'
import { setClock } from '../../support/clock'
import type { TestApp } from '../../support/app'
import type { Visitor } from '../../support/signIn'

/** In the middle of the collection. */
export const DURING = '2020-02-01T09:00:00Z'

type Fields = Readonly<Record<string, string | readonly string[]>>

let codes = 0

/** A code as its type of organisation has it, which nobody else has (rule A01). */
function nextCode(type = 'nhs_trust'): string {
  codes += 1
  return type === 'nhs_trust'
    ? `T${(36 * 8 + codes).toString(36).toUpperCase()}`
    : `E06900${String(codes).padStart(3, '0')}`
}

/** An employer's people, each signed in, with one return in the middle of its collection. */
export async function startDraft(test: TestApp, given: Parameters<ReturnType<typeof make>['employer']>[0] = {}) {
  await setClock(test.sql, DURING)
  const made = await make(test.db).employer(given)
  await test.sql.query('update organisations set code = $2 where id = $1', [made.organisationId, nextCode(given.type)])
  const preparer = await test.signIn(made.preparer.email)
  const { id } = made.return
  const at = (path = '') => `/returns/${id}${path}`
  return {
    ...made,
    id,
    at,
    as: preparer,
    signInAs: (role: 'preparer' | 'contributor' | 'signatory'): Promise<Visitor> => test.signIn(made[role].email),
    read: async (section: string) => (await preparer.get(at(`/sections/${section}`))).text,
    save: (section: string, fields: Fields) => preparer.post(at(`/sections/${section}`), fields),
    patch: (section: string, json: object) => preparer.patch(at(`/sections/${section}`), json),
  }
}

/** What stands in the box of this name; undefined where there is no such box. */
export function boxIn(html: string, name: string): string | undefined {
  const tag = [...html.matchAll(/<input[^>]*>/g)]
    .map(([found]) => found)
    .find((found) => found.includes(` name="${name}"`) && !found.includes('type="hidden"'))
  return tag === undefined ? undefined : (/ value="([^"]*)"/.exec(tag)?.[1] ?? '')
}

/** The reason chosen in the small choice of this name. */
export function reasonIn(html: string, name: string): string | undefined {
  const [, choice = ''] =
    new RegExp(`<select[^>]* name="${name.replace(/[.*]/g, '\\$&')}"[^>]*>([\\s\\S]*?)</select>`).exec(html) ?? []
  return /value="([^"]*)" selected/.exec(choice)?.[1]
}

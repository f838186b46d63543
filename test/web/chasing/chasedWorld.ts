import type { Pool } from 'pg'
import type { Kysely } from 'kysely'
import type { Database } from '../../../server/db/schema'
import type { OrganisationType } from '../../../server/domain/survey/expression'
import { make } from '../../support/make'

export const PATH = '/network/collections/mhsw-2019'

interface Chased {
  readonly status?: string
  readonly type?: OrganisationType
  readonly popResident?: number
  readonly openedAt?: string
  readonly savedAt?: string
  readonly requestedAt?: string
  /** How many sections are finished. */
  readonly finished?: number
  readonly letters?: readonly string[]
  /** What was promised last, and when. */
  readonly promised?: readonly [on: string, at: string]
  readonly contactAt?: string
  readonly owner?: string
}

const section = { status: 'complete', required: 4, answered: 4, hard: 0, soft: 0, explained: 0 }

/** An organisation asked for a return, which is chased. */
export async function chased(db: Kysely<Database>, sql: Pool, name: string, given: Chased = {}): Promise<string> {
  const made = make(db)
  const { type = 'local_authority', popResident = 300_000 } = given
  const organisation = await made.organisation({ name, type, popResident })
  const { id } = await made.return({ organisationId: organisation.id })
  const progress = Object.fromEntries(
    [...'abcdefghijklmno'].slice(0, given.finished ?? 0).map((code) => [code, section]),
  )
  await sql.query(
    `update returns set status = $2, progress = $3, first_opened_at = $4, last_saved_at = $5, requested_at = $6 where id = $1`,
    [
      ...[id, given.status ?? 'not_started', progress],
      ...[given.openedAt ?? null, given.savedAt ?? null, given.requestedAt ?? null],
    ],
  )
  for (const at of given.letters ?? []) await letter(sql, id, at)
  const [promisedOn, promisedAt] = given.promised ?? [null, null]
  const { owner = null, contactAt = null } = given
  if (promisedOn ?? owner ?? contactAt)
    await sql.query(
      `insert into chasing (return_id, owner_id, owned_at, last_contact_at, promised_on, promised_at)
       values ($1, $2, case when $2::uuid is not null then app_now() end, $3, $4, $5)`,
      [id, owner, contactAt, promisedOn, promisedAt],
    )
  return id
}

let letters = 0

/** A reminder that has gone. */
async function letter(sql: Pool, returnId: string, at: string): Promise<void> {
  letters += 1
  await sql.query(
    `insert into post (kind, cause, return_id, to_name, to_address, subject, paragraphs, message_id, state, decided_at)
     values ('reminder', $2, $1, 'Somebody', 'somebody@big.example', 'A reminder', '[]', $2, 'sent', $3)`,
    [returnId, `letter ${letters}`, at],
  )
}

/** The organisations of a list, in its order. */
export const namesIn = (html: string): string[] =>
  [...html.matchAll(/<th scope="row"><a href="\/network\/returns[^>]*>([^<]*)</g)].map(([, name = '']) => name)

/** What stands in the row of an organisation, column by column. */
export function cellsOf(html: string, name: string): string[] {
  const [row = ''] = new RegExp(`<th scope="row"><a [^>]*>${name}</a></th>[\\s\\S]*?</tr>`).exec(html) ?? []
  return [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
    cell
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

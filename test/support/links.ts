import type { Pool } from 'pg'
import { answerPasswordRequests } from '../../server/actions/answerPasswordRequests'
import type { TestApp } from './app'

interface Kept {
  readonly button: { readonly text: string; readonly href: string }
}

/** The path of the link in the newest letter of a kind to an address, as its reader gets it. */
export async function linkSentTo({ sql, services }: TestApp, email: string, kind: string): Promise<string> {
  const { rows } = await sql.query<Kept>(
    'select button from post where to_address = $1 and kind = $2 order by created_at desc, id limit 1',
    [email, kind],
  )
  const [letter] = rows
  if (!letter) throw new Error(`There is no letter of the kind ${kind} to ${email}`)
  const { button } = services.links.complete({ subject: '', paragraphs: [], button: letter.button })
  return new URL(button?.href ?? '').pathname
}

/** Asks for a new password as anybody does, and gives the link that is sent. */
export async function passwordLinkFor(app: TestApp, email: string): Promise<string> {
  const asked = await app.visitor().post('/forgotten-password', { email })
  if (asked.status !== 303) throw new Error(`Asking for a new password was answered with ${asked.status}`)
  await answerPasswordRequests(app.services)
  return linkSentTo(app, email, 'password_reset')
}

/** Where in the whole database, as text or as bytes, something stands: the tables and columns. */
export async function placesOf(sql: Pool, secret: string): Promise<string[]> {
  const { rows: tables } = await sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`)
    const hex = Buffer.from(secret).toString('hex')
    const raw = Buffer.from(secret, 'base64url').toString('hex')
    if (rows.some(({ row }) => [secret, hex, raw].some((form) => row.includes(form)))) found.push(name)
  }
  return found
}

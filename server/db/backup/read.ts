import type { ClientBase } from 'pg'
import { knownMigrations, migrate } from '../migrate'
import { withoutReferences } from './references'
import { lineOf, type Head, type Line } from './lines'
import { inOneTransaction, onOwnConnection } from './ownConnection'

const AT_ONCE = 500

export type Restored =
  | { readonly kind: 'restored'; readonly rows: number; readonly head: Head }
  /** In a sentence. No row of it was kept. */
  | { readonly kind: 'refused'; readonly because: string }

/** What is wrong with the file, in a sentence. */
class Unfit extends Error {}

const notABackup = 'This file is no backup of Workforce Returns, or it was damaged.'
const cutShort = 'This backup was cut short: what it holds is not all there was. Nothing was restored.'

/**
 * Puts a backup into an empty database: the schema as it was then, the rows, and then the migrations since. All of the
 * rows or none. Invitations, links and tokens of the backup are dead afterwards, and letters that waited then are not
 * sent: they may have gone since.
 */
export const readBackup = (url: string, texts: AsyncIterable<string>): Promise<Restored> =>
  restore(url, texts).catch((error: unknown) => ({ kind: 'refused', because: sentence(error) }))

function sentence(error: unknown): string {
  if (error instanceof Unfit) return error.message
  if (error instanceof SyntaxError || isOfTheFile(error)) return notABackup
  throw error
}

/** What unpacking says of a file that is none, or was cut short. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code))

async function restore(url: string, texts: AsyncIterable<string>): Promise<Restored> {
  const lines = linesOf(texts)
  const first = await lines.next()
  if (first.done === true || first.value.kind !== 'head') throw new Unfit(notABackup)
  const { head } = first.value
  const known = await knownMigrations()
  const strangers = head.migrations.filter((name) => !known.includes(name))
  if (strangers.length > 0) {
    throw new Unfit(
      `This backup is of a newer release, which has ${strangers.join(', ')}. Restore it with that release.`,
    )
  }
  await migrate(url, { only: head.migrations })
  const rows = await onOwnConnection(url, (client) => inOneTransaction(client, '', () => putBack(client, lines)))
  await migrate(url)
  return { kind: 'restored', rows, head }
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<Line, undefined> {
  for await (const text of texts) yield lineOf(text)
  return undefined
}

async function putBack(client: ClientBase, lines: AsyncGenerator<Line>): Promise<number> {
  await refuseUnlessEmpty(client)
  const count = await withoutReferences(client, () => putRows(client, lines))
  await countOn(client)
  await quieten(client)
  return count
}

async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ organisations: number; people: number }>(
    `select (select count(*)::int from organisations) as organisations, (select count(*)::int from people) as people`,
  )
  const [{ organisations, people } = { organisations: 0, people: 0 }] = rows
  if (organisations + people === 0) return
  throw new Unfit(
    `This database holds ${organisations} organisations and ${people} people already. Restore into an empty one.`,
  )
}

/** Writes the rows, and makes sure that they are all there are. */
async function putRows(client: ClientBase, lines: AsyncGenerator<Line>): Promise<number> {
  let [table, waiting, count]: [string, string[], number] = ['', [], 0]
  const put = async () => {
    if (waiting.length > 0) await insertRows(client, table, waiting)
    waiting = []
  }
  for await (const line of lines) {
    if (line.kind === 'row') {
      waiting.push(line.row)
      count += 1
      if (waiting.length === AT_ONCE) await put()
      continue
    }
    await put()
    if (line.kind === 'end') return line.rows === count ? count : Promise.reject(new Unfit(cutShort))
    if (line.kind !== 'table') throw new Unfit(notABackup)
    table = line.table
  }
  throw new Unfit(cutShort)
}

async function insertRows(client: ClientBase, table: string, rows: readonly string[]): Promise<void> {
  const name = client.escapeIdentifier(table)
  const columns = await keptColumns(client, table)
  await client.query(
    `insert into ${name} (${columns.join(', ')}) overriding system value
     select ${columns.map((column) => `(line.kept).${column}`).join(', ')}
     from (select given.line::${name} as kept from unnest($1::text[]) as given(line)) as line`,
    [rows],
  )
}

/** Those that are not worked out from the others. */
async function keptColumns(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** Numbers that count up go on after the highest. */
async function countOn(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select quote_ident(table_name) as "table", quote_ident(column_name) as "column",
       pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { table, column, sequence } of rows) {
    await client.query(`select setval($1, coalesce(max(${column}), 0) + 1, false) from ${table}`, [sequence])
  }
}

/** A copy of a key opens nothing, and no letter goes twice. */
async function quieten(client: ClientBase): Promise<void> {
  await client.query(`
    update invitations set revoked_at = clock_timestamp() where used_at is null and revoked_at is null;
    update password_tokens set revoked_at = clock_timestamp() where used_at is null and revoked_at is null;
    update tokens set expires_at = least(expires_at, clock_timestamp());
    update post set state = 'not_needed', state_reason = 'Waiting when the backup was made: it may have gone since'
      where state = 'waiting'`)
}

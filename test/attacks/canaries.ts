import { inflateRawSync, inflateSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../../server/db/schema'
import type { Cells } from '../../server/domain/survey/cells'
import { truthOf } from './attackedWorld'
import { mhsw2019 } from '../../server/surveys/mhsw2019'

/** Numbers that only one organisation has, as they might be written, with whose they are. */
export type Canaries = ReadonlyMap<string, string>

const numberIn = (cell: Cells[string] | undefined): number | undefined =>
  cell?.state === 'value' && typeof cell.value === 'number' ? cell.value : undefined

/** Figures with decimals, and large ones: small whole numbers stand on every page. */
const mayBePlanted = (value: number): boolean => (Number.isInteger(value) ? value >= 3_000 : value >= 10)

/** The next figure that nobody has: of people's time with two decimals, of all else whole. */
function unused(value: number, used: Set<string>): number {
  const whole = Number.isInteger(value)
  for (let step = 1; ; step += 1) {
    const next = whole ? value + step : Math.round(value * 100 + step) / 100
    const text = String(next)
    if (used.has(text) || (!whole && !/\.\d[1-9]$/.test(text))) continue
    used.add(text)
    return next
  }
}

/**
 * Before a release is made: every figure of everybody but some organisations becomes one that is nobody else's, and
 * nothing else anywhere.
 */
export async function plant(db: Kysely<Database>, but: readonly string[]): Promise<Canaries> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('returns', 'returns.id', 'submissions.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select(['submissions.id', 'submissions.cells', 'organisations.id as organisation'])
    .select(['popRegistered', 'popResident', 'popAdults'])
    .where('submissions.definition', '=', mhsw2019.code)
    .execute()
  const used = new Set(
    rows.flatMap(({ cells, popRegistered, popResident, popAdults }) =>
      [...Object.values(cells).map(numberIn), popRegistered, popResident, popAdults].map(String),
    ),
  )
  const canaries = new Map<string, string>()
  const planted = rows
    .filter(({ organisation }) => !but.includes(organisation))
    .map(({ id, cells, organisation }) => {
      const changed = Object.entries(cells).map(([address, cell]): [string, Cells[string]] => {
        const value = numberIn(cell)
        if (value === undefined || !mayBePlanted(value)) return [address, cell]
        const canary = unused(value, used)
        canaries.set(String(canary), `${organisation} ${address}`)
        return [address, { state: 'value', value: canary }]
      })
      return { id, cells: Object.fromEntries(changed) }
    })
  await withoutTriggers(
    db,
    sql`update submissions set cells = planted.cells from jsonb_to_recordset(${JSON.stringify(planted)}::jsonb)
        as planted(id uuid, cells jsonb) where planted.id = submissions.id`,
  )
  return new Map([...canaries, ...(await ratesOf(db, but))])
}

/** Ink cannot be changed: but by those who test what would be seen if it were. */
export const withoutTriggers = (db: Kysely<Database>, statement: ReturnType<typeof sql>): Promise<unknown> =>
  db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection)
    await statement.execute(connection)
    await sql`set session_replication_role = origin`.execute(connection)
  })

/** What every other organisation's indicators come to, written with five figures or more. */
async function ratesOf(db: Kysely<Database>, but: readonly string[]): Promise<[string, string][]> {
  const { members, gathered } = await truthOf(db)
  const returns = await db.selectFrom('returns').select(['id', 'organisationId']).execute()
  const ownReturns = new Set(returns.filter((each) => but.includes(each.organisationId)).map(({ id }) => id))
  return mhsw2019.indicators
    .filter(({ compares }) => compares === 'ratio')
    .flatMap((indicator) =>
      gathered
        .contributors(indicator, members)
        .filter(({ organisation, rate }) => !ownReturns.has(organisation) && !Number.isInteger(rate * 1000))
        .flatMap(({ organisation, rate }) =>
          [3, 4, 6]
            .map((decimals) => rate.toFixed(decimals))
            .filter((text) => text.replace(/^0?\.0*|\D/g, '').length >= 5)
            .map((text): [string, string] => [text, `${organisation} ${indicator.code}`]),
        ),
    )
}

/** As they are, and with commas between thousands; in a file of commas the two look alike, so both are looked for. */
const numbers = [/\d+(?:\.\d+)?/g, /\d{1,3}(?:,\d{3})+(?:\.\d+)?/g]

/** Names that computers give, with digits among their letters. */
const names = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|(?:nonce|value)="[\w+/=.-]{20,}"|W?\/?"[\w+/=-]{16,}"/g

/** Where a drawing puts something, in hundredths along or in pixels down: looked at by itself. */
const places = /\s(?:x|y|x1|x2|y1|y2|width|height|d)="[^"]*"/g

/** The canaries found in what was answered, but for numbers that are there for a reason. */
export function found(canaries: Canaries, text: string, explained: ReadonlySet<string> = new Set()): string[] {
  const bare = text.replace(places, '').replace(names, '')
  const told = numbers.flatMap((pattern) => bare.match(pattern) ?? []).map((each) => each.replaceAll(',', ''))
  return [...new Set(told)].flatMap((each) => {
    const whose = canaries.get(each)
    return whose === undefined || explained.has(each) ? [] : [`${each} of ${whose}`]
  })
}

/** What a file says, unpacked: the parts of a workbook, the streams of a PDF. */
export function unpacked(file: Buffer): string {
  if (file.subarray(0, 2).toString('latin1') === 'PK') return partsOf(file).join('\n')
  if (file.subarray(0, 4).toString('latin1') === '%PDF') return streamsOf(file).join('\n')
  return file.toString('utf8')
}

function partsOf(zip: Buffer): string[] {
  const parts: string[] = []
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + size)
    parts.push((method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
  }
  return parts
}

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].flatMap(({ index, 0: head }) => {
    const from = index + head.length
    const stream = pdf.subarray(from, text.indexOf('endstream', from))
    return [inflateSync(stream).toString('latin1')]
  })
}

import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { argonPasswords } from '../../server/passwords'
import { mergeReads } from '../../server/domain/survey/mergeReads'
import { checkReturn, isReady } from '../../server/domain/survey/progress'
import { readSection } from '../../server/domain/survey/readSection'
import { sheetOf } from '../../server/domain/survey/routing'
import { withChanges } from '../../server/domain/survey/withChanges'
import type { Cells } from '../../server/domain/survey/cells'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { setClock } from '../support/clock'
import { password } from '../support/make'
import { fieldsOf } from '../support/thornmere'
import { registerOf } from '../surveys/register'
import { makeBigWorld } from './bigWorld'

/** Somebody with a browser that is signed in, and the return they work at. */
export interface AtWork {
  readonly returnId: string
  readonly cookie: string
  readonly token: string
}

/** Employers of ten thousand in the last hour: who types, who signs, and who comes to the door. */
export interface DeadlineWorld {
  readonly writers: readonly AtWork[]
  readonly signers: readonly AtWork[]
  readonly emails: readonly string[]
}

const WRITERS = 500
const SIGNERS = 1000
const NEWCOMERS = 200

/** All that one employer says, so that everything adds up and is explained. */
function fullReturn(): Cells {
  const register = registerOf('nhs_trust')
  let cells: Cells = {}
  for (const section of mhsw2019.sections.filter(({ filledBy }) => !filledBy)) {
    const before = sheetOf(mhsw2019, register, cells)
    const reads = [{ section, read: readSection(section, fieldsOf(section.code), cells) }]
    cells = withChanges(cells, mergeReads({ reads, since: [], before, kept: cells }).changes)
  }
  const open = checkReturn(sheetOf(mhsw2019, register, cells)).filter((check) => !isReady(check))
  if (open.length > 0) throw new Error(`The return is not finished: ${open.map(({ section }) => section.code).join()}`)
  return cells
}

/** Ten thousand employers; the returns of some are filled in full, half of these waiting for their signature. */
export async function makeDeadlineWorld(pool: Pool, secret: string): Promise<DeadlineWorld> {
  await setClock(pool, '2020-02-10T22:00:00Z')
  await pool.query(
    `insert into collections (code, title, opens_at, cutoff_at)
     values ('mhsw-2019', 'Mental health social work 2019-20', '2020-01-06 00:00Z', '2020-02-11 00:00Z')`,
  )
  await pool.query("insert into people (email, name, staff_role) values ('network@big.example', 'Somebody', 'network')")
  await makeBigWorld(pool, 10_000)
  const writers = await peopleOf(pool, { role: 'preparer', status: 'in_progress', many: WRITERS })
  const signers = await peopleOf(pool, { role: 'signatory', status: 'awaiting_signature', many: SIGNERS })
  await fill(pool, [...writers, ...signers])
  const { rows } = await pool.query<{ email: string }>(
    `update people set password_hash = $1 where id in (select id from people where email like 'preparer%' limit $2)
     returning email`,
    [await argonPasswords().hash(password), NEWCOMERS],
  )
  await pool.query('vacuum analyze')
  return {
    writers: await inTurn(writers, (each) => signedIn(pool, each, secret)),
    signers: await inTurn(signers, (each) => signedIn(pool, each, secret)),
    emails: rows.map(({ email }) => email),
  }
}

interface Working {
  readonly personId: string
  readonly returnId: string
}

async function peopleOf(pool: Pool, { role, status, many }: { role: string; status: string; many: number }) {
  const { rows } = await pool.query<Working>(
    `select person_id as "personId", returns.id as "returnId" from returns
     join memberships using (organisation_id) where role = $1 and status = $2 order by returns.id limit $3`,
    [role, status, many],
  )
  return rows
}

async function fill(pool: Pool, working: readonly Working[]): Promise<void> {
  const ids = working.map(({ returnId }) => returnId)
  await pool.query(
    `update organisations
     set type = 'nhs_trust', email_domains = '{thornmere-trust.example}', pop_registered = 1000000, pop_resident = null,
       pop_adults = null, code = substr('RT', 1 + n / 1296, 1) || substr($2, 1 + n % 1296 / 36, 1) || substr($2, 1 + n % 36, 1)
     from (select organisation_id, (row_number() over ())::int as n from returns where id = any($1)) as trust
     where organisations.id = organisation_id`,
    [ids, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  )
  await pool.query(
    `insert into cells (return_id, address, cell, version, decided_at)
     select id, key, value, 1, app_now() from unnest($1::uuid[]) as id, jsonb_each($2::jsonb)`,
    [ids, JSON.stringify(fullReturn())],
  )
  await pool.query('update returns set version = 1 where id = any($1)', [ids])
}

async function inTurn<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const each of all) done.push(await work(each))
  return done
}

/** A session as signing in would have kept it, and the cookie that belongs to it. */
async function signedIn(pool: Pool, { personId, returnId }: Working, secret: string): Promise<AtWork> {
  const id = randomBytes(18).toString('base64url')
  const token = randomBytes(32).toString('hex')
  const cookie = { originalMaxAge: null, expires: null, httpOnly: true, path: '/', sameSite: 'lax', secure: false }
  await pool.query(
    `insert into sessions (id_hash, person_id, data, expires_at) values ($1, $2, $3, clock_timestamp() + interval '1 hour')`,
    [createHash('sha256').update(id).digest(), personId, { cookie, passport: { user: personId }, csrfToken: token }],
  )
  const proof = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')
  return { returnId, token, cookie: `session=${encodeURIComponent(`s:${id}.${proof}`)}` }
}

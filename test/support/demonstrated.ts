import { Client } from 'pg'
import { connect } from '../../server/db/connection'
import type * as loading from '../../server/demonstration/loadDemonstration'
import { password } from './make'
import { cheapPasswords } from './passwords'
import { demonstrationIn, server, template, urlOf, type Demonstration } from './testServer'

/** A database to copy with the demonstration in it: the first file of a run that asks for it loads it, the others wait. */
export async function demonstrated(which: Demonstration): Promise<string> {
  const name = demonstrationIn(template(), which)
  const client = new Client({ connectionString: server() })
  await client.connect()
  await client.query('select pg_advisory_lock(hashtext($1))', [name])
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) {
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished} template ${template()} strategy file_copy`)
    await loadInto(urlOf(unfinished), which)
    await client.query(`alter database ${unfinished} rename to ${name}`)
  }
  await client.end()
  return name
}

async function loadInto(url: string, which: Demonstration): Promise<void> {
  // Only here: it is a great deal to load for those who do not ask for it.
  const { loadDemonstration } = require('../../server/demonstration/loadDemonstration') as typeof loading
  const db = connect(url, { poolSize: 2, onError: () => undefined })
  const passwordHash = await cheapPasswords().hash(password)
  const complete = which !== 'under way'
  const until = which === 'complete in 2020' ? { until: '2020' as const } : {}
  const loaded = await loadDemonstration(db, { passwordHash, complete, ...until })
  await db.destroy()
  if (loaded.kind !== 'loaded') throw new Error(loaded.because)
}

/** The clock of a demonstration goes on from where it stood when it was loaded. */
export const continueClock = `update demonstration
  set clock_offset = clock_offset - (clock_timestamp() - seen_at), seen_at = clock_timestamp()`

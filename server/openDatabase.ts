import type { Kysely } from 'kysely'
import type { Config } from './config'
import { connect } from './db/connection'
import type { Database } from './db/schema'
import { ensurePostgres } from './embedded/ensurePostgres'
import type { Log } from './log'

export interface OpenDatabase {
  readonly url: string
  readonly db: Kysely<Database>
  /** Whether it is the one that was brought along: that one shows the demonstration. */
  readonly embedded: boolean
  /** Ends every connection and, of an embedded server nobody else uses, the server. */
  close(): Promise<void>
}

type Settings = Pick<Config, 'databaseUrl' | 'dataDir' | 'poolSize'>

/** The database this process works on: the one it was given, or the embedded one, which is started if it does not run. */
export async function openDatabase(config: Settings, log: Pick<Log, 'warn'>): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === undefined ? await ensurePostgres(config.dataDir) : undefined
  const url = config.databaseUrl ?? embedded?.url ?? ''
  const onError = (error: Error) => {
    log.warn({ err: error }, 'a connection to the database broke')
  }
  const db = connect(url, { poolSize: config.poolSize, onError })
  return {
    url,
    db,
    embedded: embedded !== undefined,
    close: async () => {
      await db.destroy()
      await embedded?.stop()
    },
  }
}

import { createApp } from '../../server/app'
import { readConfig } from '../../server/config'
import { connect } from '../../server/db/connection'
import { openLog } from '../../server/log'
import { openServices } from '../../server/openServices'
import { listening } from './listening'

// The real app, with sessions, CSRF and all, on the database named in the first argument; a proxy before it compresses.
const [, , DATABASE_URL = ''] = process.argv
const config = readConfig({
  DATABASE_URL,
  SESSION_SECRET: 'a secret for a bench, long enough to be one',
  PUBLIC_URL: 'http://127.0.0.1',
})
const db = connect(DATABASE_URL, { poolSize: config.poolSize, onError: () => undefined })
const services = openServices(config, openLog('silent'), { db })
listening(createApp(services, { sessionSecret: config.sessionSecret ?? '', trustProxy: 1, stage: () => 'open' }))

/** A process of its own that uses the embedded PostgreSQL of a folder until it is told `stop`, or is killed. */
import { ensurePostgres } from '../../server/embedded/ensurePostgres'

async function main(): Promise<void> {
  const postgres = await ensurePostgres(process.argv[2] ?? '')
  process.stdout.write(`${JSON.stringify({ url: postgres.url, startedHere: postgres.startedHere })}\n`)
  process.stdin.once('data', () => void postgres.stop().then(() => process.exit(0)))
}

void main()

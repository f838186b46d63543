import type { Pool } from 'pg'
import type { Caller } from './caller'
import { pause } from './program'
import type { World } from './world'

/** What one writer gave a box, and what it was told of it. Figures only ever grow. */
interface Told {
  sent: number
  acknowledged: number
}

export interface Ledger {
  readonly boxes: Map<string, Told>
  acknowledged: { readonly box: string; readonly figure: number }[]
  /** Tries that were not answered with a save: nothing came back, or that the service is not available. */
  unanswered: number
  /** When something was last acknowledged. */
  lastAt: number
}

export interface SteadyWriters {
  readonly ledger: Ledger
  stop(): Promise<void>
}

/** Each caller has boxes of its own, and writes the next figure to them as soon as the last one was acknowledged. */
export function startWriters({ path, boxes }: World, callers: readonly Caller[]): SteadyWriters {
  const ledger: Ledger = { boxes: new Map(), acknowledged: [], unanswered: 0, lastAt: performance.now() }
  for (const box of boxes) ledger.boxes.set(box, { sent: 0, acknowledged: 0 })
  let stopped = false

  async function write(caller: Caller, own: readonly string[]): Promise<void> {
    let version = 0
    for (let n = 1; !stopped; n++) {
      const box = own[n % own.length] ?? ''
      const told = ledger.boxes.get(box)
      if (!told) throw new Error(`There is no box ${box}`)
      const figure = Math.round(told.sent * 100 + 1) / 100
      told.sent = figure
      version = (await acknowledged(caller, box, figure, version)) ?? version
    }
  }

  /** Tries until it is acknowledged, as the page does; the version then. */
  async function acknowledged(caller: Caller, box: string, figure: number, version: number) {
    while (!stopped) {
      const said = await caller.patch(path, { version, cells: { [box]: figure } })
      if (said?.status === 200) {
        const told = ledger.boxes.get(box)
        if (told) told.acknowledged = figure
        ledger.acknowledged.push({ box, figure })
        ledger.lastAt = performance.now()
        return Number(said.body.version)
      }
      if (said && said.status !== 503) throw new Error(`A save was answered with ${said.status}: ${said.text}`)
      ledger.unanswered += 1
      await pause(50)
    }
    return undefined
  }

  const share = Math.floor(boxes.length / callers.length)
  const writing = callers.map((caller, at) => write(caller, boxes.slice(at * share, (at + 1) * share)))
  return {
    ledger,
    stop: async () => {
      stopped = true
      await Promise.all(writing)
    },
  }
}

/** What is wrong with what is kept, judged from what was acknowledged: nothing. */
export async function lossesIn(pool: Pool, { returnId }: World, ledger: Ledger): Promise<string[]> {
  const { rows: cells } = await pool.query<{ address: string; figure: number }>(
    `select address, (cell ->> 'value')::float8 as figure from cells where return_id = $1`,
    [returnId],
  )
  const kept = new Map(cells.map(({ address, figure }) => [address, figure]))
  const lost = [...ledger.boxes].flatMap(([box, { sent, acknowledged }]) => {
    const figure = kept.get(box) ?? 0
    return figure < acknowledged || figure > sent
      ? [`${box}: ${acknowledged} was acknowledged and ${sent} sent, ${figure} is kept`]
      : []
  })
  return [...lost, ...(await missingFromHistory(pool, returnId, ledger)), ...(await gaps(pool, returnId))]
}

async function missingFromHistory(pool: Pool, returnId: string, ledger: Ledger): Promise<string[]> {
  const { rows } = await pool.query<{ address: string; figure: number }>(
    `select address, (became ->> 'value')::float8 as figure from cell_changes where return_id = $1`,
    [returnId],
  )
  const history = new Set(rows.map(({ address, figure }) => `${address} ${figure}`))
  return ledger.acknowledged
    .map(({ box, figure }) => `${box} ${figure}`)
    .filter((each) => !history.has(each))
    .map((each) => `${each} was acknowledged, and is not in the history`)
}

/** Versions count the changes one by one, and the return is at the last of them. */
async function gaps(pool: Pool, returnId: string): Promise<string[]> {
  const { rows } = await pool.query<{ versions: number; last: number; version: number }>(
    `select count(distinct cell_changes.version)::int as versions, max(cell_changes.version) as last, returns.version
     from cell_changes join returns on returns.id = return_id where return_id = $1 group by returns.version`,
    [returnId],
  )
  const [found] = rows
  const isWhole = found && found.versions === found.last && found.last === found.version
  return isWhole ? [] : [`The versions have gaps: ${JSON.stringify(found)}`]
}

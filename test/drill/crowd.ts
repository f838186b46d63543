import type { Pool } from 'pg'
import type { Caller, Said } from './caller'
import type { World } from './world'

/** What a save was answered with, beside what was sent. */
export interface Saved {
  readonly writer: string
  /** The version that was sent: all that the page knew of. */
  readonly from: number
  readonly version: number
  readonly kept: Readonly<Record<string, number>>
  readonly shown: readonly string[]
  readonly conflicts: readonly Conflict[]
}

interface Conflict {
  readonly cell: string
  readonly yours: number
  readonly theirs: number
  readonly by: string
}

/** What a save is answered with. */
export interface Answer {
  readonly version: number
  readonly conflicts?: readonly Conflict[]
  readonly changed: readonly string[]
}

/** So many different figures each of the writers has. */
const EACH = 200_000

/** Figures that none of the other writers gives, one after the other. */
export function figuresFrom(writer: number): () => number {
  let next = writer * EACH + 1
  return () => next++ / 100
}

/** Everybody writes to the same boxes at the same time, as pages do that save by themselves, and goes on as long as this says; what each was told. */
export async function writeTogether(
  { path, boxes }: World,
  callers: readonly { readonly name: string; readonly caller: Caller }[],
  goesOn: (saved: readonly Saved[]) => boolean,
): Promise<Saved[]> {
  const saved: Saved[] = []

  async function write(name: string, caller: Caller, figure: () => number): Promise<void> {
    let version = 0
    let cells = {}
    while (goesOn(saved)) {
      if (Object.keys(cells).length === 0) cells = someOf(boxes, figure)
      const said = await caller.patch(path, { version, cells })
      const answer = read(said)
      saved.push(record({ name, from: version, cells, answer }))
      version = answer.version
      cells = decided(answer.conflicts ?? [], figure)
    }
  }

  await Promise.all(callers.map(({ name, caller }, at) => write(name, caller, figuresFrom(at))))
  return saved
}

/** One to three boxes, each with a figure that nobody else gives. */
function someOf(boxes: readonly string[], figure: () => number): Record<string, number> {
  const many = 1 + Math.floor(Math.random() * 3)
  return Object.fromEntries(
    Array.from({ length: many }, () => [boxes[Math.floor(Math.random() * boxes.length)] ?? '', figure()]),
  )
}

/** Of two figures, one's own in half of the cases: it is sent again, knowing of the other. */
const decided = (conflicts: readonly Conflict[], figure: () => number): Record<string, number> =>
  Object.fromEntries(conflicts.filter(() => Math.random() < 0.5).map(({ cell }) => [cell, figure()]))

function read(said: Said | undefined): Answer {
  if (said?.status !== 200 && said?.status !== 409) {
    throw new Error(`A save was answered with ${said?.status ?? 'nothing'}: ${said?.text ?? ''}`)
  }
  return said.body as unknown as Answer
}

/** A save, with what came of it. */
export function record(of: { name: string; from: number; cells: Record<string, number>; answer: Answer }): Saved {
  const { name, from, cells, answer } = of
  const conflicts = answer.conflicts ?? []
  const clashing = new Set(conflicts.map(({ cell }) => cell))
  const kept = Object.fromEntries(Object.entries(cells).filter(([cell]) => !clashing.has(cell)))
  return { writer: name, from, version: answer.version, kept, shown: answer.changed, conflicts }
}

interface Change {
  readonly address: string
  readonly version: number
  readonly figure: number
  readonly by: string
}

/** What is wrong, judged from what each was told and what is in the history: nothing. */
export async function faultsAmong(pool: Pool, { returnId }: World, saved: readonly Saved[]): Promise<string[]> {
  const { rows: history } = await pool.query<Change>(
    `select address, version, (became ->> 'value')::float8 as figure, people.name as by from cell_changes
     join people on people.id = person_id where return_id = $1 order by cell_changes.id`,
    [returnId],
  )
  const { rows: cells } = await pool.query<{ address: string; figure: number }>(
    `select address, (cell ->> 'value')::float8 as figure from cells where return_id = $1`,
    [returnId],
  )
  return [
    ...saved.flatMap((each) => notInHistory(each, history)),
    ...saved.flatMap((each) => overwrittenSilently(each, history)),
    ...saved.flatMap((each) => conflictsThatWereNone(each, history)),
    ...cells
      .filter(({ address, figure }) => lastGiven(address, saved) !== figure)
      .map(({ address }) => `${address} is not as it was last acknowledged`),
  ]
}

const notInHistory = ({ writer, version, kept }: Saved, history: readonly Change[]): string[] =>
  Object.entries(kept)
    .filter(
      ([address, figure]) =>
        !history.some(
          (change) =>
            change.address === address &&
            change.version === version &&
            change.figure === figure &&
            change.by === writer,
        ),
    )
    .map(([address, figure]) => `${writer} was told that ${address} is ${figure}, and the history does not say so`)

/** Whatever was changed between the version a page knew and the one it went on from, it was told of. */
function overwrittenSilently({ writer, from, version, kept, shown, conflicts }: Saved, history: readonly Change[]) {
  const isOwn = (change: Change) => change.by === writer && change.version === version
  const between = history.filter((change) => change.version > from && change.version <= version && !isOwn(change))
  const told = new Set([...shown, ...conflicts.map(({ cell }) => cell)])
  return between
    .filter(({ address }) => address in kept || !told.has(address))
    .map(
      (change) =>
        `${writer} went on from ${from} to ${version} and was not told of ${change.address} = ${change.figure}`,
    )
}

const conflictsThatWereNone = ({ version, conflicts }: Saved, history: readonly Change[]): string[] =>
  conflicts
    .filter(({ cell, theirs, by }) => {
      const last = history.filter((change) => change.address === cell && change.version <= version).at(-1)
      return last?.figure !== theirs || last.by !== by
    })
    .map(({ cell, theirs, by }) => `It was said that ${by} made ${cell} ${theirs}, which is not so`)

function lastGiven(address: string, saved: readonly Saved[]): number | undefined {
  const given = saved.filter(({ kept }) => address in kept)
  return given.reduce<Saved | undefined>((last, each) => (last && last.version > each.version ? last : each), undefined)
    ?.kept[address]
}

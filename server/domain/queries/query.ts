import type { Address, Cell, Cells } from '../survey/cells'
import { sameCell } from '../survey/cells'

/** How a question about a figure stands: it waits for the employer, for the network, or for nobody. */
export type QueryState = 'asked' | 'answered' | 'settled' | 'dismissed'

/** How it came to an end. */
export type EndedHow = 'accepted' | 'corrected' | 'partner_corrected' | 'dismissed'

/** How questions stand, in words. */
export const queryStates = {
  asked: 'Asked',
  answered: 'Answered',
  settled: 'Settled',
  dismissed: 'Dismissed',
} as const satisfies Record<QueryState, string>

/** Whether a word says how a question stands. */
export const isQueryState = (text: unknown): text is QueryState =>
  typeof text === 'string' && Object.hasOwn(queryStates, text)

/** How questions came to an end, in sentences. */
export const endings = {
  accepted: 'The network accepted the answer',
  corrected: 'The figure was corrected and signed again',
  partner_corrected: 'The partner corrected its figure, and the two agree',
  dismissed: 'The network needs no answer',
} as const satisfies Record<EndedHow, string>

/** What may be done to a question about a figure. */
export type QueryDeed = 'answer' | 'correct' | 'accept' | 'ask_again' | 'dismiss' | 'settle'

const from: Record<QueryDeed, readonly QueryState[]> = {
  answer: ['asked'],
  // Whoever has said that it is right may still find that it is not.
  correct: ['asked', 'answered'],
  accept: ['answered'],
  ask_again: ['answered'],
  dismiss: ['asked', 'answered'],
  settle: ['asked', 'answered'],
}

/** May this be done to it as it stands? */
export const mayDo = (deed: QueryDeed, state: QueryState): boolean => from[deed].includes(state)

/** The shortest and the longest a question, an answer or a reason may be. */
export const SHORTEST = 10
export const LONGEST = 2_000

/** Whether a figure a question is about stands differently now. */
export const hasMoved = (figures: Cells, now: Cells): boolean =>
  Object.entries(figures).some(([address, cell]) => !sameCell(cell, now[address]))

/** What stands at some addresses; nothing at those where nothing does. */
export const cellsAt = (addresses: readonly Address[], cells: Cells): Readonly<Record<Address, Cell>> =>
  Object.fromEntries(addresses.flatMap((address) => (cells[address] ? [[address, cells[address]]] : [])))

/** The figures a question is about, and what they were compared with, in one writing: the same is not asked twice. */
export const comparedIn = (figures: Cells, beside: readonly string[] = []): string =>
  [...Object.entries(figures).map(([address, cell]) => `${address}=${written(cell)}`), ...beside].sort().join(';')

const written = (cell: Cell): string => (cell.state === 'value' ? JSON.stringify(cell.value) : `NC ${cell.reason}`)

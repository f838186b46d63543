import { cellsOf, changesSince } from '../../../db/cells'
import type { FoundReturn } from '../../../db/foundReturn'
import { organisationNames } from '../../../db/organisationNames'
import { valueCell, type Cell } from '../../../domain/survey/cells'
import type { Conflict } from '../../../domain/survey/conflicts'
import type { Section } from '../../../domain/survey/definition'
import { explainedRule } from '../../../domain/survey/explanations'
import { readSection, type Typed } from '../../../domain/survey/readSection'
import type { Reads } from '../draft'

interface Sent {
  readonly sent: Typed
  readonly undecided: readonly string[]
}

/** A page of conflicts that came back without every choice made, to be drawn again as things now are. */
export async function stillUndecided({ db }: Reads, found: FoundReturn, section: Section, { sent, undecided }: Sent) {
  const kept = await cellsOf(db, found.id)
  const since = new Map((await changesSince(db, found.id, 0)).map((change) => [change.address, change]))
  const names = [sent.choosing].flat().filter((name) => typeof name === 'string')
  const mine = Object.fromEntries(names.map((name) => [name, sent[`${name}!mine`]]))
  const { changes, explanations } = readSection(section, mine, kept)
  const mineAt = (address: string): Cell | null => {
    const rule = explainedRule(address)
    const said = rule === undefined ? undefined : explanations[rule]
    if (said !== undefined) return valueCell(said)
    return address in changes ? (changes[address] ?? null) : (kept[address] ?? null)
  }
  const conflicts: Conflict[] = names.map((address) => ({
    address,
    mine: mineAt(address),
    theirs: kept[address] ?? null,
    by: since.get(address)?.by ?? 'Somebody',
    at: since.get(address)?.at ?? found.now,
  }))
  const carried = carriedIn(sent, section, names)
  return { section, conflicts, version: found.version, names: await organisationNames(db), carried, undecided }
}

/** What could not be read on the first page goes along. */
const carriedIn = (sent: Typed, { questions }: Section, names: readonly string[]): { name: string; value: string }[] =>
  Object.entries(sent).flatMap(([name, value]) =>
    typeof value === 'string' && !names.includes(name.replace(/!(mine|theirs)$/, '')) && isOf(questions, name)
      ? [{ name, value }]
      : [],
  )

const isOf = (questions: Section['questions'], name: string): boolean =>
  questions.some(({ code }) => name === code || name.startsWith(`${code}.`) || name === `${code}!nc`)

import { editRuling } from '../domain/returns/editing'
import { hasBegun, type Actor, type ReturnStatus } from '../domain/returns/lifecycle'
import { sameCell, type Address, type Cells } from '../domain/survey/cells'
import { sectionsComparing } from '../domain/survey/elsewhere'
import { atlasOf } from '../domain/survey/places'
import { progressOf } from '../domain/survey/progress'
import type { Changes } from '../domain/survey/readSection'
import { onlyShared, sharedQuestions } from '../domain/survey/shared'
import { cellsOf } from './cells'
import type { FoundReturn } from './foundReturn'
import { setProgress } from './returns'
import { sheetOfReturn } from './sheetOfReturn'
import { sistersOf, type DefinitionOf } from './sisters'
import type { Tx } from './transaction'
import { writeChanges } from './writeChanges'

interface Sharing {
  /** The return that was changed. All returns of its organisation are locked with it. */
  readonly found: FoundReturn
  readonly definitionOf: DefinitionOf
  readonly changes: Changes
  readonly personId: string
  readonly by: Actor
}

/**
 * Lets the organisation's other returns follow a change: what both surveys ask alike is changed there too, where it may be,
 * and rules there that compare a figure with one changed here are judged again. A return nobody has begun waits for its
 * own first save, which takes over what there is by then.
 */
export async function shareChanges(tx: Tx, sharing: Sharing): Promise<void> {
  const sisters = await sistersOf(tx, sharing.found)
  for (const sister of sisters.filter(({ status }) => hasBegun(status))) await follow(tx, sister, sharing)
}

async function follow(tx: Tx, sister: FoundReturn, sharing: Sharing): Promise<void> {
  const { found, definitionOf, changes, personId } = sharing
  const definition = definitionOf(sister.collection.code)
  const alsoJudged = sectionsComparing(definition, Object.keys(changes))
  const asked = onlyShared(changes, sharedQuestions(definitionOf(found.collection.code), definition))
  if (Object.keys(asked).length === 0 && alsoJudged.length === 0) return

  const kept = await cellsOf(tx, sister.id)
  const { theirs, status } = followable(sister, asked, kept, sharing)
  if (status) {
    await writeChanges(tx, {
      found: sister,
      definition,
      kept,
      changes: theirs,
      via: 'shared',
      personId,
      status,
      alsoJudged,
    })
  } else {
    const sheet = await sheetOfReturn(tx, sister, definition, kept)
    await setProgress(tx, sister.id, { ...sister.progress, ...progressOf(sheet, alsoJudged) })
  }
}

interface Followable {
  readonly theirs: Changes
  /** What becomes of the sister; undefined where nothing in it is changed. */
  readonly status: ReturnStatus | undefined
}

/** As much of some changes as differs from what a sister says and may be changed there now. */
function followable(sister: FoundReturn, asked: Changes, kept: Cells, { definitionOf, by }: Sharing): Followable {
  const atlas = atlasOf(definitionOf(sister.collection.code))
  const rulingAt = (address: Address) => editRuling(sister, atlas.question(address)?.section.code ?? '', by)
  const differing = Object.entries(asked).filter(([address, cell]) => !sameCell(cell, kept[address]))
  const open = differing.filter(([address]) => rulingAt(address).ok)
  const rulings = open.map(([address]) => rulingAt(address))
  const status = rulings.flatMap((ruling) => (ruling.ok ? [ruling.to] : []))[0]
  return { theirs: Object.fromEntries(open), status }
}

import { checkedIn, raisedIn, raisedKey } from '../../db/checked'
import type { FoundCollection } from '../../db/collections'
import { pairsIn } from '../../db/pairs'
import { cellsOfSubmissions } from '../../db/standingCells'
import type { Found } from '../../domain/checks/found'
import { addressesChecked, runChecks } from '../../domain/checks/runChecks'
import { cellsAt, comparedIn } from '../../domain/queries/query'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'

/** What the checks find just now that has neither been asked nor dismissed, each by what a form calls it. */
export async function findingsOf(
  { db }: Pick<Services, 'db'>,
  { id, code }: FoundCollection,
): Promise<ReadonlyMap<string, Found>> {
  const definition = definitionOf(code)
  const [checked, pairs, raised] = await Promise.all([
    checkedIn(db, { id, addresses: addressesChecked(definition) }),
    pairsIn(db, id),
    raisedIn(db, id),
  ])
  const found = runChecks(checked, pairs, definition)
  const cells = await cellsOfSubmissions(db, [...new Set(found.map(({ submissionId }) => submissionId))])
  const isNew = ({ returnId, submissionId, asking }: Found): boolean => {
    const figures = cellsAt(asking.addresses, cells.get(submissionId) ?? {})
    const compared = comparedIn(figures, asking.beside)
    return asking.address in figures && !raised.has(raisedKey(returnId, asking.rule ?? '', asking.address, compared))
  }
  return new Map(found.filter(isNew).map((each) => [nameOfFound(each), each]))
}

const nameOfFound = ({ returnId, asking }: Found): string => [asking.rule ?? '', returnId, asking.address].join('~')

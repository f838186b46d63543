import type { TestApp } from './app'
import { make } from './make'
import { inkOf } from '../../server/domain/returns/ink'
import type { Via } from '../../server/domain/returns/via'
import { valueCell, type Cell } from '../../server/domain/survey/cells'
import { explanationAddress, explanationOf } from '../../server/domain/survey/explanations'
import { checkReturn } from '../../server/domain/survey/progress'
import { sheetOf } from '../../server/domain/survey/routing'
import type { OrganisationType } from '../../server/domain/survey/expression'
import { findOrganisation } from '../../server/db/organisations'
import { definitionOf } from '../../server/surveys'
import type { Value } from '../../server/domain/kinds'

export interface Submitting {
  readonly type?: OrganisationType
  readonly name?: string
  /** A value, or a whole cell. */
  readonly cells: Readonly<Record<string, Value | Cell>>
  /** What is said of every soft rule that does not hold. */
  readonly explanation?: string
  readonly via?: Via
}

const isCell = (given: Value | Cell): given is Cell => typeof given === 'object' && 'state' in given

/** An employer that has submitted this: what stands is the ink that the product makes of it. */
export async function submitted({ db, sql }: TestApp, given: Submitting) {
  const made = make(db)
  const { type = 'nhs_trust', name } = given
  const { id: organisationId } = await made.organisation(name === undefined ? { type } : { type, name })
  const { id: returnId } = await made.return({ organisationId })
  const signedBy = (await made.person({ organisationId, role: 'signatory', name: 'Ines Corrie' })).id
  const organisation = await findOrganisation(db, organisationId)
  if (!organisation) throw new Error('There is no such organisation')

  const cells = Object.fromEntries(
    Object.entries(given.cells).map(([address, each]) => [address, isCell(each) ? each : valueCell(each)]),
  )
  const definition = definitionOf('mhsw-2019')
  const draft = checkReturn(sheetOf(definition, { organisation }, cells))
  const explained = draft.flatMap(({ broken }) =>
    broken
      .filter(({ rule }) => rule.level === 'soft')
      .map(
        (each) => [explanationAddress(each.rule.code), explanationOf(each, given.explanation ?? 'It is so')] as const,
      ),
  )
  const said = { ...cells, ...Object.fromEntries(explained) }
  const ink = inkOf(sheetOf(definition, { organisation }, said))

  const { id } = await made.submission({ returnId, signedBy })
  // Ink cannot be changed: this test puts in what its maker left empty.
  await sql.query('alter table submissions disable trigger insert_only')
  await sql.query('update submissions set cells = $2, explained = $3 where id = $1', [
    id,
    JSON.stringify(ink.cells),
    JSON.stringify(ink.explained),
  ])
  await sql.query('alter table submissions enable trigger insert_only')
  await sql.query(
    `insert into cell_changes (return_id, address, became, version, via, decided_at)
     select $1, key, value, 1, $3, '2020-01-20T09:00:00Z' from jsonb_each($2)`,
    [returnId, JSON.stringify(said), given.via ?? 'typed'],
  )
  return { id, returnId, organisation, cells: ink.cells }
}

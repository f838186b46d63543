import { beginDemonstration, hasOrganisations, insertRows } from '../db/demonstrationRows'
import { inTransaction, type Db, type Tx } from '../db/transaction'
import { collection, startsAt, startsCompleteAt } from './collection'
import { employers } from './employers'
import { idOf } from './identity'
import { employerPeople, memberships, organisationRows, staffPeople } from './registerRows'

export interface DemonstrationWanted {
  /** One for everybody: the hash of the password `demonstration`. */
  readonly passwordHash: string
  /** Every invited employer has submitted, and the cutoff has passed. */
  readonly complete?: boolean
}

export type DemonstrationLoaded =
  { readonly kind: 'loaded'; readonly employers: number } | { readonly kind: 'refused'; readonly because: string }

const REFUSED =
  'This database already has organisations: a demonstration can only be loaded into one that is empty, so that invented figures never stand beside real ones.'

/** Fills an empty database with a believable world that does not exist. */
export const loadDemonstration = (db: Db, wanted: DemonstrationWanted): Promise<DemonstrationLoaded> =>
  inTransaction<DemonstrationLoaded>(db, async (tx) => {
    if (await hasOrganisations(tx)) return { kind: 'refused', because: REFUSED }
    await writeRegister(tx, wanted)
    return { kind: 'loaded', employers: employers.length }
  })

async function writeRegister(tx: Tx, wanted: DemonstrationWanted): Promise<void> {
  await beginDemonstration(tx, wanted.complete ? startsCompleteAt : startsAt)
  await insertRows(tx, 'organisations', organisationRows())
  await insertRows(tx, 'people', [...employerPeople(wanted.passwordHash), ...staffPeople(wanted.passwordHash)])
  await insertRows(tx, 'memberships', memberships())
  await insertRows(tx, 'collections', [collection])
  await insertRows(
    tx,
    'returns',
    employers.map(({ id, code }) => ({
      id: idOf('return', collection.code, code),
      collectionId: collection.id,
      organisationId: id,
    })),
  )
}

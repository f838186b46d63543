import { beginDemonstration, countLetters, hasOrganisations, insertRows } from '../db/demonstrationRows'
import { inTransaction, type Db, type Tx } from '../db/transaction'
import { askAboutFigures } from './askedAboutFigures'
import { isAskedOfPeers, peerSupport, socialWork, startsAt, startsCompleteAt } from './collection'
import { employers } from './employers'
import { employerPeople, memberships, organisationRows, staffPeople } from './registerRows'
import { campaignRow } from './writingToMany'
import { eventRows } from './telling/returnRows'
import { tell, tellPeers } from './telling/tell'
import { writeReturns } from './writeReturns'
import { leaverRows, namingRows } from './newContacts'

/** Everybody in a demonstration signs in with this. */
export const demonstrationPassword = 'demonstration'

export interface DemonstrationWanted {
  /** One for everybody: the hash of the password of demonstrations. */
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
    const complete = wanted.complete ?? false
    const now = complete ? startsCompleteAt : startsAt
    await writeRegister(tx, wanted.passwordHash, now)
    await tellAll(tx, complete, now)
    await askAboutFigures(tx)
    await countLetters(tx)
    return { kind: 'loaded', employers: employers.length }
  })

async function writeRegister(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  await beginDemonstration(tx, now)
  await insertRows(tx, 'organisations', organisationRows())
  await insertRows(tx, 'people', [...employerPeople(passwordHash, now), ...staffPeople(passwordHash)])
  await insertRows(tx, 'memberships', memberships())
  await insertRows(tx, 'collections', [socialWork.collection, peerSupport.collection])
  await insertRows(tx, 'campaigns', [campaignRow()])
  await insertRows(tx, 'people', leaverRows(passwordHash, now))
  await insertRows(tx, 'registerEvents', namingRows(now))
}

/** So many returns are told at a time that no statement grows too long, nor the wait between two. */
const AT_ONCE = 20

async function tellAll(tx: Tx, complete: boolean, now: Date): Promise<void> {
  const events: ReturnType<typeof eventRows> = []
  for (let from = 0; from < employers.length; from += AT_ONCE) {
    const diaries = employers.slice(from, from + AT_ONCE).map((employer) => tell(employer, complete))
    const asked = diaries.filter(({ employer }) => isAskedOfPeers(employer))
    const told = [...diaries, ...asked.map((diary) => tellPeers(diary, complete))]
    await writeReturns(tx, told, now)
    events.push(...told.flatMap(eventRows))
  }
  await insertRows(
    tx,
    'returnEvents',
    events.sort((one, other) => one.decidedAt.getTime() - other.decidedAt.getTime()),
  )
}

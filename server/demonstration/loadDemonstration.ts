import { beginDemonstration, countLetters, hasOrganisations, insertRows } from '../db/demonstrationRows'
import { inTransaction, type Db, type Tx } from '../db/transaction'
import { askAboutFigures } from './askedAboutFigures'
import {
  completeAt,
  isAskedOfPeers,
  peerSupport,
  socialWork,
  socialWorkAgain,
  startsAt,
  startsCompleteAt,
  type Shown,
} from './collection'
import { employers, employersIn2022 } from './employers'
import type { Employer } from './employer'
import type { Diary } from './telling/diary'
import { employerPeople, memberships, organisationRows, staffPeople } from './registerRows'
import { campaignRow } from './writingToMany'
import { eventRows } from './telling/returnRows'
import { tell, tellAgain, tellPeers } from './telling/tell'
import { leaverRows, namingRows } from './newContacts'
import { writeReturns } from './writeReturns'

/** Everybody in a demonstration signs in with this. */
export const demonstrationPassword = 'demonstration'

export interface DemonstrationWanted {
  /** One for everybody: the hash of the password of demonstrations. */
  readonly passwordHash: string
  /** Every employer invited in 2019-20 has submitted, and the cutoff has passed: so has the survey of 2022. */
  readonly complete?: boolean
  /** How far a complete one is told, where it is not to the end: that of 2022 takes time. */
  readonly until?: '2020'
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
    const again = complete && wanted.until === undefined
    const world = again ? completed : { ...underWay, ...(complete && { until: completeAt, now: completeAt }) }
    await writeRegister(tx, wanted.passwordHash, world)
    const tellNow = (employer: Employer): Diary[] => tellSurveys(employer, complete)
    await tellAll(tx, { employers, tell: tellNow, until: world.until })
    await askAboutFigures(tx)
    if (again) await tellAll(tx, { employers: employersIn2022, tell: (each) => [tellAgain(each)], until: world.now })
    await countLetters(tx)
    return { kind: 'loaded', employers: world.employers.length }
  })

/** Who is in the register, until when the surveys of 2019-20 are told, and what time it is then. */
interface World {
  readonly employers: readonly Employer[]
  readonly collections: readonly Shown['collection'][]
  readonly until: Date
  readonly now: Date
}

const surveysOf2019 = [socialWork.collection, peerSupport.collection]
const underWay: World = { employers, collections: surveysOf2019, until: startsAt, now: startsAt }
const completed: World = {
  employers: employersIn2022,
  collections: [...surveysOf2019, socialWorkAgain.collection],
  until: completeAt,
  now: startsCompleteAt,
}

async function writeRegister(tx: Tx, passwordHash: string, world: World): Promise<void> {
  await beginDemonstration(tx, world.now)
  await insertRows(tx, 'organisations', organisationRows(world.employers))
  const people = employerPeople(world.employers, passwordHash, world.now)
  await insertRows(tx, 'people', [...people, ...staffPeople(passwordHash)])
  await insertRows(tx, 'memberships', memberships(world.employers))
  await insertRows(tx, 'collections', world.collections)
  await insertRows(tx, 'campaigns', [campaignRow()])
  await insertRows(tx, 'people', leaverRows(passwordHash, world.now))
  await insertRows(tx, 'registerEvents', namingRows(world.now))
}

/** Both surveys of 2019-20, where an employer is asked for both. */
function tellSurveys(employer: Employer, complete: boolean): Diary[] {
  const diary = tell(employer, complete)
  return isAskedOfPeers(employer) ? [diary, tellPeers(diary, complete)] : [diary]
}

/** So many returns are told at a time that no statement grows too long, nor the wait between two. */
const AT_ONCE = 20

interface Telling {
  readonly employers: readonly Employer[]
  readonly tell: (employer: Employer) => Diary[]
  readonly until: Date
}

async function tellAll(tx: Tx, telling: Telling): Promise<void> {
  const events: ReturnType<typeof eventRows> = []
  for (let from = 0; from < telling.employers.length; from += AT_ONCE) {
    const told = telling.employers.slice(from, from + AT_ONCE).flatMap(telling.tell)
    await writeReturns(tx, told, telling.until)
    events.push(...told.flatMap(eventRows))
  }
  await insertRows(
    tx,
    'returnEvents',
    events.sort((one, other) => one.decidedAt.getTime() - other.decidedAt.getTime()),
  )
}

import type { OrganisationType } from '../domain/survey/expression'
import type { RegisteredOrganisation } from '../domain/survey/register'
import { chanceOf, nth, type Chance } from './chance'
import { idOf } from './identity'
import { placeNames } from './placeNames'
import { LONDON, nhsRegionOf, otherRegions, type AdassRegion } from './regions'

export interface RegisteredEmployer extends RegisteredOrganisation {
  readonly id: string
  readonly place: string
}

interface Entry {
  readonly type: OrganisationType
  readonly code: string
  readonly cassrCode?: string
  readonly name: (place: string) => string
  readonly region: AdassRegion
  /** Least and most people, registered with a trust or resident in a council; none for the others. */
  readonly people?: readonly [number, number]
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const TRUSTS = 55

const regionAt = (at: number): AdassRegion => nth(otherRegions, at % otherRegions.length)

const trustNames = [
  (place: string) => `${place} Partnership NHS Trust`,
  (place: string) => `${place} NHS Foundation Trust`,
  (place: string) => `${place} Mental Health NHS Trust`,
  (place: string) => `${place} Health and Care NHS Foundation Trust`,
]

/** No trust in England has a code beginning T8 or T9: T80 to T8Z, then T90 onwards. */
const trustAt = (at: number): Entry => ({
  type: 'nhs_trust',
  code: `T${at < LETTERS.length ? '8' : '9'}${LETTERS.charAt(at % LETTERS.length)}`,
  name: nth(trustNames, at < 2 ? 0 : at % trustNames.length),
  region: at % 7 === 3 ? LONDON : regionAt(at),
  people: [400_000, 2_000_000],
})

const trusts: readonly Entry[] = Array.from({ length: TRUSTS }, (_, at) => trustAt(at))

/** How many councils of each kind, their series of codes, what they are called and how many people live there. */
const councilKinds = [
  { many: 56, series: 'E06', name: (place: string) => `${place} Council`, people: [90_000, 380_000] },
  {
    many: 36,
    series: 'E08',
    name: (place: string) => `${place} Metropolitan Borough Council`,
    people: [150_000, 780_000],
  },
  { many: 33, series: 'E09', name: (place: string) => `London Borough of ${place}`, people: [155_000, 390_000] },
  { many: 26, series: 'E10', name: (place: string) => `${place} County Council`, people: [480_000, 1_550_000] },
] as const

/**
 * Council codes from 930, as no council in England has. There are three digits and 152 councils, so when 999 has been given
 * the series goes on from 000: theirs begin at 102.
 */
const cassrAt = (at: number): string => String((930 + at) % 1000).padStart(3, '0')

interface CouncilKind {
  readonly series: string
  readonly name: (place: string) => string
  readonly people: readonly [number, number]
}

/** The nth council of its kind, and the nth of all. */
const councilAt = ({ series, name, people }: CouncilKind, at: number, ofAll: number): Entry => ({
  type: 'local_authority',
  code: `${series}9${String(at + 1).padStart(5, '0')}`,
  cassrCode: cassrAt(ofAll),
  name,
  people,
  region: series === 'E09' ? LONDON : regionAt(at),
})

const councils: readonly Entry[] = councilKinds
  .flatMap(({ many, ...kind }) => Array.from({ length: many }, (_, at) => ({ kind, at })))
  .map(({ kind, at }, ofAll) => councilAt(kind, at, ofAll))

const providers = (type: 'independent' | 'voluntary', many: number, names: readonly string[]): Entry[] =>
  Array.from({ length: many }, (_, at) => ({
    type,
    code: `${type === 'independent' ? 'I' : 'V'}9${String(at + 1).padStart(3, '0')}`,
    name: (place: string) => `${place} ${nth(names, at % names.length)}`,
    region: regionAt(at),
  }))

const entries: readonly Entry[] = [
  ...trusts,
  ...councils,
  ...providers('independent', 8, ['Mental Health Care Ltd', 'Hospitals Ltd', 'Community Services CIC']),
  ...providers('voluntary', 6, ['Recovery and Wellbeing', 'Carers and Families Trust', 'Housing and Support']),
]

const domainEnding: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'trust',
  local_authority: 'council',
  independent: 'care',
  voluntary: 'charity',
}

/** Small places are more common than large ones. */
const populationIn = ([least, most]: readonly [number, number], chance: Chance): number =>
  Math.round(least + (most - least) * chance.fraction() ** 1.5)

function registered(entry: Entry, place: string): RegisteredEmployer {
  const chance = chanceOf('population', entry.code)
  const population = entry.people ? populationIn(entry.people, chance) : null
  const resident = entry.type === 'local_authority' ? population : null
  return {
    id: idOf('organisation', entry.code),
    place,
    name: entry.name(place),
    type: entry.type,
    code: entry.code,
    cassrCode: entry.cassrCode ?? null,
    nhsRegion: nhsRegionOf[entry.region],
    adassRegion: entry.region,
    popRegistered: entry.type === 'nhs_trust' ? population : null,
    popResident: resident,
    popAdults: resident === null ? null : Math.round(resident * (0.76 + chance.fraction() * 0.06)),
    emailDomains: [`${place.toLowerCase()}-${domainEnding[entry.type]}.example`],
  }
}

/** The first two trusts and the first two councils are those the contract and the pages of help name. */
const placeOf = (at: number): string => {
  if (at < 2) return nth(placeNames, at)
  if (at === TRUSTS || at === TRUSTS + 1) return nth(placeNames, 2 + at - TRUSTS)
  return nth(placeNames, at < TRUSTS ? at + 2 : at)
}

/** Every invited employer, in the order of their codes within each type: none of them exists. */
export const registeredEmployers: readonly RegisteredEmployer[] = entries.map((entry, at) =>
  registered(entry, placeOf(at)),
)

/** What came between 2019 and 2022: a council, where one was divided, and three trusts. */
export const joinedSince2019: readonly RegisteredEmployer[] = [
  ...Array.from({ length: 3 }, (_, at) => trustAt(TRUSTS + at)),
  councilAt(councilKinds[0], councilKinds[0].many, councils.length),
].map((entry, at) => registered(entry, nth(placeNames, entries.length + at)))

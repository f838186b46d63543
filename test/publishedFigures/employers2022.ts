import { chanceOf, nth, type Chance } from '../../server/demonstration/chance'
import type { RegisteredOrganisation } from '../../server/domain/survey/register'
import { organisationAt, type Employer, type Told } from './employer'
import { headsOf, inPost } from './inPost'
import { shareBut, shareOut } from './sharing'
import { tablesOf } from './tables'

// 58 invented trusts, 63 of 152 councils and 4 providers that add up to what was published of 31 March 2022
// (specification, published figures §6.3 and §6.5). WTE are in hundredths throughout.
const COUNCILS = 152
const ANSWERING = 63
const VACANT = 90_726

const nhs = { employed: 325_416, external: 32_184, people: 60_000_000, thinkAhead: { year1: 70, year2: 37 } }
const councils = { employed: 179_400, people: 20_000_000, thinkAhead: { year1: 12, year2: 6 } }
const providers = { employed: [3_100, 2_600, 2_100, 1_500] }

/** Where the range begins and ends: 1.0 and 43.0 WTE for every 100,000 people. */
const least = { at: 5, people: 1_500_000, employed: 1_500 }
const greatest = { at: 20, people: 30_000, employed: 1_290 }

const models = [
  ...Array.from({ length: 34 }, () => 'direct_only'),
  ...Array.from({ length: 23 }, () => 'mixed'),
  'partnership_only',
]

/** In how many trusts there are social workers, by service: of 57 in the community, where one does not know, and of 58. */
const inCommunity = { cmht: 47, eip: 45, brief_assessment: 43, perinatal: 39, older_community: 38 }
const onWards = { ip_cyp: 34, ip_adult_acute: 31, ip_low_secure: 26 }
const DOES_NOT_KNOW = 57

const shares = {
  demo_age: { a25_29: 12, a30_34: 13, a35_39: 13, a40_44: 14, a45_49: 15, a50_54: 14, a55_59: 12, a60_64: 7 },
  demo_gender: { female: 77, male: 22, not_known: 1 },
  // Of those known, 24% are of a minority ethnic group.
  demo_ethnicity5: { white: 57, mixed: 3, asian: 5, black: 8, other: 2, NK: 25 },
  demo_disability: { yes: 7, no: 63, not_known: 30 },
}
const bands = { b4_or_below: 3, b5: 8, b6: 52, b7: 25, b8a: 8, b8b: 3, b8c: 1 }

const totalsOf = (byShare: Readonly<Record<string, number>>, total: number): Record<string, number> => {
  const all = shareOut(total, Object.values(byShare))
  return Object.fromEntries(Object.keys(byShare).map((row, at) => [row, nth(all, at)]))
}

function characteristics(employed: readonly number[], tables: typeof shares, chance: Chance): Told[] {
  const total = employed.reduce((sum, each) => sum + each, 0)
  const totals = Object.fromEntries(Object.entries(tables).map(([code, each]) => [code, totalsOf(each, total)]))
  return tablesOf(totals, employed, employed.map(headsOf), chance)
}

/** Everybody in Think Ahead works full time. */
const thinkAhead = (year1: number, year2: number): Told => ({
  ta_year1_hc: year1,
  ta_year1_wte: year1,
  ta_year2_hc: year2,
  ta_year2_wte: year2,
})

function teamsOf(at: number, users: Readonly<Record<string, ReadonlySet<number>>>): Told {
  const told = Object.entries(users).map(([team, those]): Told => {
    if (team in inCommunity && at === DOES_NOT_KNOW)
      return { [`team_provided.${team}`]: 'yes', [`team_uses_sw.${team}`]: 'not_known' }
    return those.has(at)
      ? { [`team_provided.${team}`]: 'yes', [`team_uses_sw.${team}`]: 'yes' }
      : { [`team_provided.${team}`]: 'no' }
  })
  return Object.assign({ 'team_unallocated.hc': 0, 'team_unallocated.wte': 0 }, ...told)
}

const anyOf = (many: number, among: readonly number[], chance: Chance): ReadonlySet<number> =>
  new Set(chance.shuffled(among).slice(0, many))

function trusts(vacancies: readonly number[]): Employer[] {
  const chance = chanceOf('published figures', '2022', 'trusts')
  const all = models.map((_, at) => at)
  const known = all.filter((at) => at !== DOES_NOT_KNOW)
  const users = {
    ...Object.fromEntries(Object.entries(inCommunity).map(([team, many]) => [team, anyOf(many, known, chance)])),
    ...Object.fromEntries(Object.entries(onWards).map(([team, many]) => [team, anyOf(many, all, chance)])),
  }
  const { people, employed } = trustStaff()
  const hosting = models.map((model, at) => (model === 'direct_only' ? 0 : nth(people, at) * (0.5 + chance.fraction())))
  const external = shareOut(nhs.external, hosting)
  const told = characteristics(employed, { ...shares, ...{ pay_afc: bands } }, chance)
  const [year1, year2] = [shareOut(nhs.thinkAhead.year1, employed), shareOut(nhs.thinkAhead.year2, employed)]
  return all.map((at) => ({
    organisation: organisationAt('nhs_trust', at, nth(people, at)),
    named: chance.happens(0.6),
    told: {
      ...inPost({ own: nth(employed, at), hosted: nth(external, at), unfilled: nth(vacancies, at) }),
      partnership_model: nth(models, at),
      ...nth(told, at),
      ...thinkAhead(nth(year1, at), nth(year2, at)),
      ...teamsOf(at, users),
    },
  }))
}

function trustStaff() {
  const chance = chanceOf('published figures', '2022', 'staff of trusts')
  const sizes = models.map(() => 0.5 + chance.fraction() * 1.3)
  const people = shareBut(least.at, least.people, nhs.people, sizes)
  const rates = models.map((model) => (model === 'partnership_only' ? 0 : 0.6 + chance.fraction()))
  const weights = people.map((each, at) => each * nth(rates, at))
  return { people, employed: shareBut(least.at, least.employed, nhs.employed, weights) }
}

function councilStaff() {
  const chance = chanceOf('published figures', '2022', 'staff of councils')
  const all = Array.from({ length: ANSWERING }, () => 0.4 + chance.fraction() * 1.6)
  const people = shareBut(greatest.at, greatest.people, councils.people, all)
  const weights = people.map((each) => each * (0.5 + chance.fraction()))
  return { people, employed: shareBut(greatest.at, greatest.employed, councils.employed, weights) }
}

function answeringCouncils(vacancies: readonly number[]): Employer[] {
  const chance = chanceOf('published figures', '2022', 'councils')
  const { people, employed } = councilStaff()
  const told = characteristics(employed, shares, chance)
  const { year1, year2 } = councils.thinkAhead
  const trainees = [shareOut(year1, employed), shareOut(year2, employed)] as const
  return employed.map((own, at) => ({
    organisation: organisationAt('local_authority', at, nth(people, at)),
    named: chance.happens(0.5),
    told: {
      ...inPost({ own, hosted: 0, unfilled: nth(vacancies, at) }),
      ...nth(told, at),
      ...thinkAhead(nth(trainees[0], at), nth(trainees[1], at)),
      'team_unallocated.hc': headsOf(own),
      'team_unallocated.wte': own / 100,
    },
  }))
}

/** They cannot tell who is in Think Ahead. */
function independents(vacancies: readonly number[]): Employer[] {
  const told = characteristics(providers.employed, shares, chanceOf('published figures', '2022', 'providers'))
  return providers.employed.map((own, at) => ({
    organisation: organisationAt('independent', at, null),
    named: at % 2 === 0,
    told: {
      ...inPost({ own, hosted: 0, unfilled: nth(vacancies, at) }),
      partnership_model: 'direct_only',
      ...nth(told, at),
      'team_unallocated.hc': headsOf(own),
      'team_unallocated.wte': own / 100,
    },
  }))
}

/** Who answers in 2022, always the same, and the councils that are asked and do not. */
export function employers2022(): { answering: Employer[]; silent: RegisteredOrganisation[] } {
  const employed = [...trustStaff().employed, ...councilStaff().employed, ...providers.employed]
  const chance = chanceOf('published figures', '2022', 'vacancies')
  const vacant = shareOut(
    VACANT,
    employed.map((each) => each * (0.4 + chance.fraction())),
  )
  const [ofTrusts, ofCouncils] = [models.length, models.length + ANSWERING]
  return {
    answering: [
      ...trusts(vacant.slice(0, ofTrusts)),
      ...answeringCouncils(vacant.slice(ofTrusts, ofCouncils)),
      ...independents(vacant.slice(ofCouncils)),
    ],
    silent: Array.from({ length: COUNCILS - ANSWERING }, (_, at) =>
      organisationAt('local_authority', ANSWERING + at, 250_000 + at * 1_000),
    ),
  }
}

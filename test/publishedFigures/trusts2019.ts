import { chanceOf, nth } from '../../server/demonstration/chance'
import { organisationAt, type Employer, type Told } from './employer'
import { headsOf, inPost } from './inPost'
import { shareBut, shareOut } from './sharing'
import { tablesOf } from './tables'

// 55 invented trusts that add up to what was published of 30 September 2019 (specification, published figures §6.5).
const TRUSTS = 55
const PEOPLE = 57_000_000
/** Hundredths of a WTE. */
const EMPLOYED = 221_100
const EXTERNAL = 68_300
const VACANT = 21_867

const models = [
  ...Array.from({ length: 15 }, () => 'direct_only'),
  ...Array.from({ length: 33 }, () => 'mixed'),
  ...Array.from({ length: 7 }, () => 'partnership_only'),
]

/** WTE in hundredths by row, each adding up to all who are employed. */
const tables = {
  demo_age: {
    ...{ a_under25: 4_000, a25_29: 22_000, a30_34: 28_000, a35_39: 30_018 },
    ...{ a40_44: 32_330, a45_49: 34_000 },
    ...{ a50_54: 31_752, a55_59: 25_000, a60_64: 11_000, a65_plus: 3_000 },
  },
  demo_gender: { female: 166_000, male: 53_000, not_known: 2_100 },
  demo_ethnicity5: {
    ...{ white: 127_182, mixed: 4_653, asian: 7_755, black: 13_959, other: 1_551 },
    ...{ Z: 8_000, NK: 58_000 },
  },
  demo_disability: { yes: 11_900, no: 120_400, not_stated: 18_800, not_known: 70_000 },
  pay_afc: {
    ...{ b4_or_below: 6_633, b5: 15_477, b6: 117_183, b7: 55_275 },
    ...{ b8a: 17_688, b8b: 5_528, b8c: 2_211, b8d: 1_105 },
  },
}

/** The trust with few people where the range ends: 26.40 WTE for 120,000 people is 22.0 for every 100,000. */
const SMALL = 14
const small = { people: 120_000, employed: 2_640 }

function teamsOf(service: number, people: number): Told {
  const [inCmht = 0, withChildren = 0, onWards = 0] = shareOut(people, [70, 17, 13])
  const [cmht, children, acute] = shareOut(service, [inCmht, withChildren, onWards])
  const team = (code: string, heads = 0, hundredths = 0): Told => ({
    [`team_provided.${code}`]: 'yes',
    [`team_uses_sw.${code}`]: heads > 0 ? 'yes' : 'no',
    ...(heads > 0 ? { [`team_staff.${code}.hc`]: heads, [`team_staff.${code}.wte`]: hundredths / 100 } : {}),
  })
  return {
    ...team('cmht', inCmht, cmht),
    ...team('cyp_community', withChildren, children),
    ...team('ip_adult_acute', onWards, acute),
    'team_unallocated.hc': 0,
    'team_unallocated.wte': 0,
  }
}

/** The trusts of 2019, always the same. */
export function trusts2019(): Employer[] {
  const chance = chanceOf('published figures', '2019')
  const shuffled = chance.shuffled(models.slice(1))
  const model = [...shuffled.slice(0, SMALL), 'direct_only', ...shuffled.slice(SMALL)]
  const people = shareBut(
    SMALL,
    small.people,
    PEOPLE,
    model.map(() => 0.5 + chance.fraction() * 1.3),
  )
  const employs = model.map((each) => (each === 'partnership_only' ? 0 : 0.4 + chance.fraction() * 1.4))
  const employed = shareBut(
    SMALL,
    small.employed,
    EMPLOYED,
    people.map((each, at) => each * nth(employs, at)),
  )
  const hosts: Readonly<Record<string, number>> = { direct_only: 0, mixed: 1, partnership_only: 4 }
  const external = shareOut(
    EXTERNAL,
    people.map((each, at) => each * (hosts[nth(model, at)] ?? 0) * (0.5 + chance.fraction())),
  )
  const vacant = shareOut(
    VACANT,
    employed.map((each) => each * (0.4 + chance.fraction())),
  )
  const told = tablesOf(tables, employed, employed.map(headsOf), chance)

  return Array.from({ length: TRUSTS }, (_, at) => {
    const [own, hosted, unfilled] = [nth(employed, at), nth(external, at), nth(vacant, at)]
    return {
      organisation: organisationAt('nhs_trust', at, nth(people, at)),
      named: chance.happens(0.6),
      told: {
        ...inPost({ own, hosted, unfilled }),
        partnership_model: nth(model, at),
        ...nth(told, at),
        ...teamsOf(own + hosted, headsOf(own) + headsOf(hosted)),
      },
    }
  })
}

import { frameOf } from '../../server/db/releaseFrame'
import { findCollection } from '../../server/db/collections'
import { figuresOfRelease, latestRelease } from '../../server/db/releases'
import { makeRelease } from '../../server/actions/makeRelease'
import type { Reason } from '../../server/domain/disclosure/figure'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { setClock } from '../support/clock'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { figureIn, told } from '../support/releases'
import { organisationAt, type Employer, type Told } from './employer'
import { inPost } from './inPost'
import { enter, putIn } from './putIn'

// Organisations whose returns are odd, put in as anybody's: what becomes of them, and of the groups they are in.

const { db, pool } = useDatabase()
const CODE = 'mhsw-2019'

/** A trust of a region that employs so many hundredths of a WTE. */
const trust = (at: number, nhsRegion: string, own: number, more: Told = {}): Employer => ({
  organisation: { ...organisationAt('nhs_trust', at, 900_000 + at * 10_000), nhsRegion },
  named: false,
  told: {
    ...inPost({ own, hosted: 0, unfilled: 200 }),
    partnership_model: 'direct_only',
    'team_unallocated.hc': Math.ceil(own / 86),
    'team_unallocated.wte': own / 100,
    ...peopleOf(Math.ceil(own / 86)),
    ...more,
  },
})

/** Everybody is a woman in her thirties without a disability, but for one: small numbers in every table. */
const peopleOf = (heads: number): Told => ({
  'demo_gender.female.hc': heads - 1,
  'demo_gender.male.hc': 1,
  'demo_age.a30_34.hc': heads,
  'demo_ethnicity5.white.hc': heads,
  'demo_disability.no.hc': heads,
})

const isNil: Employer = {
  organisation: { ...organisationAt('nhs_trust', 40, 950_000), nhsRegion: 'Y60' },
  named: false,
  told: { has_mhsw: 'no', nil_reason: 'provided_by_partner' },
}

const covered = { ...organisationAt('nhs_trust', 41, 960_000), nhsRegion: 'Y60' }
const council = organisationAt('local_authority', 0, 400_000)
const hosting = organisationAt('nhs_trust', 30, 0)

const employers: readonly Employer[] = [
  // Six in the Midlands, one of which answers for another.
  ...[0, 1, 2, 3, 4].map((at) => trust(at, 'Y60', 4_000 + at * 137)),
  trust(5, 'Y60', 4_900, { return_scope: 'joint_return', return_scope_orgs: [covered.code] }),
  // Four in London, and six in the South West of which one employs nearly everybody.
  ...[10, 11, 12, 13].map((at) => trust(at, 'Y56', 3_000 + at * 31)),
  ...[20, 21, 22, 23, 24].map((at) => trust(at, 'Y58', 100 + at)),
  trust(25, 'Y58', 855_000),
  // Nine in the North West; three of them serve adults alone, and employ somebody with a disability.
  ...[30, 31, 32, 33, 34, 35, 36, 37, 38].map((at) =>
    trust(
      at,
      'Y62',
      5_000 + at * 17,
      at < 33
        ? {
            services_ages: ['adult_18_64'],
            'demo_disability.yes.hc': 1,
            'demo_disability.no.hc': Math.ceil((5_000 + at * 17) / 86) - 1,
          }
        : {},
    ),
  ),
  isNil,
]

/** It says that 7.20 WTE of its own work in a trust that says it hosts nobody. */
const disagreeing: Employer = {
  organisation: council,
  named: false,
  told: {
    'sw_emp_in.hc': 20,
    'sw_emp_in.wte': 18,
    'sw_emp_out.hc': 9,
    'sw_emp_out.wte': 7.2,
    'sw_out_partner.1.org': hosting.code,
    'sw_out_partner.1.hc': 9,
    'sw_out_partner.1.wte': 7.2,
    'sw_ext.hc': 0,
    'sw_ext.wte': 0,
    'team_unallocated.hc': 20,
    'team_unallocated.wte': 18,
    ...peopleOf(29),
  },
}

beforeAll(async () => {
  await make(db).collection()
  await setClock(pool, '2020-01-20T10:00:00Z')
  const { id: admin } = await make(db).person({ staffRole: 'admin' })
  const putting = { db, definition: mhsw2019, admin }
  await enter(putting, covered)
  for (const employer of [...employers, disagreeing]) await putIn(putting, employer)
  await setClock(pool, '2020-02-12T09:00:00Z')
  expect(await makeRelease({ db }, { code: CODE, personId: admin, hold: false })).toEqual({ kind: 'made', number: 1 })
})

async function released() {
  const collection = await findCollection(db, CODE)
  const release = collection && (await latestRelease(db, collection.id, { forEmployers: true }))
  if (!collection || !release) throw new Error('There is no release')
  return { collection, release, figures: await figuresOfRelease(db, release.id) }
}

test('a joint return answers for two, who have both responded, once', async () => {
  const { collection, release } = await released()
  const { framed } = await frameOf(db, collection.id)
  expect(framed.find(({ organisation }) => organisation.code === covered.code)?.status).toBe('covered')
  const trusts = release.methods.response.find(({ group }) => group === 'type:nhs_trust')
  expect(trusts).toMatchObject({ asked: 27, responded: 27, joint: 1, covered: 1, nil: 1 })
})

test('a nil return counts with 0 in rates of a population and in no share', async () => {
  const { figures } = await released()
  expect(figureIn(figures, 'ind_wte_employed_100k', 'type:nhs_trust')?.organisations).toBe(26)
  expect(figureIn(figures, 'ind_vacancy_rate', 'type:nhs_trust')?.organisations).toBe(25)
})

test('a council and a trust that say different things of the same people are told of in the methods note (B12)', async () => {
  const { release } = await released()
  expect(release.methods.pairs).toEqual({ agreed: 0, differing: 0, oneSided: 1 })
})

test('each reason to withhold a figure is met, and said', async () => {
  const { figures } = await released()
  const at = (indicator: string, group: string) => figureIn(figures, indicator, group)
  const RATE = 'ind_wte_employed_100k'
  const found: Partial<Record<Reason, unknown>> = {
    too_few_organisations: told(at(RATE, 'region:nhs_trust:Y56')?.median),
    too_few_for_quartiles: told(at(RATE, 'region:nhs_trust:Y60')?.lowerQuartile),
    too_few_for_range: told(at(RATE, 'region:nhs_trust:Y62')?.least),
    dominated: told(at(RATE, 'type:nhs_trust')?.pooled),
    could_be_worked_out: told(at(RATE, 'region:nhs_trust:Y58')?.median),
    too_like_another: told(at('ind_vacancy_rate', 'service:nhs_trust:cyp_0_17+adult_18_64+older_65_plus')?.median),
    small_number: told(at('ind_pct_disabled_hc', 'all')?.numerator),
    not_told: told(at('ind_completeness', 'all')?.pooled),
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((reason) => [reason, reason])))
})

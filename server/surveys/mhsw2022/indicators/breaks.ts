import type { Indicator } from '../../../domain/benchmarks/indicator'

type Breaks = Readonly<Record<string, string>>

/** What is asked or counted otherwise than in 2019: a trend never joins the two (wave 2022). */
const otherwise: Breaks = {
  ind_trainee_share:
    'In 2019 only year 1 of Think Ahead could be told apart, as a share of those employed; in 2022 both years are, as a share of the workforce.',
  ind_team_orgs_cmht: 'Generic community teams are drawn more widely in 2022: place-based teams are among them.',
  ind_team_orgs_prov_cmht: 'Generic community teams are drawn more widely in 2022: place-based teams are among them.',
  ind_team_wte_cmht: 'Generic community teams are drawn more widely in 2022: place-based teams are among them.',
  ind_contacts_per_wte:
    'Contacts by video are asked apart in 2022, and the year is April to March on both sides of the pandemic.',
}

const vacanciesTogether =
  'The published rate of 2019 is of NHS trusts alone, that of 2022 of all employers: compare trusts with trusts.'
const peopleTogether =
  'The published share of 2019 is of NHS trusts, of those known; that of 2022 of all employers: compare trusts with trusts.'

/** What is not alike only when all types of employer stand together. */
const together: Breaks = {
  ind_vacancy_rate: vacanciesTogether,
  ind_vacancy_est_rate: vacanciesTogether,
  ind_pct_bame: peopleTogether,
  ind_pct_bame_hc: peopleTogether,
}

/** Populations are dated, and of trusts drawn otherwise: to be told, though rates are compared. */
const note =
  'Trusts: people registered with practices in the area of the integrated care system; in 2019, of its clinical commissioning groups.'

const isOfRegistered = ({ scale, organisations }: Indicator): boolean =>
  scale === 'per_100k' && organisations.includes('nhs_trust')

const before = 'mhsw-2019'

/** Each indicator with what breaks its series. */
export const withBreaks = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.map((indicator) => {
    const { code } = indicator
    const broken = otherwise[code]
    const apart = together[code]
    return {
      ...indicator,
      ...(broken === undefined ? {} : { notComparableWith: { [before]: broken } }),
      ...(apart === undefined ? {} : { notComparableTogether: { [before]: apart } }),
      ...(isOfRegistered(indicator) ? { note } : {}),
    }
  })

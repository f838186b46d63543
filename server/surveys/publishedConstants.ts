import type { Published, ShareOfPublished } from '../domain/benchmarks/published'

/** A figure that stands beside those of a collection. */
export interface PublishedConstant extends Published {
  readonly code: string
  readonly collection: string
}

/** Where figures were published. */
const slides2020 = 'Health Education England, webinar on the stocktake of NHS social workers, 8 September 2020'
const article2020 = 'Community Care, 18 September 2020, on the stocktake'
const article2023 = 'Community Care, 28 June 2023, on the census of 31 March 2022'

export const publishedConstants: readonly PublishedConstant[] = [
  {
    code: 'nhs_mh_staff_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_wte_service_100k',
    label: 'Patient-facing staff of NHS mental health services',
    value: 100_000,
    unit: 'WTE',
    source: slides2020,
    date: '30 September 2019',
    note: 'A round figure. The 3% published with it counts social workers whom others employ; those the NHS employs are 2.2%.',
  },
  {
    code: 'nhs_wte_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_wte_service_100k',
    label: 'Social workers in NHS mental health services, as published',
    value: 2_894,
    unit: 'WTE',
    source: slides2020,
    date: '30 September 2019',
  },
  {
    code: 'nhs_wte_2019_comparable',
    collection: 'mhsw-2022',
    indicator: 'ind_wte_service_100k',
    label: 'Social workers in NHS mental health services in 2019, on the base the rise of 20% is of',
    value: 2_980,
    unit: 'WTE',
    source: `${article2023}: a rise of 20% “when differences are accounted for”. The base itself is not published: 3,576 is 20% more than 2,980`,
    date: '30 September 2019',
    note: 'Adjusted: 86 WTE more than published in 2020. It stands beside the published 2,894 and never in its place.',
  },
  {
    code: 'nhs_wte_2022',
    collection: 'mhsw-2022',
    indicator: 'ind_wte_service_100k',
    label: 'Social workers in NHS mental health services, with year 1 of Think Ahead, as published',
    value: 3_576,
    unit: 'WTE',
    source: article2023,
    date: '31 March 2022',
  },
  {
    code: 'bame_childrens_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_pct_bame',
    label: 'Black, Asian and minority ethnic social workers in council children’s services',
    value: 22,
    unit: 'per cent',
    source: article2020,
    date: 'September 2019',
  },
  {
    code: 'bame_adults_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_pct_bame',
    label: 'Black, Asian and minority ethnic social workers in council adults’ services',
    value: 25,
    unit: 'per cent',
    source: article2020,
    date: 'September 2019',
  },
  {
    code: 'asian_social_workers_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_pct_asian',
    label: 'Asian social workers in council children’s and adults’ services',
    value: 6,
    unit: 'per cent',
    source: article2020,
    date: 'September 2019',
  },
  {
    code: 'asian_population_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_pct_asian',
    label: 'Asian people in the population',
    value: 8,
    unit: 'per cent',
    source: article2020,
    date: 'September 2019',
  },
  {
    code: 'black_population_2019',
    collection: 'mhsw-2019',
    indicator: 'ind_pct_black',
    label: 'Black people in the population',
    value: 3,
    unit: 'per cent',
    source: article2020,
    date: 'September 2019',
  },
  {
    code: 'bame_childrens_2022',
    collection: 'mhsw-2022',
    indicator: 'ind_pct_bame',
    label: 'Black, Asian and minority ethnic social workers in council children’s services',
    value: 24,
    unit: 'per cent',
    source: article2023,
    date: '2022',
  },
  {
    code: 'bame_adults_2022',
    collection: 'mhsw-2022',
    indicator: 'ind_pct_bame',
    label: 'Black, Asian and minority ethnic social workers in council adults’ services',
    value: 29,
    unit: 'per cent',
    source: article2023,
    date: '2022',
  },
  {
    code: 'vacancy_childrens_2021',
    collection: 'mhsw-2022',
    indicator: 'ind_vacancy_rate',
    label: 'Vacancy rate of social workers in council children’s services, the year before',
    value: 16.7,
    unit: 'per cent',
    source: article2023,
    date: '2021',
  },
  {
    code: 'vacancy_childrens_2022',
    collection: 'mhsw-2022',
    indicator: 'ind_vacancy_rate',
    label: 'Vacancy rate of social workers in council children’s services',
    value: 20,
    unit: 'per cent',
    source: article2023,
    date: '2022',
  },
  {
    code: 'vacancy_adults_2021',
    collection: 'mhsw-2022',
    indicator: 'ind_vacancy_rate',
    label: 'Vacancy rate of social workers in council adults’ services, the year before',
    value: 9.5,
    unit: 'per cent',
    source: article2023,
    date: '2021',
  },
  {
    code: 'vacancy_adults_2022',
    collection: 'mhsw-2022',
    indicator: 'ind_vacancy_rate',
    label: 'Vacancy rate of social workers in council adults’ services',
    value: 11.6,
    unit: 'per cent',
    source: article2023,
    date: '2022',
  },
]

/** What others have published to stand beside the figures of a collection. */
export const constantsOf = (collection: string): readonly PublishedConstant[] =>
  publishedConstants.filter((each) => each.collection === collection)

/** A figure of a release over somebody else's, by the codes of the indicator and the constant: England only. */
const shares = [
  {
    label: 'Social workers as a share of the patient-facing staff of NHS mental health services',
    collection: 'mhsw-2019',
    indicator: 'ind_wte_service_100k',
    group: 'type:nhs_trust',
    constant: 'nhs_mh_staff_2019',
  },
] as const

/** The shares that figures of a collection are to be told as of what others have published. */
export const sharesOf = (collection: string): readonly ShareOfPublished[] =>
  shares
    .filter((share) => share.collection === collection)
    .flatMap(({ constant, ...share }) =>
      publishedConstants.filter(({ code }) => code === constant).map((of) => ({ ...share, of })),
    )

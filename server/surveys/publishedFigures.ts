/**
 * Figures that were published of earlier collections, as they were printed, each with where. They stand beside what is
 * reckoned here and are never mixed with it: a base that was adjusted later has a line of its own.
 */
export interface PublishedFigure {
  /** The indicator it says something of, where it is one. */
  readonly indicator?: string
  readonly says: string
  readonly figure: string
  readonly source: string
  readonly note?: string
}

const slides = 'Health Education England, webinar on the stocktake of 2019, 8 September 2020'
const ethnicity = 'Community Care, 18 September 2020'
const census = 'Community Care, 28 June 2023 (revised 29 June 2023)'

/** By the code of the collection they are of. */
export const publishedFigures: Readonly<Record<string, readonly PublishedFigure[]>> = {
  'mhsw-2019': [
    {
      says: 'WTE of social workers in NHS mental health services on 30 September 2019',
      figure: '2,894',
      source: slides,
    },
    { says: 'of them employed by the NHS', figure: '2,211', source: slides },
    {
      says: 'The same, as a base for the rise of 20% by 2022',
      figure: 'about 2,980',
      source: census,
      note: 'Worked back from the printed rise: 3,576 is 20% more than 2,980. How the base was adjusted is not published; from 2,894 the rise would be 24%. It takes the place of nothing.',
    },
    {
      indicator: 'ind_vacancy_rate',
      says: 'Vacancy rate, NHS trusts',
      figure: '9%',
      source: census,
      note: 'Of NHS trusts alone: not to be set beside the 15% of all employers in 2022.',
    },
    {
      indicator: 'ind_pct_bame',
      says: 'Black, Asian, mixed or another ethnic group, NHS trusts',
      figure: '18%',
      source: ethnicity,
      note: 'Of the 1,551 WTE whose ethnicity was known.',
    },
  ],
  'mhsw-2022': [
    {
      says: 'WTE of social workers in NHS trusts on 31 March 2022, with Think Ahead participants of year 1',
      figure: '3,576',
      source: census,
    },
    { says: 'WTE in 63 of 152 councils', figure: '1,794', source: census, note: 'Of respondents, not grossed up.' },
    {
      indicator: 'ind_vacancy_rate',
      says: 'Vacancy rate, all employers',
      figure: '15%',
      source: census,
      note: 'Of all employers: not to be set beside the 9% of NHS trusts in 2019.',
    },
    {
      indicator: 'ind_pct_bame',
      says: 'Black, Asian, mixed or another ethnic group, all employers',
      figure: '24%',
      source: census,
      note: 'Of all employers: not to be set beside the 18% of NHS trusts in 2019.',
    },
  ],
}

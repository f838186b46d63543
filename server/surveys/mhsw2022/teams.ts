import { teamLabels } from '../teams'
import { rows } from '../words'

const { other_community, other_inpatient, ...known } = teamLabels

/**
 * The services of 2019, none of which went, and those that came since (wave 2022, row 7). Generic community teams are
 * drawn more widely than in 2019: charts say so.
 */
export const teams = rows({
  ...known,
  cmht: 'Generic community mental health team, adults, place-based or not (A06)',
  mhst_education: 'Mental health support team in schools and colleges (F01)',
  maternal_mh: 'Maternal mental health service (F02)',
  crisis_line: 'Crisis line (A19)',
  acute_day: 'Acute day service (A24)',
  arrs_primary_care: 'Mental health practitioners in primary care (additional roles scheme)',
  place_based_cmhf: 'Place-based team of the community mental health framework',
  other_community,
  other_inpatient,
})

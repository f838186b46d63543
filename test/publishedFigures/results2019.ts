import type { Released } from '../../server/web/figures/released'
import { coverageOf, readerOf } from './reading'
import { asPrinted, holding, onePointApart, shownNumber, together, within, workedOut, type Row } from './rows'

/** Patient-facing staff of NHS mental health services in 2019, a round figure printed with the results (O23). */
const PATIENT_FACING = 100_000

/** What was published of the census of 30 September 2019 (specification §6.1), beside what the product says. */
export function results2019(released: Released): Row[] {
  const read = readerOf(released)
  const under40 = read('ind_pct_under40', 'pooled')
  const forties = read('ind_pct_40_49', 'pooled')
  const [sixAndSeven, eight] = [read('ind_band_6_7', 'pooled'), read('ind_band_8a_8d', 'pooled')]
  const others = together([read('ind_pct_mixed', 'pooled'), read('ind_pct_other_eth', 'pooled')], ' and ')
  const [mean, least, greatest] = (['mean', 'least', 'greatest'] as const).map((each) =>
    read('ind_wte_employed_100k', each),
  )
  const inServices = read('ind_wte_service_100k', 'numerator')
  const models = (['direct_only', 'mixed', 'partnership_only'] as const).map((model) =>
    read(`ind_partnership_${model}`, 'pooled'),
  )
  const none = { value: undefined, text: 'not on the page' }
  return [
    within(['O01', 'WTE working within NHS mental health services', '2,894'], inServices, 2894, 0.49),
    within(['O02', 'of which employed by the NHS', '2,211'], read('ind_pct_direct', 'numerator'), 2211, 0.49),
    asPrinted(['O03', 'share employed by the NHS', '76%'], read('ind_pct_direct', 'pooled')),
    within(['O04', 'employed by an external organisation', '683'], read('ind_pct_external', 'numerator'), 683, 0.49),
    asPrinted(['O05', 'share external', '24%'], read('ind_pct_external', 'pooled')),
    asPrinted(['O06', 'organisations', '55 of 55'], coverageOf(released, 'ind_wte_employed_100k')),
    asPrinted(
      ['O07', 'not directly employing any', '7 (13%)'],
      inBrackets(read('ind_orgs_no_direct', 'numerator'), read('ind_orgs_no_direct', 'pooled')),
    ),
    holding(['O08', 'mean WTE directly employed per 100,000', '4'], mean ?? none, (value) => Math.round(value) === 4),
    asPrinted(['O09', 'range', '0 to 22'], together([least ?? none, greatest ?? none], ' to ')),
    asPrinted(['O10', 'aged 50 or over', '32%'], read('ind_pct_50plus', 'pooled')),
    asPrinted(['O11', 'aged 40 to 49', '30%'], forties),
    asPrinted(
      ['O12', 'aged under 50', '68%'],
      workedOut(
        (under40.value ?? NaN) + (forties.value ?? NaN),
        () => `${shownNumber(under40) + shownNumber(forties)}%`,
      ),
    ),
    asPrinted(['O13', 'disability status known', '1,323'], read('ind_pct_disabled', 'denominator')),
    asPrinted(
      ['O14', 'reported a disability', '119 (9%)'],
      inBrackets(read('ind_pct_disabled', 'numerator'), read('ind_pct_disabled', 'pooled')),
    ),
    asPrinted(['O15', 'Agenda for Change band 6', '53%'], read('ind_band_profile_b6', 'pooled')),
    asPrinted(['O16', 'Agenda for Change band 7', '25%'], read('ind_band_profile_b7', 'pooled')),
    asPrinted(['O17', 'bands 6 and 7', '78%'], sixAndSeven),
    asPrinted(['O18', 'bands 8a to 8d', '12%'], eight),
    asPrinted(
      ['O19', 'the rest: band 5 and below, band 9', '10%'],
      workedOut(100 - (sixAndSeven.value ?? NaN) - (eight.value ?? NaN), () => {
        return `${100 - shownNumber(sixAndSeven) - shownNumber(eight)}%`
      }),
    ),
    within(['O20', 'ethnicity known, WTE', '1,551'], read('ind_pct_bame', 'denominator'), 1551, 0.49),
    asPrinted(['O21', 'Black, Asian and minority ethnic, of known', '18%'], read('ind_pct_bame', 'pooled')),
    within(['O21', 'the same in WTE', 'about 279'], read('ind_pct_bame', 'numerator'), 279, 0.5),
    asPrinted(['O22', 'Asian', '5%'], read('ind_pct_asian', 'pooled')),
    asPrinted(['O22', 'Black', '9%'], read('ind_pct_black', 'pooled')),
    within(['O22', 'so mixed and other', '4%, give or take 1'], others, 4, 1),
    holding(
      ['O23', 'share of NHS mental health patient-care staff', 'about 3%'],
      workedOut(((inServices.value ?? NaN) / PATIENT_FACING) * 100, (share) => `${share.toFixed(1)}% of 100,000`),
      (share) => Math.round(share) === 3,
    ),
    asPrinted(['O24', 'NHS vacancy rate', '9%'], read('ind_vacancy_rate', 'pooled')),
    onePointApart(['O25', 'all direct, a mix, partnership only', '27% / 61% / 12%'], models, [27, 61, 12]),
    holding(['O26', 'largely female', 'more than half'], read('ind_pct_female', 'pooled'), (share) => share > 50),
    holding(
      ['O27', 'more commonly in community services', 'inpatient below half'],
      read('ind_inpatient_share', 'pooled'),
      (share) => share < 50,
    ),
  ]
}

const inBrackets = (figure: { value: number | undefined; text: string }, share: { text: string }) => ({
  value: figure.value,
  text: `${figure.text} (${share.text})`,
})

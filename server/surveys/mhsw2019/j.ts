import type { Question, Section } from '../../domain/survey/definition'
import {
  all,
  answered,
  any,
  atLeast,
  atMost,
  between,
  equal,
  implies,
  is,
  minus,
  most,
  moreThan,
  organisation,
  plus,
  some,
  sum,
  sumOfRows,
  times,
} from '../../domain/survey/expression'
import { TOLERANCE, count, oneOf, peopleAndWte, percent, rows, said, saidWte, yesNoNotKnown } from '../words'
import { dataQuality } from '../dataQuality'
import { upToEmployed } from './upToEmployed'
import { countYourOwn } from './whoCounts'

const employed = some('sw_employed.hc')

const questions: readonly Question[] = [
  {
    code: 'pay_scheme',
    label: 'Which pay scheme covers most of the social workers you employ?',
    shape: 'single',
    box: oneOf({ afc: 'Agenda for Change', local_gov: 'Local government', other: 'Another scheme' }),
    reference: 'C',
    answering: 'required',
    when: employed,
    // It leads to the essential table of bands.
    essential: true,
  },
  {
    code: 'pay_afc',
    label: 'Social workers you employ by Agenda for Change band',
    hint: 'Substantive band, not acting-up.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows({
      b4_or_below: 'Band 4 or below',
      b5: 'Band 5',
      b6: 'Band 6',
      b7: 'Band 7',
      b8a: 'Band 8a',
      b8b: 'Band 8b',
      b8c: 'Band 8c',
      b8d: 'Band 8d',
      b9: 'Band 9',
      non_afc: 'Not on Agenda for Change (senior manager, council terms protected under TUPE, bursary)',
      not_known: 'Not known',
    }),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    when: all(employed, is('pay_scheme', 'afc')),
    mayBeUncollected: true,
    upTo: upToEmployed,
    essential: true,
  },
  {
    code: 'pay_la',
    label: 'Social workers you employ by full-time-equivalent basic salary',
    hint: 'Basic pay for full-time hours, before allowances.',
    unit: 'people, WTE',
    shape: 'table',
    rows: rows({
      lt25000: 'Less than £25,000',
      p25000_29999: '£25,000 to £29,999',
      p30000_34999: '£30,000 to £34,999',
      p35000_39999: '£35,000 to £39,999',
      p40000_44999: '£40,000 to £44,999',
      p45000_49999: '£45,000 to £49,999',
      p50000_59999: '£50,000 to £59,999',
      p60000_plus: '£60,000 or more',
      bursary: 'On a bursary',
      not_known: 'Not known',
    }),
    columns: peopleAndWte(),
    reference: 'C',
    answering: 'required',
    when: all(employed, is('pay_scheme', 'local_gov', 'other')),
    mayBeUncollected: true,
    upTo: upToEmployed,
  },
  {
    code: 'pay_sw_entry',
    label: 'Salary at which a newly qualified (ASYE) social worker starts',
    hint: 'Full-time annual basic pay.',
    unit: '£',
    shape: 'single',
    box: count(45_000, '£', 18_000),
    reference: 'C',
    answering: 'optional',
    when: employed,
    mayBeUncollected: true,
  },
  {
    code: 'pay_sw_top',
    label: 'Top of the grade for an experienced (non-managing) social worker',
    hint: 'Full-time annual basic pay.',
    unit: '£',
    shape: 'single',
    box: count(70_000, '£', 25_000),
    reference: 'C',
    answering: 'optional',
    when: employed,
    mayBeUncollected: true,
  },
  {
    code: 'pay_supplement',
    label: 'Are recruitment or retention payments made to mental health social workers?',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'C',
    answering: 'optional',
    when: employed,
  },
]

/** How many more WTE than people there are, in the rows where there are more: 0 in a table that is right. */
const excess = (table: string) => sumOfRows(table, most(0, minus(`${table}.@.wte`, `${table}.@.hc`)))

const bandsSixAndSeven = percent(plus('pay_afc.b6.hc', 'pay_afc.b7.hc'), sum('pay_afc.*.hc'))
const trainees = plus('sw_career_stage.ta_year1.hc', 'sw_career_stage.other_trainee.hc')
const mostInBandFive = plus('sw_career_stage.asye.hc', times(0.2, 'sw_career_stage.social_worker.hc'), 2)
const bandEightAndAbove = plus('pay_afc.b8a.hc', 'pay_afc.b8b.hc', 'pay_afc.b8c.hc', 'pay_afc.b8d.hc', 'pay_afc.b9.hc')
const seniors = plus(
  'sw_career_stage.team_manager.hc',
  'sw_career_stage.service_head.hc',
  'sw_career_stage.consultant.hc',
  'sw_career_stage.senior_advanced.hc',
)

export const sectionJ: Section = {
  code: 'j',
  title: 'Pay',
  intro: [countYourOwn],
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('j', questions)],
  rules: [
    {
      code: 'J01',
      level: 'hard',
      says: 'Bands add up to {x} people (WTE: {a}); you employ {y} (WTE: {b}). {rows}Correct the bands, or the total in section B.',
      each: ['pay_afc', 'pay_la'],
      // The table that is not shown has nothing answered in it, and so nothing to say.
      holds: implies(
        answered('@.*.*'),
        all(
          equal(sum('@.*.hc'), 'sw_employed.hc'),
          equal(sum('@.*.wte'), 'sw_employed.wte', TOLERANCE),
          implies(is('pay_scheme', 'afc'), atMost(excess('pay_afc'), 0)),
          implies(is('pay_scheme', 'local_gov', 'other'), atMost(excess('pay_la'), 0)),
        ),
      ),
      figures: {
        x: said(sum('@.*.hc')),
        a: saidWte(sum('@.*.wte')),
        y: said('sw_employed.hc'),
        b: saidWte('sw_employed.wte'),
        rows: {
          kind: 'case',
          cases: [
            {
              when: any(moreThan(excess('pay_afc'), 0), moreThan(excess('pay_la'), 0)),
              says: 'In at least one band the WTE is more than the number of people. ',
            },
            { when: all(), says: '' },
          ],
        },
      },
    },
    {
      code: 'J02',
      level: 'soft',
      says: 'You chose “{chosen}”, which is unusual for this type of organisation: most NHS trusts are on Agenda for Change and most councils on local government pay. Correct it, or explain.',
      holds: all(
        implies(organisation('nhs_trust'), is('pay_scheme', 'afc')),
        implies(organisation('local_authority'), is('pay_scheme', 'local_gov')),
      ),
      figures: { chosen: { kind: 'choice', address: 'pay_scheme' } },
    },
    {
      code: 'J03',
      level: 'soft',
      says: '{p}% of the social workers you employ are in bands 6 and 7. Nationally 78% are, and we expect at least 50%. Check the bands, or explain.',
      holds: implies(atLeast('sw_employed.hc', 10), between(bandsSixAndSeven, 50, 100)),
      figures: { p: said(bandsSixAndSeven, 1) },
    },
    {
      code: 'J04',
      level: 'soft',
      says: 'In band 4 or below: {x}. Trainees in section B: {y}. A qualified social worker is rarely below band 5. Check the bands and the roles, or explain.',
      holds: atMost('pay_afc.b4_or_below.hc', trainees),
      figures: { x: said('pay_afc.b4_or_below.hc'), y: said(trainees) },
    },
    {
      code: 'J05',
      level: 'soft',
      says: 'In band 5: {x}. From the roles in section B (on ASYE: {asye}, qualified social workers: {qualified}) we expect at most {y}. Check the bands and the roles, or explain.',
      holds: atMost('pay_afc.b5.hc', mostInBandFive),
      figures: {
        x: said('pay_afc.b5.hc'),
        asye: said('sw_career_stage.asye.hc'),
        qualified: said('sw_career_stage.social_worker.hc'),
        y: said(mostInBandFive),
      },
    },
    {
      code: 'J06',
      level: 'soft',
      says: 'In bands 8a to 9: {x}. Managers, heads of service, consultants and senior practitioners in section B: {y}. We expect at most 2 more than that. Check the bands and the roles, or explain.',
      holds: atMost(bandEightAndAbove, plus(seniors, 2)),
      figures: { x: said(bandEightAndAbove), y: said(seniors) },
    },
    {
      code: 'J07',
      level: 'soft',
      says: 'The top of the grade for an experienced social worker (£{top}) is not more than the starting salary (£{entry}). Check the two salaries, or explain.',
      holds: implies(some('sw_employed.hc'), moreThan('pay_sw_top', 'pay_sw_entry')),
      figures: { top: said('pay_sw_top'), entry: said('pay_sw_entry') },
    },
  ],
}

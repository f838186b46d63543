import type { Question, Section } from '../../domain/survey/definition'
import {
  all,
  answered,
  atMost,
  implies,
  is,
  moreThan,
  not,
  plus,
  some,
  sum,
  sumOfRows,
  times,
  weight,
} from '../../domain/survey/expression'
import { count, longWords, oneOf, people, rows, said, saidWte, wte, wteColumn, yesNoNotKnown } from '../words'
import { dataQuality } from '../dataQuality'
import { upTo } from '../upTo'

/** Midpoints of the bands of share (spec §2.14); a row whose share is not known is left out. */
const midpoints = { s0: 0, s1_9: 0.05, s10_24: 0.17, s25_49: 0.37, s50_74: 0.62, s75_plus: 0.87 }

const questions: readonly Question[] = [
  {
    code: 'out_any',
    label:
      'Do you employ social workers outside mental health teams whose work regularly includes people with mental health needs?',
    hint: 'For example in generic, learning disability or older people’s teams.',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'C',
    answering: 'required',
  },
  {
    code: 'out_teams',
    label: 'Which teams, how many social workers, and roughly what share of their work involves a mental health need?',
    hint: 'Share = of people allocated, those with a known or suspected mental health need of any kind, whatever the recorded primary need. A banded estimate is enough.',
    unit: 'people, WTE, band',
    shape: 'table',
    rows: rows({
      generic_locality: 'Generic or locality team',
      learning_disability: 'Learning disability',
      autism: 'Autism',
      physical_sensory: 'Physical disability and sensory impairment',
      older_people: 'Older people',
      hospital_discharge: 'Hospital discharge',
      safeguarding: 'Safeguarding',
      emergency_duty: 'Emergency duty',
      transitions_cyp: 'Transitions from children’s services',
      children_families: 'Children and families',
      substance_misuse: 'Substance misuse',
      homelessness_housing: 'Homelessness and housing',
      prison_probation: 'Prison and probation',
      other: 'Other',
    }),
    columns: [
      people(),
      wteColumn(),
      {
        code: 'share',
        label: 'Share of their work',
        box: oneOf({
          s0: 'None',
          s1_9: '1% to 9%',
          s10_24: '10% to 24%',
          s25_49: '25% to 49%',
          s50_74: '50% to 74%',
          s75_plus: '75% or more',
          not_known: 'Not known',
        }),
      },
    ],
    reference: 'C',
    answering: 'required',
    when: some('out_any'),
    // A team without social workers has no share to tell (N01).
    columnWhen: { share: some('out_teams.@.hc') },
    mayBeUncollected: true,
  },
  {
    code: 'out_share_method',
    label: 'How did you judge the share?',
    shape: 'single',
    box: oneOf({
      case_records: 'From case records',
      sample: 'From a sample',
      professional_judgement: 'By professional judgement',
      not_known: 'Not known',
    }),
    reference: 'C',
    answering: 'required',
    when: some('out_any'),
  },
  {
    code: 'out_recording',
    label: 'What does your case system record?',
    shape: 'single',
    box: oneOf({
      primary_reason_only: 'The primary reason only',
      primary_and_secondary: 'Primary and secondary reasons',
      all_needs: 'All needs',
      not_known: 'Not known',
    }),
    reference: 'C',
    answering: 'required',
    when: some('out_any'),
  },
  {
    code: 'out_amhp',
    label: 'AMHPs employed outside mental health teams',
    hint: 'AMHPs who are social workers but not counted in section B, plus those of other professions outside mental health teams.',
    unit: 'people',
    shape: 'single',
    box: count(500, 'people'),
    reference: 'C',
    answering: 'optional',
    when: some('amhp_emp_any'),
    mayBeUncollected: true,
  },
  {
    code: 'out_mha_assess',
    label: 'Of the Mental Health Act assessments in section L, how many by AMHPs outside mental health teams?',
    unit: 'assessments',
    shape: 'single',
    box: count(20_000, 'assessments'),
    reference: 'FY',
    answering: 'optional',
    when: some('act_mha_assess'),
    mayBeUncollected: true,
    upTo: upTo('act_mha_assess', 'the Mental Health Act assessments in section L'),
  },
  {
    code: 'out_generic_model',
    label: 'Does your council run generic adult teams instead of specialist mental health teams?',
    shape: 'single',
    box: oneOf({
      generic_only: 'Generic teams only',
      specialist_only: 'Specialist mental health teams only',
      both: 'Both',
      not_known: 'Not known',
    }),
    reference: 'C',
    answering: 'required',
    organisations: ['local_authority'],
  },
  {
    code: 'out_mh_wte_est',
    label: 'Estimated WTE of mental health work outside mental health teams',
    hint: 'An estimate, worked out for you: the WTE of each team times the middle of its share. Teams whose share is not known are left out.',
    unit: 'WTE',
    shape: 'single',
    box: wte(139_999.86),
    reference: 'C',
    answering: 'calculated',
    when: some('out_any'),
    figures: { '': sumOfRows('out_teams', times('out_teams.@.wte', weight('out_teams.@.share', midpoints))) },
  },
  {
    code: 'out_comment',
    label: 'Tell us about mental health work your systems do not show',
    shape: 'single',
    box: longWords(0, 3000),
    answering: 'optional',
  },
]

const amhpsPlaced = plus('out_amhp', 'amhp_emp_mhsw')

export const sectionN: Section = {
  code: 'n',
  title: 'Social workers doing mental health work outside mental health teams',
  intro: [
    'Work by generic, learning disability and other teams, recorded under another primary need, should not be lost. Results are published separately and never added to the headline.',
  ],
  questions: [...questions, ...dataQuality('n', questions)],
  rules: [
    {
      code: 'N01',
      level: 'hard',
      says: '{row} (people: {hc}, WTE: {wte}): the WTE cannot be more than the number of people, and a team with people needs a share. Correct the row.',
      each: ['out_teams.*'],
      holds: all(atMost('@.wte', '@.hc'), implies(moreThan('@.hc', 0), answered('@.share'))),
      figures: { row: { kind: 'row' }, hc: said('@.hc'), wte: saidWte('@.wte') },
    },
    {
      code: 'N02',
      level: 'soft',
      says: '{row} (people: {hc}): a share of “{share}”. These staff may meet the section B definition (half their time). Please check they are not missing from, or also in, section B. Correct it, or explain.',
      each: ['out_teams.*'],
      holds: not(is('@.share', 's50_74', 's75_plus')),
      figures: { row: { kind: 'row' }, hc: said('@.hc'), share: { kind: 'choice', address: '@.share' } },
    },
    {
      code: 'N03',
      level: 'soft',
      says: 'You run generic teams only, with {x} WTE outside mental health teams, but section B has {y} WTE in your own mental health services. If all teams are generic, section B counts only people spending half their time on mental health. Check section B, or explain.',
      organisations: ['local_authority'],
      holds: not(
        all(is('out_generic_model', 'generic_only'), moreThan('sw_emp_in.wte', times(0.5, sum('out_teams.*.wte')))),
      ),
      figures: { x: saidWte(sum('out_teams.*.wte')), y: saidWte('sw_emp_in.wte') },
    },
    {
      code: 'N04',
      level: 'soft',
      says: 'AMHPs outside mental health teams ({a}) and those counted in section B ({b}) are together more than the AMHPs you employ ({c}, section F). Check the three figures, or explain.',
      holds: atMost(amhpsPlaced, 'amhp_emp.hc'),
      figures: { a: said('out_amhp'), b: said('amhp_emp_mhsw'), c: said('amhp_emp.hc') },
    },
  ],
}

import type { Question, Section } from '../../domain/survey/definition'
import { atMost, plus, some } from '../../domain/survey/expression'
import { dataQuality } from '../dataQuality'
import { upTo } from '../upTo'
import { count, percent, said, saidWte, wte } from '../words'

const upToOtherTrainees = upTo(
  'sw_career_stage.other_trainee.hc',
  'the other employed trainees and apprentices of section B',
)

const people = (code: string, label: string, hint?: string): Question => ({
  code,
  label,
  ...(hint === undefined ? {} : { hint }),
  unit: 'people',
  shape: 'single',
  box: count(9999, 'people'),
  reference: 'C',
  answering: 'required',
  mayBeUncollected: true,
})

const wholeTime = (code: string, label: string, hint?: string): Question => ({
  code,
  label,
  ...(hint === undefined ? {} : { hint }),
  unit: 'WTE',
  shape: 'single',
  box: wte(),
  reference: 'C',
  answering: 'required',
  mayBeUncollected: true,
})

const trainee = (code: string, label: string): Question => ({
  ...people(code, label),
  answering: 'optional',
  upTo: upToOtherTrainees,
  when: some('sw_career_stage.other_trainee.hc'),
})

const firstYear = 'Not yet qualified, with a bursary. Count each as 1.00 WTE, as in section B.'
const secondYear = 'Qualified and employed by you, on ASYE.'

const questions: readonly Question[] = [
  people('ta_year1_hc', 'People in year 1 of Think Ahead', firstYear),
  wholeTime('ta_year1_wte', 'WTE of people in year 1 of Think Ahead', firstYear),
  people('ta_year2_hc', 'People in year 2 of Think Ahead', secondYear),
  wholeTime('ta_year2_wte', 'WTE of people in year 2 of Think Ahead', secondYear),
  {
    ...people('ta_alumni_hc', 'Social workers you employ who have completed Think Ahead'),
    answering: 'optional',
  },
  trainee('trainee_apprentice_hc', 'Of other trainees in section B, how many are social work degree apprentices?'),
  trainee('trainee_stepup_hc', 'Of other trainees in section B, how many are on Step Up to Social Work?'),
  trainee('trainee_msc_hc', 'Of other trainees in section B, how many are on a master’s course?'),
]

const thinkAhead = plus('ta_year1_wte', 'ta_year2_wte')
const thinkAheadShare = percent(thinkAhead, 'sw_service.wte')

/** Told apart since 2022, so that figures can be shown with people not yet qualified and without (wave 2022, row 3). */
export const sectionT: Section = {
  code: 't',
  title: 'Think Ahead and other trainees',
  intro: [
    'People in year 1 of Think Ahead are among the social workers of section B. Here we ask for them apart, so that results can be shown with them and without.',
  ],
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('t', questions)],
  rules: [
    {
      code: 'T01',
      level: 'hard',
      says: 'People in year 1 of Think Ahead ({x} WTE) cannot be more than all who work in your services ({y} WTE, section B). Correct one of the two.',
      holds: atMost('ta_year1_wte', 'sw_service.wte'),
      figures: { x: saidWte('ta_year1_wte'), y: saidWte('sw_service.wte') },
    },
    {
      code: 'T02',
      level: 'soft',
      says: 'Years 1 and 2 of Think Ahead ({x} WTE) are {p}% of all who work in your services ({y} WTE). We ask about more than 25%. Correct the figures, or explain.',
      holds: atMost(thinkAheadShare, 25),
      figures: { x: saidWte(thinkAhead), p: said(thinkAheadShare, 1), y: saidWte('sw_service.wte') },
    },
  ],
}

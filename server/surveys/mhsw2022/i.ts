import type { Question, Section } from '../../domain/survey/definition'
import { all, apart, atLeast, atMost, equal, lessThan, moreThan, plus, some, sum } from '../../domain/survey/expression'
import { count, people, rows, said } from '../words'
import { dataQuality } from '../dataQuality'
import { upToNumberEmployed, upToPeopleEmployed } from '../mhsw2019/upToEmployed'
import { countYourOwn } from '../mhsw2019/whoCounts'

const employed = some('sw_employed.hc')

const questions: readonly Question[] = [
  {
    code: 'qual_initial',
    label: 'Qualifying social work award',
    hint: 'Highest qualifying award.',
    shape: 'table',
    rows: rows({
      degree: 'Degree in social work',
      masters_pgdip: 'Master’s degree or postgraduate diploma',
      dipsw_cqsw_css: 'DipSW, CQSW or CSS',
      overseas: 'Overseas award',
      not_yet_qualified: 'Not yet qualified',
      not_known: 'Not known',
    }),
    columns: [people()],
    unit: 'people',
    reference: 'C',
    answering: 'required',
    when: employed,
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
  },
  {
    code: 'qual_registered',
    label: 'Registered as a social worker on 31 March 2022',
    hint: 'Registered with Social Work England.',
    shape: 'single',
    box: count(9999, 'people'),
    unit: 'people',
    reference: 'C',
    answering: 'required',
    when: employed,
    mayBeUncollected: true,
    upTo: upToNumberEmployed,
  },
  {
    code: 'qual_post',
    label: 'People holding each post-qualifying award or role',
    hint: 'A person may be counted in several rows.',
    shape: 'table',
    rows: rows({
      amhp: 'Approved mental health professional (AMHP)',
      bia: 'Best interests assessor (BIA)',
      practice_educator: 'Practice educator',
      mh_pq_award: 'Post-qualifying award in mental health',
      approved_clinician: 'Approved clinician',
      social_supervisor: 'Social supervisor',
      psych_intervention: 'Qualified in a psychological intervention',
      leadership: 'Leadership award',
      doctorate: 'Doctorate',
    }),
    columns: [people()],
    unit: 'people',
    reference: 'C',
    answering: 'required',
    when: employed,
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
  },
  {
    code: 'qual_in_training',
    label: 'People currently training for',
    hint: 'A person may be counted in several rows.',
    shape: 'table',
    rows: rows({
      amhp: 'Approved mental health professional (AMHP)',
      bia: 'Best interests assessor (BIA)',
      practice_educator: 'Practice educator',
      approved_clinician: 'Approved clinician',
      other: 'Other post-qualifying award',
    }),
    columns: [people()],
    unit: 'people',
    reference: 'C',
    answering: 'optional',
    when: employed,
    mayBeUncollected: true,
    upTo: upToPeopleEmployed,
  },
  {
    code: 'asye_supported',
    label: 'People on ASYE on the census date, and completed in the year before it',
    hint: 'ASYE is the assessed and supported year in employment.',
    shape: 'table',
    rows: rows({
      current: 'On ASYE on 31 March 2022',
      completed_y12: 'Completed ASYE, 1 April 2021 to 31 March 2022',
    }),
    columns: [people(999)],
    unit: 'people',
    reference: 'C / Y12',
    answering: 'optional',
    when: employed,
    mayBeUncollected: true,
  },
  {
    code: 'students_hosted',
    label: 'Social work students on placement',
    hint: 'Think Ahead units and university placements.',
    shape: 'table',
    rows: rows({
      think_ahead: 'Think Ahead',
      university: 'University placement',
      step_up_or_apprentice: 'Step Up to Social Work, or apprentice',
    }),
    columns: [people(999)],
    unit: 'people',
    reference: 'Y12',
    answering: 'optional',
    mayBeUncollected: true,
  },
]

const trainees = plus('sw_career_stage.ta_year1.hc', 'sw_career_stage.other_trainee.hc')
const registeredOrTraining = plus('qual_registered', trainees)

export const sectionI: Section = {
  code: 'i',
  title: 'Qualifications and training',
  intro: [countYourOwn],
  when: some('has_mhsw'),
  questions: [...questions, ...dataQuality('i', questions)],
  rules: [
    {
      code: 'I01',
      level: 'hard',
      says: 'Qualifying awards add up to {x}; you employ {y}. The difference is {d}. Count each person once, under the highest award.',
      holds: equal(sum('qual_initial.*.hc'), 'sw_employed.hc'),
      figures: {
        x: said(sum('qual_initial.*.hc')),
        y: said('sw_employed.hc'),
        d: said(apart(sum('qual_initial.*.hc'), 'sw_employed.hc')),
      },
    },
    {
      code: 'I02',
      level: 'hard',
      says: 'You have {x} registered social workers, but you employ {y}. Correct one of the two.',
      holds: atMost('qual_registered', 'sw_employed.hc'),
      figures: { x: said('qual_registered'), y: said('sw_employed.hc') },
    },
    {
      code: 'I03',
      level: 'soft',
      says: 'You employ {y}: {r} registered, and {t} trainees in section B. {wrong}: {n}. Check the figures, or explain.',
      holds: equal(registeredOrTraining, 'sw_employed.hc'),
      figures: {
        y: said('sw_employed.hc'),
        r: said('qual_registered'),
        t: said(trainees),
        n: said(apart(registeredOrTraining, 'sw_employed.hc')),
        wrong: {
          kind: 'case',
          cases: [
            {
              when: lessThan(registeredOrTraining, 'sw_employed.hc'),
              says: 'Neither registered nor trainees (they may not meet the definition)',
            },
            {
              when: moreThan(registeredOrTraining, 'sw_employed.hc'),
              says: 'Counted both as registered and as trainees',
            },
          ],
        },
      },
    },
    {
      code: 'I04',
      level: 'soft',
      says: 'Those who do the work should hold the qualification. AMHPs: {a} qualified here, {b} counted in section F. Best interests assessors: {c} qualified here, {d} counted in section G. Correct the figures, or explain.',
      holds: all(atLeast('qual_post.amhp.hc', 'amhp_emp_mhsw'), atLeast('qual_post.bia.hc', 'bia_emp_mhsw')),
      figures: {
        a: said('qual_post.amhp.hc'),
        b: said('amhp_emp_mhsw'),
        c: said('qual_post.bia.hc'),
        d: said('bia_emp_mhsw'),
      },
    },
    {
      code: 'I05',
      level: 'soft',
      says: 'Not yet qualified: {x} here, but trainees in section B (Think Ahead year 1 and others): {y}. Correct one of the two, or explain.',
      holds: equal('qual_initial.not_yet_qualified.hc', trainees),
      figures: { x: said('qual_initial.not_yet_qualified.hc'), y: said(trainees) },
    },
    {
      code: 'I06',
      level: 'soft',
      says: 'You have {x} social workers who are approved clinicians. There were fewer than five nationally, so we ask about more than 1. Check that they are social workers with this approval, or explain.',
      holds: atMost('qual_post.approved_clinician.hc', 1),
      figures: { x: said('qual_post.approved_clinician.hc') },
    },
    {
      code: 'I07',
      level: 'soft',
      says: 'On ASYE on 31 March 2022: {x} here, but {y} in the ASYE role in section B. Correct one of the two, or explain.',
      holds: equal('asye_supported.current.hc', 'sw_career_stage.asye.hc'),
      figures: { x: said('asye_supported.current.hc'), y: said('sw_career_stage.asye.hc') },
    },
  ],
}

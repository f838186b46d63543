import type { Question, Section } from '../../domain/survey/definition'
import { some } from '../../domain/survey/expression'
import { anyOf, count, oneOf, yesNoNotKnown } from '../words'

const questions: readonly Question[] = [
  {
    code: 'psw_training_provider',
    label: 'Who provides training?',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf(
      {
        own_trust: 'Our own organisation',
        recovery_college: 'A recovery college',
        imroc: 'ImROC (Implementing Recovery through Organisational Change)',
        voluntary_sector: 'A voluntary organisation',
        university: 'A university',
        other: 'Other',
        none: 'Nobody',
      },
      'none',
    ),
    reference: 'C',
    answering: 'required',
    when: some('psw_emp.hc'),
  },
  {
    code: 'psw_supervision',
    label: 'How are peer workers supervised?',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf(
      {
        line_management: 'By their line manager',
        peer_supervision_by_lived_experience_lead: 'By a lead with lived experience (peer supervision)',
        clinical_supervision: 'By clinical supervision',
        group_reflective: 'In a reflective group',
        external: 'By somebody outside the organisation',
        none: 'They are not',
      },
      'none',
    ),
    reference: 'C',
    answering: 'required',
    when: some('psw_emp.hc'),
  },
  {
    code: 'psw_supervisors',
    label: 'Supervisors trained to supervise peer workers',
    unit: 'people',
    shape: 'single',
    box: count(500, 'people'),
    reference: 'C',
    answering: 'optional',
    mayBeUncollected: true,
    when: some('psw_emp.hc'),
  },
  {
    code: 'psw_lead_post',
    label: 'Do you have a paid lived-experience or peer workforce lead?',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'C',
    answering: 'required',
  },
  {
    code: 'psw_career',
    label: 'Is there a career pathway above the entry grade?',
    shape: 'single',
    box: oneOf(yesNoNotKnown),
    reference: 'C',
    answering: 'required',
    when: some('psw_emp.hc'),
  },
  {
    code: 'psw_planned_wte',
    label: 'Planned change in paid WTE in the next 12 months',
    hint: 'A decrease is written with a minus, like -2.50.',
    unit: 'WTE',
    shape: 'single',
    box: { kind: 'decimal', min: -200, max: 500, places: 2, unit: 'WTE' },
    answering: 'optional',
    mayBeUncollected: true,
  },
  {
    code: 'psw_barriers',
    label: 'Barriers to expanding peer support',
    hint: 'Tick all that apply.',
    shape: 'single',
    box: anyOf(
      {
        funding: 'Funding',
        recruitment: 'Recruitment',
        training_supply: 'Supply of training',
        team_culture: 'Culture of teams',
        supervision: 'Supervision',
        hr_process: 'Human resources processes',
        career_path: 'Career path',
        other: 'Other',
        none: 'None',
      },
      'none',
    ),
    reference: 'C',
    answering: 'optional',
  },
]

export const sectionG: Section = {
  code: 'g',
  title: 'Support and plans',
  questions,
  rules: [
    {
      code: 'C06',
      level: 'hard',
      says: 'Choose either “{option}” or the other answers, not both.',
      platform: 'choices_exclusive',
      about: ['psw_training_provider', 'psw_supervision', 'psw_barriers'],
    },
  ],
}

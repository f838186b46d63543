import type { Section } from '../../domain/survey/definition'
import { atMost, organisation } from '../../domain/survey/expression'
import { longWords, peopleAndWte, rows } from '../words'
import { rowFigures } from '../rowFigures'

export const sectionO: Section = {
  code: 'o',
  title: 'The social care workforce beside social workers',
  intro: [
    'It is about colleagues who are not social workers. Councils and voluntary providers must answer; for others it is optional. AMHPs of all professions are counted in section F.',
  ],
  questions: [
    {
      code: 'oth_staff',
      label: 'Other staff in your mental health or adult social care mental health teams',
      hint: 'Employed by you.',
      unit: 'people, WTE',
      shape: 'table',
      rows: rows({
        occupational_therapist: 'Occupational therapist',
        social_work_assistant: 'Social work assistant',
        support_recovery_worker: 'Support or recovery worker',
        peer_support_worker: 'Peer support worker, paid',
        mh_nurse_la_employed: 'Mental health nurse employed by a council',
        psychologist_la_employed: 'Psychologist employed by a council',
        other: 'Other',
      }),
      columns: peopleAndWte(),
      reference: 'C',
      answering: 'optional',
      requiredWhen: { holds: organisation('local_authority', 'voluntary'), atLeast: 0 },
      mayBeUncollected: true,
    },
    {
      code: 'oth_comment',
      label: 'Comment on the contribution or shortage of these staff',
      shape: 'single',
      box: longWords(0, 1000),
      answering: 'optional',
    },
  ],
  rules: [
    {
      code: 'O01',
      level: 'hard',
      says: '{row}: WTE ({wte}) cannot be more than the number of people ({hc}). Count anyone over full time as 1.00.',
      each: ['oth_staff.*'],
      holds: atMost('@.wte', '@.hc'),
      figures: rowFigures,
    },
  ],
}

import type { Question, Section } from '../../domain/survey/definition'
import { some } from '../../domain/survey/expression'
import { dataQuality } from '../dataQuality'
import { count, longWords } from '../words'
import { sectionB } from './b'
import { sectionC } from './c'
import { sectionD } from './d'
import { sectionE } from './e'
import { sectionF } from './f'
import { sectionG } from './g'

const questions: readonly Question[] = [
  {
    code: 'psw_contacts_f2f',
    label: 'Face-to-face contacts by peer support workers',
    hint: 'In the same place as the person or carer. Not video.',
    unit: 'contacts',
    shape: 'single',
    box: count(500_000, 'contacts'),
    reference: 'FY',
    answering: 'optional',
    mayBeUncollected: true,
    when: some('psw_any'),
  },
  {
    code: 'psw_contacts_nonf2f',
    label: 'Contacts by peer support workers that were not face to face',
    hint: 'Telephone, video, e-mail, text.',
    unit: 'contacts',
    shape: 'single',
    box: count(500_000, 'contacts'),
    reference: 'FY',
    answering: 'optional',
    mayBeUncollected: true,
    when: some('psw_any'),
  },
  {
    code: 'psw_comment',
    label: 'Comments',
    shape: 'single',
    box: longWords(0, 3000),
    answering: 'optional',
  },
]

const all = [sectionB, sectionC, sectionD, sectionE, sectionF, sectionG].flatMap((section) => section.questions)

export const sectionH: Section = {
  code: 'h',
  title: 'Contacts, comments and data quality',
  // Where the figures come from is asked once, of the whole survey.
  questions: [...questions, ...dataQuality('psw', [...all, ...questions])],
  rules: [],
}

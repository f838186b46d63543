import type { Section } from '../../domain/survey/definition'
import { any, some } from '../../domain/survey/expression'
import { declarationQuestions, declarationRules } from '../declaration'

export const sectionI: Section = {
  code: 'i',
  title: 'Declaration and sign-off',
  intro: [
    'A named senior officer signs the return. Whoever prepared it cannot sign it alone.',
    'This survey is signed for itself. One officer may sign it and the social work survey.',
  ],
  filledBy: 'signatory',
  questions: declarationQuestions('psw_', any(some('psw_ext.hc'), some('psw_out.hc'))),
  rules: declarationRules('psw_'),
}

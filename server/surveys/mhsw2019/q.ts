import type { Section } from '../../domain/survey/definition'
import { any, some } from '../../domain/survey/expression'
import { declarationQuestions, declarationRules } from '../declaration'

export const sectionQ: Section = {
  code: 'q',
  title: 'Declaration and sign-off',
  intro: ['A named senior officer signs the return. Whoever prepared it cannot sign it alone.'],
  filledBy: 'signatory',
  questions: declarationQuestions('', any(some('sw_ext.hc'), some('sw_emp_out.hc'))),
  rules: declarationRules(''),
}

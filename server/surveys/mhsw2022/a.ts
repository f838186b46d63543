import type { Section } from '../../domain/survey/definition'
import { is } from '../../domain/survey/expression'
import { oneOf, yesNo } from '../words'
import { contactQuestions, filledInForYou, organisationQuestions, organisationRules } from '../yourOrganisation'
import { whoCounts } from '../mhsw2019/whoCounts'

export const sectionA: Section = {
  code: 'a',
  title: 'Your organisation',
  intro: [filledInForYou, ...whoCounts],
  questions: [
    ...organisationQuestions({ census: '31 March 2022', population: 'mid-2020' }),
    {
      code: 'has_mhsw',
      means: 'any_at_all',
      label:
        'On 31 March 2022 did your organisation employ any mental health social workers, or have any working in its mental health services?',
      hint: 'Read the definition first. Answer “No” only if both are none.',
      shape: 'single',
      box: oneOf(yesNo),
      reference: 'C',
      answering: 'required',
      essential: true,
    },
    {
      code: 'nil_reason',
      label: 'Why are there none?',
      shape: 'single',
      box: oneOf({
        provided_by_partner: 'A partner organisation provides them',
        service_not_provided: 'We do not provide the service',
        posts_vacant: 'The posts are vacant',
        other: 'Other',
      }),
      reference: 'C',
      answering: 'required',
      when: is('has_mhsw', 'no'),
    },
    ...contactQuestions,
  ],
  rules: [
    ...organisationRules,
    {
      code: 'A03',
      level: 'soft',
      says: '{org} reports {n} WTE working in your services, but you said there are no mental health social workers. Please check, or explain the difference.',
      platform: 'named_as_host',
      about: ['has_mhsw'],
    },
  ],
}

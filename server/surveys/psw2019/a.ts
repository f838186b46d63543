import type { Section } from '../../domain/survey/definition'
import { contactQuestions, filledInForYou, organisationQuestions, organisationRules } from '../yourOrganisation'
import { whoCounts } from './whoCounts'

/**
 * The same codes as in the social work survey, for it is answered once for both (spec §3); without the question whether
 * there are social workers, which says nothing here.
 */
export const sectionA: Section = {
  code: 'a',
  title: 'Your organisation',
  intro: [filledInForYou, ...whoCounts],
  questions: [...organisationQuestions({ census: '30 September 2019', population: 'mid-2018' }), ...contactQuestions],
  rules: organisationRules,
}

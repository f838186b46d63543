import type { Question, Rule } from '../domain/survey/definition'
import type { Condition } from '../domain/survey/expression'
import { oneOf, words } from './words'

const questions: readonly Question[] = [
  {
    code: 'decl_name',
    means: 'signatory_name',
    label: 'Full name of the senior officer',
    shape: 'single',
    box: words(3, 100),
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_role',
    means: 'signatory_role',
    label: 'Role',
    shape: 'single',
    box: oneOf({
      chief_executive: 'Chief executive',
      executive_director: 'Executive director',
      director_adult_social_services: 'Director of adult social services',
      director_social_work_or_care: 'Director of social work or social care',
      principal_social_worker: 'Principal social worker',
      hr_workforce_director: 'Human resources or workforce director',
      registered_manager: 'Registered manager',
      trustee_or_chief_officer: 'Trustee or chief officer',
      authorised_deputy: 'Authorised deputy',
    }),
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_job_title',
    label: 'Job title',
    shape: 'single',
    box: words(3, 100),
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_email',
    means: 'signatory_email',
    label: 'Work e-mail',
    hint: 'Must be on an organisation domain we hold for you.',
    shape: 'single',
    box: { kind: 'email' },
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_accurate',
    label:
      'I confirm that, to the best of my knowledge, this return is complete and accurate for the organisation(s) named.',
    shape: 'single',
    box: { kind: 'checkbox' },
    answering: 'required',
    essential: true,
  },
  {
    // Asked of whoever signs a return with an open soft rule: that is known to the sign-off page, not to the sheet.
    code: 'decl_warnings',
    means: 'warnings_read',
    label: 'I have read the warnings and the comments given.',
    shape: 'single',
    box: { kind: 'checkbox' },
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_partners',
    label: 'Figures for partner organisations have been shared with them.',
    shape: 'single',
    box: oneOf({ yes: 'Yes', no: 'No', not_applicable: 'Not applicable' }),
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_identify',
    means: 'naming',
    label: 'Other participants may see our organisation’s name beside our rates in the online toolkit.',
    hint: 'If not, only group figures include you. Small numbers are always hidden.',
    shape: 'single',
    box: oneOf({ named: 'Yes, show our name', unnamed: 'No, do not show our name' }),
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_no_personal',
    label: 'This return contains no information identifying an individual.',
    shape: 'single',
    box: { kind: 'checkbox' },
    answering: 'required',
    essential: true,
  },
  {
    code: 'decl_signed_at',
    label: 'Date and time signed',
    shape: 'single',
    box: { kind: 'moment' },
    answering: 'calculated',
  },
]

/**
 * What a senior officer says in signing (spec §2.17). Each survey is signed for itself, so each has codes of its own;
 * partners are asked about only where there are any.
 */
export const declarationQuestions = (prefix: string, withPartners: Condition): readonly Question[] =>
  questions.map((question) => ({
    ...question,
    code: prefix + question.code,
    ...(question.code === 'decl_partners' ? { when: withPartners } : {}),
  }))

/** Q01 to Q05 of the specification, the same in each survey, on questions whose codes begin with the prefix. */
export const declarationRules = (prefix: string): readonly Rule[] => [
  {
    code: 'Q01',
    level: 'hard',
    says: 'The return is not ready to sign: answer every required question, put right what cannot be so, and explain each warning. The check page lists them.',
    platform: 'ready_to_sign',
  },
  {
    code: 'Q02',
    level: 'hard',
    says: 'Whoever prepared the return cannot sign it. Ask a second person of your organisation to sign.',
    platform: 'second_person',
  },
  {
    code: 'Q03',
    level: 'soft',
    says: 'This e-mail address is not on a domain we hold for your organisation. Use your work address, or explain.',
    platform: 'signatory_domain',
    about: [`${prefix}decl_email`],
  },
  {
    code: 'Q04',
    level: 'hard',
    says: 'Please remove personal data.',
    platform: 'no_personal_data',
  },
  {
    code: 'Q05',
    level: 'hard',
    says: 'The return was changed after it was signed, so the signature no longer stands. It must be signed again.',
    platform: 'signature_stands',
  },
]

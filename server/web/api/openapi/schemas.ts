import { organisationTypes } from '../../../domain/organisations/types'
import { statuses } from '../../../domain/returns/lifecycle'
import { routes } from '../../../domain/returns/via'
import { reasons } from '../../../domain/survey/cells'
import { figureSchemas } from './figureSchemas'
import { count, flag, id, listOf, moment, named, oneOf, orNull, pageOf, text, whole, type Schema } from './schema'

const codesOf = (words: object): string[] => Object.keys(words)

const collection = {
  code: text('mhsw-2019'),
  title: text(),
  opens_at: moment('When it opens.'),
  cutoff_at: moment('The first moment that is too late.'),
  phase: oneOf(['upcoming', 'open', 'locked']),
}

const whose = whole({ code: text(), name: text(), type: oneOf(codesOf(organisationTypes)) })

const ofReturn = {
  id: id('Of the return.'),
  collection: text('The code of its collection.'),
  organisation: named('Whose'),
  status: oneOf(codesOf(statuses)),
  first_opened_at: orNull(moment('When somebody of the organisation first opened it.')),
  last_saved_at: orNull(moment('When something in it was last changed.')),
  standing_submission: orNull(id('The submission that stands, if one does.')),
  progress: whole({
    sections_finished: count(),
    sections_asked: count(),
    to_explain: count('Figures that need an explanation and have none.'),
    to_correct: count('Rules that must hold and do not.'),
  }),
}

const ofSubmission = {
  id: id('Of the submission.'),
  return: id('The return it was made of.'),
  collection: text('The code of its collection.'),
  number: { type: 'integer', minimum: 1, description: 'The first of a return is 1.' },
  reference: text('MHSW-2019-T8A01-1'),
  submitted_at: moment('When it was signed.'),
  nil: flag('Whether it says that there are no such staff.'),
  may_be_named: flag('Whether the organisation may be named beside its figures.'),
  stands: flag('Whether it counts; not once another has taken its place or it was taken back.'),
  sha256: text('Of what was signed.'),
} as const satisfies Readonly<Record<string, Schema>>

const ofAnswer = {
  section: text('The letter of the section, lower case.'),
  address: text('sw_emp_in.hc; the explanation of rule B07 is at explain!B07.'),
  state: oneOf(
    ['value', 'not_collected', 'not_applicable', 'unanswered'],
    'A figure (0 is one); not collected; not asked; asked and left empty.',
  ),
  value: {
    type: ['number', 'string', 'boolean', 'array', 'null'],
    description: 'A number, a text, the code of what was chosen, or a list of codes; null in every other state.',
    items: { type: 'string' },
  },
  reason: {
    type: ['string', 'null'],
    enum: [...codesOf(reasons), 'none', 'not_asked'],
    description:
      'Why it is not collected. Of what is not applicable: none (there are none, it counts as 0) or not_asked (it is missing).',
  },
  explanation: orNull(text('Why it is right although it looked odd, with the code of the rule that asked.')),
  route: { type: ['string', 'null'], enum: [...codesOf(routes), 'prefilled', 'calculated', 'declaration'] },
} as const satisfies Readonly<Record<string, Schema>>

/** What the answers look like: the one place where it is written down. */
export const schemas: Readonly<Record<string, Schema>> = {
  Collection: whole(collection),
  WholeCollection: whole({
    ...collection,
    responses: count('How many have answered.'),
    asked: count('How many are asked.'),
    sections: listOf(whole({ code: text(), title: text(), filled_by: oneOf(['employer', 'signatory']) })),
  }),
  Collections: pageOf('Collection'),
  Organisation: whole({
    code: text('ODS code of a trust or provider, GSS code of a council.'),
    name: text(),
    type: oneOf(codesOf(organisationTypes)),
    cassr_code: orNull(text('Of a council.')),
    nhs_region: text(),
    adass_region: text(),
    registered_population: orNull(count('People registered with GP practices.')),
    resident_population: orNull(count()),
    adult_population: orNull(count()),
  }),
  Organisations: pageOf('Organisation'),
  Whose: whose,
  Return: whole(ofReturn),
  WholeReturn: whole({
    ...ofReturn,
    sections: listOf(
      whole({
        code: text(),
        status: oneOf(['not_started', 'in_progress', 'complete', 'complete_with_warnings', 'not_applicable']),
        required: count('Places that must be answered.'),
        answered: count('How many of them are.'),
      }),
    ),
  }),
  Returns: pageOf('Return'),
  Submission: whole(ofSubmission),
  Submissions: pageOf('Submission'),
  Answer: whole(ofAnswer),
  WholeSubmission: whole({
    ...ofSubmission,
    organisation: named('Whose'),
    explained: listOf(whole({ rule: text(), says: listOf(text()), explanation: text() })),
    answers: listOf(named('Answer')),
  }),
  Line: whole({
    collection: text(),
    organisation: named('Whose'),
    submission: text('Its reference.'),
    submission_number: { type: 'integer', minimum: 1 },
    submitted_at: moment('When it was signed.'),
    ...ofAnswer,
  }),
  ...figureSchemas,
  Problem: {
    type: 'object',
    properties: {
      type: text(),
      title: text(),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text(),
      reference: text('What to quote when asking about it.'),
    },
    required: ['type', 'title', 'status', 'detail'],
    additionalProperties: false,
  },
}

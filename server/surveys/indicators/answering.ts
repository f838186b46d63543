import type { Indicator } from '../../domain/benchmarks/indicator'
import type { Section } from '../../domain/survey/definition'
import { quality } from './made'

const topic = 'How well the survey is answered'

/** Response, completeness and confidence: reckoned of every survey alike. */
export const answering = (sections: readonly Section[]): readonly Indicator[] => [
  quality({
    code: 'ind_response',
    label: 'Response rate',
    says: 'Of the organisations asked, the share that responded: a nil return is a response, and so is being covered by another’s return. Organisations no longer required are left out.',
    topic,
    of: 'responded',
  }),
  quality({
    code: 'ind_completeness',
    label: 'Answered with a value',
    says: 'Of the cells that must be answered, the share that hold a value. “Not collected” is an answer, but no value.',
    topic,
    of: 'answered_with_a_value',
  }),
  quality({
    code: 'ind_dq_low',
    label: 'Sections in low confidence',
    says: 'Of the sections whose confidence is told, the share told with low confidence.',
    topic,
    of: 'low_confidence',
    confidence: { cells: sections.flatMap(confidenceIn), low: 'low' },
  }),
]

const confidenceIn = ({ questions }: Section): string[] =>
  questions.map(({ code }) => code).filter((code) => /^dq_\w+_confidence$/.test(code))

import type { Question } from '../domain/survey/definition'
import { isEntered } from '../domain/survey/definition'
import { answered, is } from '../domain/survey/expression'
import { anyOf, longWords, oneOf } from './words'

const sources = {
  esr: 'Electronic Staff Record (ESR)',
  la_hr_system: 'Council HR system',
  asc_wds: 'Adult Social Care Workforce Data Set (ASC-WDS)',
  case_management_system: 'Case management system',
  patient_record_system: 'Patient record system',
  team_count: 'Counted by the teams',
  estimate: 'Estimate',
  other: 'Other',
}

/** The three questions at the end of a section, asked as soon as anything in it has been answered (spec §2.16). */
export function dataQuality(section: string, questions: readonly Question[]): readonly Question[] {
  const when = answered(...questions.filter(isEntered).map(everyBoxOf))
  return [
    {
      code: `dq_${section}_source`,
      label: 'Where did these figures come from?',
      shape: 'single',
      box: anyOf(sources),
      answering: 'required',
      when,
    },
    {
      code: `dq_${section}_confidence`,
      label: 'How confident are you?',
      hint: 'High: taken from a checked system report. Medium: report with manual changes. Low: estimate or known gaps.',
      shape: 'single',
      box: oneOf({ high: 'High', medium: 'Medium', low: 'Low' }),
      answering: 'required',
      when,
    },
    {
      code: `dq_${section}_comment`,
      label: 'Comments for the people who analyse this section',
      hint: 'If your confidence is low, tell us why in at least 10 characters.',
      shape: 'single',
      box: longWords(0, 2000),
      answering: 'optional',
      requiredWhen: { holds: is(`dq_${section}_confidence`, 'low'), atLeast: 10 },
      when,
    },
  ]
}

/** The pattern of all addresses of a question. */
function everyBoxOf(question: Question): string {
  switch (question.shape) {
    case 'single':
      return question.code
    case 'row':
      return `${question.code}.*`
    case 'list':
      return `${question.code}.*.*`
    case 'table':
      return question.columns.some(({ code }) => code === '') ? `${question.code}.*` : `${question.code}.*.*`
  }
}

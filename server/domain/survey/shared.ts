import type { Address } from './cells'
import { isEntered, type Question, type SurveyDefinition } from './definition'

const known = new WeakMap<SurveyDefinition, WeakMap<SurveyDefinition, ReadonlySet<string>>>()

/**
 * Codes of the questions two surveys have in common, to be answered once for both: in the same boxes, asked of the same
 * organisations, and about the same day. A figure of one year is never taken for the figure of another.
 */
export function sharedQuestions(one: SurveyDefinition, other: SurveyDefinition): ReadonlySet<string> {
  const ofOne = known.get(one) ?? new WeakMap<SurveyDefinition, ReadonlySet<string>>()
  known.set(one, ofOne)
  const shared = ofOne.get(other) ?? findShared(one, other)
  ofOne.set(other, shared)
  return shared
}

function findShared(one: SurveyDefinition, other: SurveyDefinition): ReadonlySet<string> {
  const theirs = shapesIn(other)
  return new Set([...shapesIn(one)].filter(([code, shape]) => theirs.get(code) === shape).map(([code]) => code))
}

/** What is filled in only when a return is signed is said of that return alone. */
const shapesIn = (definition: SurveyDefinition): Map<string, string> =>
  new Map(
    definition.sections
      .filter(({ filledBy }) => filledBy === undefined)
      .flatMap(({ questions }) => questions.filter(isEntered))
      .map((question) => [question.code, shapeOf(question, definition)]),
  )

/** Everything by which an answer to a question would be another answer, in writing. */
function shapeOf(question: Question, { references }: SurveyDefinition): string {
  const { shape, answering, reference, organisations, mayBeUncollected } = question
  const about = reference === undefined ? null : (references[reference] ?? reference)
  return JSON.stringify([shape, answering, about, organisations, mayBeUncollected, boxesOf(question)])
}

function boxesOf(question: Question): readonly unknown[] {
  switch (question.shape) {
    case 'single':
      return [question.box]
    case 'row':
      return [question.columns]
    case 'table':
      return [question.rows, question.columns]
    case 'list':
      return [question.most, question.columns]
  }
}

/** What stands at addresses of shared questions. */
export const onlyShared = <T>(
  cells: Readonly<Record<Address, T>>,
  shared: ReadonlySet<string>,
): Readonly<Record<Address, T>> =>
  Object.fromEntries(Object.entries(cells).filter(([address]) => shared.has(address.split('.')[0] ?? '')))

import { questionsOf, type SurveyDefinition } from '../../server/domain/survey/definition'
import { mhsw2019 } from '../../server/surveys/mhsw2019'

/** A whole column of a table of some survey: the rows told, and 0 in all others. */
export const columnIn =
  (definition: SurveyDefinition) =>
  (code: string, column: string, told: Readonly<Record<string, number>>): Record<string, number> => {
    const question = questionsOf(definition).find((each) => each.code === code)
    if (question?.shape !== 'table') throw new Error(`${code} is not a table`)
    const strange = Object.keys(told).find((row) => !question.rows.some((each) => each.code === row))
    if (strange !== undefined) throw new Error(`${code} has no row ${strange}`)
    return Object.fromEntries(question.rows.map((row) => [`${code}.${row.code}.${column}`, told[row.code] ?? 0]))
  }

/** The same of the social work survey of 2019-20. */
export const columnOf = columnIn(mhsw2019)

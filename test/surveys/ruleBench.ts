import { valueCell, type Cell, type Cells } from '../../server/domain/survey/cells'
import type { ExpressionRule, Rule, Section, SurveyDefinition } from '../../server/domain/survey/definition'
import type { OrganisationType } from '../../server/domain/survey/expression'
import { atlasOf } from '../../server/domain/survey/places'
import { holds } from '../../server/domain/survey/holds'
import { sheetOf } from '../../server/domain/survey/routing'
import { brokenRules, type Broken } from '../../server/domain/survey/rules'
import type { Sheet } from '../../server/domain/survey/sheet'
import { registerOf } from './register'
import type { Given } from './ruleCase'

const cellOf = (given: Given): Cell =>
  given === 'NC' ? { state: 'not_collected', reason: 'not_recorded' } : valueCell(given)

const cellsOf = (given: Readonly<Record<string, Given>>): Cells =>
  Object.fromEntries(Object.entries(given).map(([address, each]) => [address, cellOf(each)]))

/** What is needed to hold and break the rules of one survey. */
export interface RuleBench {
  readonly all: readonly { readonly rule: Rule; readonly section: Section }[]
  readonly sheetWith: (type: OrganisationType, ...given: Readonly<Record<string, Given>>[]) => Sheet
  readonly coded: (code: string) => { readonly rule: Rule & ExpressionRule; readonly section: Section }
  readonly broken: (code: string, sheet: Sheet) => Broken | undefined
  /** What a rule says of each place it is judged for: so, not so, or not known yet. */
  readonly verdicts: (code: string, sheet: Sheet) => (boolean | undefined)[]
}

export function ruleBench(definition: SurveyDefinition): RuleBench {
  const all = definition.sections.flatMap((section) => section.rules.map((rule) => ({ rule, section })))

  const coded = (code: string) => {
    const found = all.find(({ rule }) => rule.code === code)
    if (!found) throw new Error(`No rule is called ${code}`)
    const { rule, section } = found
    if ('platform' in rule) throw new Error(`${code} is a rule of the platform`)
    return { rule, section }
  }

  /** `demo_age.*` is every row of the table. */
  const placesJudged = (pattern: string): string[] => {
    const question = atlasOf(definition).question(pattern)?.question
    if (!pattern.endsWith('.*') || question?.shape !== 'table') return [pattern]
    return question.rows.map(({ code }) => `${question.code}.${code}`)
  }

  return {
    all,
    coded,
    sheetWith: (type, ...given) => sheetOf(definition, registerOf(type), cellsOf(Object.assign({}, ...given))),
    broken: (code, sheet) => brokenRules(coded(code).section, sheet).find(({ rule }) => rule.code === code),
    verdicts: (code, sheet) => {
      const { rule } = coded(code)
      return (rule.each ?? ['']).flatMap(placesJudged).map((at) => holds(rule.holds, sheet, at))
    },
  }
}

import { conditionInWords } from '../survey/conditionInWords'
import type { Rule, SurveyDefinition } from '../survey/definition'
import { organisationsInWords } from '../survey/organisationsInWords'

const levels = { hard: 'must hold', soft: 'must be explained if it does not hold', reminder: 'is only said' } as const

/** Rules read aloud, with a bar between: "B01 must hold: “A” is at most “B”. Says: The … is more than …". */
export const rulesInWords = (rules: readonly Rule[], definition: SurveyDefinition): string =>
  rules.map((rule) => ruleInWords(rule, definition)).join(' | ')

function ruleInWords(rule: Rule, definition: SurveyDefinition): string {
  const name = `${rule.code} ${levels[rule.level]}`
  const says = `Says: ${rule.says.replaceAll(/\{\w+\}/g, '…')}`
  if ('platform' in rule) return `${name}. ${says}`
  const of = rule.organisations ? `, where the organisation is ${organisationsInWords(rule.organisations)}` : ''
  return `${name}${of}: ${conditionInWords(rule.holds, definition)}. ${says}`
}

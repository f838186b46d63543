import { addressesIn } from '../survey/addresses'
import { matches, type Address } from '../survey/cells'
import { conditionInWords } from '../survey/conditionInWords'
import type { Rule, SurveyDefinition } from '../survey/definition'
import { organisationsInWords } from '../survey/organisationsInWords'

const levels = { hard: 'must hold', soft: 'must be explained if it does not hold', reminder: 'is only said' } as const

/** A rule, and how it is read aloud. */
export interface RuleRead {
  readonly code: string
  readonly words: string
}

/** A rule read aloud: "B01 must hold: “A” is at most “B”. Says: The … is more than …". */
export function ruleInWords(rule: Rule, definition: SurveyDefinition): RuleRead {
  return { code: rule.code, words: wordsOf(rule, definition) }
}

function wordsOf(rule: Rule, definition: SurveyDefinition): string {
  const name = `${rule.code} ${levels[rule.level]}`
  const says = `Says: ${rule.says.replaceAll(/\{\w+\}/g, '…')}`
  if ('platform' in rule) return `${name}. ${says}`
  const of = rule.organisations ? `, where the organisation is ${organisationsInWords(rule.organisations)}` : ''
  return `${name}${of}: ${conditionInWords(rule.holds, definition)}. ${says}`
}

/** The rules that read an address. */
export type RulesAt = (address: Address) => readonly RuleRead[]

interface Reading {
  readonly pattern: string
  readonly rule: RuleRead
}

/** Finds the rules that read an address: sorted by question, so that each is looked for among few. */
export function rulesByAddress(definition: SurveyDefinition): RulesAt {
  const byQuestion = new Map<string, Reading[]>()
  for (const rule of definition.sections.flatMap(({ rules }) => rules)) {
    const read = ruleInWords(rule, definition)
    for (const pattern of new Set(readBy(rule))) {
      const code = questionIn(pattern)
      byQuestion.set(code, [...(byQuestion.get(code) ?? []), { pattern, rule: read }])
    }
  }
  return (address) => {
    const found = (byQuestion.get(questionIn(address)) ?? []).filter(
      ({ pattern }) => matches(pattern, address) || matches(address, pattern),
    )
    return [...new Set(found.map(({ rule }) => rule))]
  }
}

const questionIn = (address: string): string => address.split('.')[0] ?? ''

const readBy = (rule: Rule): readonly string[] => {
  if ('platform' in rule) return rule.about ?? []
  const places = rule.each ?? ['']
  return places.flatMap((at) => addressesIn(rule.holds).map((address) => address.replace('@', at)))
}

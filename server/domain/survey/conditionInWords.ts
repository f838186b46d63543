import type { SurveyDefinition } from './definition'
import { expressionInWords } from './expressionInWords'
import { joined, placeInWords } from './placeInWords'
import { organisationsInWords } from './organisationsInWords'
import { atlasOf } from './places'
import type { Condition } from './expression'

/** A condition read aloud: “Did you employ any AMHPs?” is “Yes”, and the organisation is a council. */
export function conditionInWords(condition: Condition, definition: SurveyDefinition): string {
  switch (condition.kind) {
    case 'equal':
    case 'at_most':
    case 'less_than':
      return comparisonInWords(condition, definition, plainly)
    case 'all':
      return joined(
        condition.of.map((each) => within(each, definition)),
        'and',
      )
    case 'any':
      return alternativesInWords(condition.of, definition)
    case 'not':
      return deniedInWords(condition.condition, definition)
    default:
      return factInWords(condition, definition, 'is')
  }
}

/** "not this, or that" is how an implication is kept: if this, then that. */
function alternativesInWords(of: readonly Condition[], definition: SurveyDefinition): string {
  const [first, then] = of
  return of.length === 2 && first?.kind === 'not' && then
    ? `if ${within(first.condition, definition)}, then ${within(then, definition)}`
    : joined(
        of.map((each) => within(each, definition)),
        'or',
      )
}

/** A part of a compound stands in brackets where it is itself a compound. */
const within = (condition: Condition, definition: SurveyDefinition): string => {
  const words = conditionInWords(condition, definition)
  const isCompound = (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1
  return isCompound ? `(${words})` : words
}

type Comparison = Extract<Condition, { kind: 'equal' | 'at_most' | 'less_than' }>

interface Verbs {
  readonly equal: string
  readonly at_most: string
  readonly less_than: string
  /** The same, with what is compared on the other side. */
  readonly at_least: string
  readonly more_than: string
}

const plainly: Verbs = {
  equal: 'equals',
  at_most: 'is at most',
  less_than: 'is less than',
  at_least: 'is at least',
  more_than: 'is more than',
}
const denied: Verbs = {
  equal: 'does not equal',
  at_most: 'is more than',
  less_than: 'is at least',
  at_least: 'is less than',
  more_than: 'is at most',
}
const turned = { equal: 'equal', at_most: 'at_least', less_than: 'more_than' } as const

/** A bound is said after what it bounds, whichever way round it is kept. */
function comparisonInWords(condition: Comparison, definition: SurveyDefinition, verbs: Verbs): string {
  const [left, right] = [condition.left, condition.right].map((each) => expressionInWords(each, definition))
  const words =
    condition.left.kind === 'number'
      ? `${right ?? ''} ${verbs[turned[condition.kind]]} ${left ?? ''}`
      : `${left ?? ''} ${verbs[condition.kind]} ${right ?? ''}`
  if (condition.kind !== 'equal') return words
  const { within: slack } = condition
  const isExact = slack.kind === 'number' && slack.value === 0
  return isExact ? words : `${words}, give or take ${expressionInWords(slack, definition)}`
}

type Fact = Extract<Condition, { kind: 'is' | 'ticked' | 'some' | 'answered' | 'organisation' }>

function factInWords(condition: Fact, definition: SurveyDefinition, verb: 'is' | 'is not'): string {
  switch (condition.kind) {
    case 'is':
      return `${placeInWords(condition.address, definition)} ${verb} ${chosen(condition.address, condition.values, definition)}`
    case 'ticked': {
      const includes = verb === 'is' ? 'includes' : 'does not include'
      return `${placeInWords(condition.address, definition)} ${includes} ${chosen(condition.address, condition.options, definition)}`
    }
    case 'some':
      return gateInWords(condition.address, definition, verb)
    case 'answered': {
      const places = joined(
        condition.any.map((each) => placeInWords(each, definition)),
        'or',
      )
      return `${places} ${verb} answered`
    }
    case 'organisation':
      return `the organisation ${verb} ${organisationsInWords(condition.types)}`
  }
}

/** A gate is "yes", or a count above 0. */
function gateInWords(address: string, definition: SurveyDefinition, verb: 'is' | 'is not'): string {
  const words = placeInWords(address, definition)
  if (optionsAt(address, definition).length > 0) return `${words} ${verb} “Yes”`
  return verb === 'is' ? `${words} is more than 0` : `${words} is 0`
}

function deniedInWords(condition: Condition, definition: SurveyDefinition): string {
  switch (condition.kind) {
    case 'equal':
    case 'at_most':
    case 'less_than':
      return comparisonInWords(condition, definition, denied)
    case 'not':
      return conditionInWords(condition.condition, definition)
    case 'all':
      return joined(
        condition.of.map((each) => within({ kind: 'not', condition: each }, definition)),
        'or',
      )
    case 'any':
      return joined(
        condition.of.map((each) => within({ kind: 'not', condition: each }, definition)),
        'and',
      )
    default:
      return factInWords(condition, definition, 'is not')
  }
}

function chosen(address: string, values: readonly string[], definition: SurveyDefinition): string {
  const options = optionsAt(address, definition)
  return joined(
    values.map((value) => `“${options.find((option) => option.value === value)?.label ?? value}”`),
    'or',
  )
}

function optionsAt(address: string, definition: SurveyDefinition) {
  const question = atlasOf(definition).question(address)?.question
  if (!question) return []
  const column = address.split('.').at(-1)
  const box =
    question.shape === 'single'
      ? question.box
      : (question.columns.find(({ code }) => code === column) ?? question.columns.find(({ code }) => code === ''))?.box
  return box?.kind === 'choice' || box?.kind === 'choices' ? box.options : []
}

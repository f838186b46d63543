import { remembered } from '../../../domain/remembered'
import type { Question, Section } from '../../../domain/survey/definition'
import type { Condition, Expression } from '../../../domain/survey/expression'

/** A rule that says what a column must add up to: what is added, what it is compared with, and how near is near enough. */
export interface Adding {
  readonly rule: string
  readonly pattern: string
  /** What is added to the column before it is compared. */
  readonly beside: readonly Expression[]
  readonly target: Expression
  readonly within: Expression
}

type Equal = Extract<Condition, { kind: 'equal' }>

/** The rules of a section that compare the sum of a column of this question with another figure. */
export const addingsOf = (question: Question, section: Section): readonly Adding[] => addingsIn(section)(question)

const addingsIn = remembered((section: Section) => remembered((question: Question) => findAddings(question, section)))

const findAddings = (question: Question, { rules }: Section): Adding[] =>
  rules.flatMap((rule) => {
    if ('platform' in rule) return []
    return (rule.each ?? ['@']).flatMap((at) =>
      equalsIn(rule.holds).flatMap((equal) => addingIn(equal, at, question, rule.code) ?? []),
    )
  })

/** Every comparison that must hold: those under "and", and after "if … then". */
function equalsIn(condition: Condition): Equal[] {
  if (condition.kind === 'equal') return [condition]
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(equalsIn) : []
}

function addingIn({ left, right, within }: Equal, at: string, { code }: Question, rule: string): Adding | undefined {
  const terms = left.kind === 'plus' ? left.terms : [left]
  const sum = terms.find((term) => term.kind === 'sum' && term.over.replace('@', at).startsWith(`${code}.`))
  if (sum?.kind !== 'sum') return undefined
  const beside = terms.filter((term) => term !== sum)
  return { rule, pattern: sum.over.replace('@', at), beside, target: right, within }
}

import { isNumeric } from '../kinds'
import { addressesIn } from './addresses'
import { indicatorFaults, indicatorUses } from './checkIndicators'
import { matches } from './cells'
import { questionsOf, type Question, type Rule, type SurveyDefinition } from './definition'
import type { Condition, Expression } from './expression'
import { atlasOf, placesOf, type Place } from './places'
import { isPrefillable } from './prefilled'

/** What is wrong with a definition that the types cannot see. Run over every survey when the app starts. */
export const faultsIn = (definition: SurveyDefinition): string[] => [
  ...repeatedCodes(definition),
  ...unknownAddresses(definition),
  ...cycles(definition),
  ...unreachable(definition),
  ...unfilled(definition),
  ...indicatorFaults(definition),
]

interface Use {
  readonly by: string
  readonly uses: readonly string[]
}

function repeatedCodes(definition: SurveyDefinition): string[] {
  const named = [
    ...definition.sections.map(({ code }) => `section '${code}'`),
    ...questionsOf(definition).map(({ code }) => `question '${code}'`),
    ...definition.sections.flatMap(({ rules }) => rules.map(({ code }) => `rule '${code}'`)),
    ...questionsOf(definition).flatMap((question) => partsOf(question)),
  ]
  return named.filter((each, at) => named.indexOf(each) !== at).map((each) => `two of them are ${each}`)
}

function partsOf(question: Question): string[] {
  const rows = question.shape === 'table' ? question.rows : []
  const columns = question.shape === 'single' ? [] : question.columns
  const boxes = question.shape === 'single' ? [question.box] : question.columns.map(({ box }) => box)
  const options = boxes.flatMap((box, at) =>
    box.kind === 'choice' || box.kind === 'choices' ? box.options.map(({ value }) => `option '${value}' (${at})`) : [],
  )
  return [
    ...rows.map(({ code }) => `row '${code}' of ${question.code}`),
    ...columns.map(({ code }) => `column '${code}' of ${question.code}`),
    ...options.map((option) => `${option} of ${question.code}`),
  ]
}

const everyPlace = (definition: SurveyDefinition): Place[] =>
  definition.sections.flatMap((section) =>
    section.questions.flatMap((question) => placesOf({ question, section }, question.shape === 'list' ? [1] : [])),
  )

function unknownAddresses(definition: SurveyDefinition): string[] {
  const known = everyPlace(definition).map(({ address }) => address)
  return usesIn(definition).flatMap(({ by, uses }) =>
    uses
      .filter((pattern) => !known.some((address) => matches(loose(pattern), address)))
      .map((pattern) => `${by} uses '${pattern}', which is nowhere`),
  )
}

/** In a rule told once for many places, `@` may be one part of an address or, at its start, two. */
const loose = (pattern: string): string => pattern.replace('@', '*')

function usesIn(definition: SurveyDefinition): Use[] {
  const questions = questionsOf(definition)
  return [
    ...definition.sections.flatMap(({ code, when }) =>
      when ? [{ by: `section ${code}`, uses: addressesIn(when) }] : [],
    ),
    ...definition.sections.flatMap(({ rules }) => rules.flatMap(ruleUses)),
    ...questions.flatMap((question) => questionUses(question)),
    ...indicatorUses(definition),
  ]
}

function ruleUses(rule: Rule): Use[] {
  if ('platform' in rule) {
    return rule.compared ? [{ by: `rule ${rule.code}`, uses: addressesIn(rule.compared.here) }] : []
  }
  const gaps = Object.values(rule.figures ?? {}).flatMap((said) => {
    if (said.kind === 'figure') return addressesIn(said.figure)
    if (said.kind === 'choice') return [said.address]
    return said.kind === 'case' ? said.cases.flatMap(({ when }) => addressesIn(when)) : []
  })
  const uses = [...addressesIn(rule.holds), ...gaps]
  const places = rule.each ?? ['']
  return places.map((at) => ({ by: `rule ${rule.code}`, uses: uses.map((address) => address.replace('@', at)) }))
}

function questionUses({ code, when, rowWhen, columnWhen, requiredWhen, upTo, figures }: Question): Use[] {
  const nodes: (Condition | Expression | undefined)[] = [
    when,
    rowWhen,
    requiredWhen?.holds,
    ...Object.values(columnWhen ?? {}),
    ...Object.values(upTo ?? {}).map(({ figure }) => figure),
    ...Object.values(figures ?? {}),
  ]
  const uses = nodes.flatMap((node) => (node ? addressesIn(node) : []))
  return [{ by: `question ${code}`, uses }]
}

/** Whether a question is asked, or what it comes to, may not depend on itself. */
function cycles(definition: SurveyDefinition): string[] {
  const needs = new Map(questionsOf(definition).map((question) => [question.code, neededBy(definition, question)]))
  return [...needs.keys()]
    .filter((code) => leadsTo(code, code, needs))
    .map((code) => `question ${code} depends on itself`)
}

function neededBy(definition: SurveyDefinition, question: Question): Set<string> {
  const section = atlasOf(definition).question(question.code)?.section
  const nodes = [question.when, question.rowWhen, section?.when, ...Object.values(question.figures ?? {})]
  return new Set(nodes.flatMap((node) => (node ? addressesIn(node) : [])).map((address) => address.split('.')[0] ?? ''))
}

function leadsTo(
  from: string,
  to: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
  seen = new Set<string>(),
): boolean {
  return [...(needs.get(from) ?? [])].some((next) => {
    if (next === to) return true
    if (seen.has(next)) return false
    seen.add(next)
    return leadsTo(next, to, needs, seen)
  })
}

/** A question that waits for an option nobody can choose will never be asked. */
function unreachable(definition: SurveyDefinition): string[] {
  const atlas = atlasOf(definition)
  return questionsOf(definition).flatMap(({ code, when }) =>
    choicesAwaited(when).flatMap(({ address, values }) => {
      const box = atlas.place(address)?.box
      const offered = box && 'options' in box ? box.options.map(({ value }) => value) : []
      return values.some((value) => offered.includes(value))
        ? []
        : [`question ${code} waits for a choice that ${address} does not offer`]
    }),
  )
}

function choicesAwaited(condition: Condition | undefined): { address: string; values: readonly string[] }[] {
  switch (condition?.kind) {
    case 'is':
      return [condition]
    case 'ticked':
      return [{ address: condition.address, values: condition.options }]
    case 'all':
      return condition.of.flatMap(choicesAwaited)
    default:
      return []
  }
}

/** Gaps in messages without a figure, calculated questions without a sum, prefilled ones the register cannot fill. */
function unfilled(definition: SurveyDefinition): string[] {
  const gaps = definition.sections.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      'platform' in rule
        ? []
        : [...rule.says.matchAll(/\{(\w+)\}/g)]
            .filter(([, name = '']) => !Object.hasOwn(rule.figures ?? {}, name))
            .map(([gap]) => `rule ${rule.code} leaves ${gap} unfilled`),
    ),
  )
  const questions = everyPlace(definition).flatMap(({ address, box, question, column, section }) => {
    if (question.answering === 'prefilled' && !isPrefillable(question.code)) return [`nothing fills in '${address}'`]
    const sums = question.answering === 'calculated' && isNumeric(box) && section.filledBy === undefined
    return sums && !question.figures?.[column] ? [`nothing says how '${address}' is calculated`] : []
  })
  return [...gaps, ...questions]
}

import { addressesIn } from './addresses'
import type { Address } from './cells'
import { explainedRule } from './explanations'
import type { PlatformCheck, Question, Rule, Section, SurveyDefinition } from './definition'

/** Which sections must be judged again when a question changes, by the question's code. */
type Reach = ReadonlyMap<string, ReadonlySet<string>>

const reaches = new WeakMap<SurveyDefinition, Reach>()

/** The sections whose progress some changes can touch: their own, and all whose routing, bounds or rules read them. */
export function sectionsTouched(definition: SurveyDefinition, addresses: readonly Address[]): string[] {
  const reach = reachOf(definition)
  const touched = new Set<string>()
  for (const address of addresses) {
    const explained = explainedRule(address)
    const sections = explained === undefined ? reach.get(codeOf(address)) : ownersOf(definition, explained)
    for (const section of sections ?? []) touched.add(section)
  }
  return [...touched]
}

const codeOf = (address: string): string => address.split('.')[0] ?? ''

const ownersOf = ({ sections }: SurveyDefinition, rule: string): string[] =>
  sections.filter(({ rules }) => rules.some(({ code }) => code === rule)).map(({ code }) => code)

function reachOf(definition: SurveyDefinition): Reach {
  const known = reaches.get(definition)
  if (known) return known
  const drawn = drawReach(definition)
  reaches.set(definition, drawn)
  return drawn
}

function drawReach(definition: SurveyDefinition): Reach {
  const reach = new Map<string, Set<string>>()
  const reads = readsOf(definition)
  for (const section of definition.sections) {
    const codes = judgesAll(section) ? reads.keys() : withRoots(readBy(section), reads)
    for (const code of codes) reach.set(code, (reach.get(code) ?? new Set()).add(section.code))
  }
  return reach
}

/** What each question reads: its own gates and sums, and the gate of its section. */
const readsOf = ({ sections }: SurveyDefinition): Map<string, string[]> =>
  new Map(
    sections.flatMap(({ questions, when }) =>
      questions.map((question) => {
        const gate = when ? addressesIn(when) : []
        return [question.code, [...gate, ...addressesOfQuestion(question)].map(codeOf)] as const
      }),
    ),
  )

const WHOLE_RETURN = new Set<PlatformCheck>(['core_collected', 'enough_collected', 'columns_differ'])

/** Whether a section has rules about the whole return. */
const judgesAll = ({ rules }: Section): boolean =>
  rules.some((rule) => 'platform' in rule && WHOLE_RETURN.has(rule.platform))

/** The questions a section reads: its own, and those its gates, bounds and rules name. */
const readBy = ({ questions, rules, when }: Section): string[] =>
  [
    ...questions.map(({ code }) => code),
    ...(when ? addressesIn(when) : []),
    ...questions.flatMap(addressesOfQuestion),
    ...rules.flatMap(addressesOfRule),
  ].map(codeOf)

const addressesOfQuestion = ({ when, rowWhen, columnWhen, requiredWhen, upTo, figures }: Question): string[] =>
  [
    ...[when, rowWhen, requiredWhen?.holds, ...Object.values(columnWhen ?? {})].filter((each) => each !== undefined),
    ...Object.values(upTo ?? {}).map(({ figure }) => figure),
    ...Object.values(figures ?? {}),
  ].flatMap(addressesIn)

function addressesOfRule(rule: Rule): string[] {
  if ('platform' in rule) return [...(rule.about ?? [])]
  const places = rule.each ?? ['']
  return places.flatMap((at) => addressesIn(rule.holds).map((address) => address.replace('@', at)))
}

/** What is read through a calculated question, or through the gate of another, is read too. */
function withRoots(codes: readonly string[], reads: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>()
  const waiting = [...codes]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (found.has(code)) continue
    found.add(code)
    waiting.push(...(reads.get(code) ?? []))
  }
  return found
}

import type { Address } from '../../../domain/survey/cells'
import type { Question, Section } from '../../../domain/survey/definition'
import { explanationAddress, explanationFor } from '../../../domain/survey/explanations'
import type { SectionCheck } from '../../../domain/survey/progress'
import type { Broken } from '../../../domain/survey/rules'
import { remembered } from '../../../domain/remembered'
import type { Filling } from './filling'

export type Flag = 'cannot' | 'explain'

/** A rule that does not hold, as it stands beside its question. */
export interface RuleView {
  readonly code: string
  readonly id: string
  readonly mark: 'cannot' | 'explain' | 'explained'
  /** What it says of itself, before its message. */
  readonly word: string
  readonly says: readonly string[]
  /** The explanation as it was given. */
  readonly given: string | undefined
  /** What leads to its box: to explain it, or to change what is wrong. */
  readonly go: string
  /** The box for its explanation; a rule that must hold has none. */
  readonly box: ExplanationBox | undefined
}

export interface ExplanationBox {
  readonly id: string
  readonly name: string
  readonly label: string
  /** What is to be explained, for those who do not see where it stands; undefined where its label says it. */
  readonly about: string | undefined
  readonly value: string
  readonly problem: string | undefined
  /** An explanation given for other figures than these. */
  readonly before: string | undefined
}

const standings = {
  none: { mark: 'explain', word: 'Please explain' },
  live: { mark: 'explained', word: 'Explained' },
  stale: { mark: 'explain', word: 'The figures have changed since this was explained' },
} as const

const told = {
  hard: { mark: 'cannot', word: 'This cannot be so', go: 'Put right' },
  reminder: { mark: 'explained', word: 'To note', go: 'Look' },
} as const

/** The rules that do not hold and whose first box of this section is in one of these questions. */
export const rulesBeside = (questions: readonly Question[], filling: Filling): RuleView[] =>
  filling.check.broken
    .filter((broken) => questions.some(({ code }) => code === questionBeside(broken)))
    .map((broken) => ruleView(broken, filling))

/** What must be put right or explained in a section, each with where it stands: the head of the page lists them. */
export const rulesOpen = (filling: Filling): { readonly text: string; readonly href: string }[] =>
  filling.check.broken
    .filter(
      (broken) =>
        broken.rule.level === 'hard' ||
        (broken.rule.level === 'soft' && explanationFor(broken, filling.sheet.cells).kind !== 'live'),
    )
    .map((broken) => {
      const code = questionBeside(broken)
      const label = filling.section.questions.find((question) => question.code === code)?.label ?? filling.section.title
      const word = broken.rule.level === 'hard' ? 'To put right' : 'To explain'
      return { text: `${word}: ${label}`, href: `#rule-${broken.rule.code}` }
    })

/** The rules that do not hold and belong to no question of this section. */
export const rulesOfSection = (filling: Filling): RuleView[] =>
  filling.check.broken
    .filter((broken) => questionBeside(broken) === undefined)
    .map((broken) => ruleView(broken, filling))

const questionBeside = remembered(({ findings, section }: Broken): string | undefined => {
  const own = codesIn(section)
  for (const { addresses } of findings) {
    const code = addresses.map(questionCode).find((each) => own.has(each))
    if (code !== undefined) return code
  }
  return undefined
})

const codesIn = remembered(({ questions }: Section): ReadonlySet<string> => new Set(questions.map(({ code }) => code)))

const questionCode = (address: Address): string => address.split('.')[0] ?? ''

/** How one broken rule is told, with what has been said about it. */
export function ruleView(broken: Broken, { sheet, typed, problems }: Filling): RuleView {
  const { code, level } = broken.rule
  const explanation = explanationFor(broken, sheet.cells)
  const name = explanationAddress(code)
  const sent = lastSent(typed[name])
  const box = {
    id: `explain-${code}`,
    name,
    label: 'Why is this right?',
    about: firstSaid(broken),
    value: sent ?? (explanation.kind === 'live' ? explanation.comment : ''),
    problem: problems.find(({ address }) => address === name)?.says,
    before: explanation.kind === 'stale' ? explanation.comment : undefined,
  }
  return {
    code,
    id: `rule-${code}`,
    ...(level === 'soft'
      ? { ...standings[explanation.kind], go: explanation.kind === 'live' ? 'Change' : 'Explain' }
      : told[level]),
    says: [...new Set(broken.findings.map(({ says }) => says))],
    given: explanation.kind === 'none' ? undefined : explanation.comment,
    box: level === 'soft' ? box : undefined,
  }
}

const firstSaid = ({ findings, rule }: Broken): string => findings[0]?.says ?? rule.code

const lastSent = (sent: unknown): string | undefined => {
  const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent
  return typeof last === 'string' ? last : undefined
}

/** Beyond so many boxes a rule is about the whole table, and its message says enough. */
const FEW = 6

/** The rules that single boxes out, by the boxes. */
const singledOut = remembered(({ broken }: SectionCheck): ReadonlyMap<Address, readonly Broken[]> => {
  const naming = new Map<Address, Broken[]>()
  for (const each of broken) {
    const few = each.findings.filter(({ addresses }) => addresses.length <= FEW)
    for (const address of new Set(few.flatMap(({ addresses }) => addresses))) {
      naming.set(address, [...(naming.get(address) ?? []), each])
    }
  }
  return naming
})

/** Whether a rule singles this box out. */
export function flagAt(address: Address, { check, sheet }: Filling): Flag | undefined {
  const naming = singledOut(check).get(address) ?? []
  if (naming.some(({ rule }) => rule.level === 'hard')) return 'cannot'
  const soft = naming.filter(({ rule }) => rule.level === 'soft')
  return soft.some((broken) => explanationFor(broken, sheet.cells).kind !== 'live') ? 'explain' : undefined
}

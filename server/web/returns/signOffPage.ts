import type { OwnReturn } from '../../db/foundReturn'
import type { Person } from '../../db/people'
import { momentInWords } from '../../domain/collections/calendar'
import { format } from '../../domain/kinds'
import { AUTHORISED, declarationOf, hasWarnings } from '../../domain/returns/declaration'
import { questionMeaning, type Meaning } from '../../domain/survey/definition'
import { explanationAddress } from '../../domain/survey/explanations'
import { atlasOf } from '../../domain/survey/places'
import { checkReturn, checkSection } from '../../domain/survey/progress'
import type { Problem, Typed } from '../../domain/survey/readSection'
import { figureAt } from '../../domain/survey/reckoning'
import type { Sheet } from '../../domain/survey/sheet'
import { headlinesOf, type Headline } from '../../surveys/headlines'
import type { Names } from './answerWords'
import { mayDo } from './nextStep'
import { closingWords } from './openWords'
import { blocksOf, type Block } from './section/blocks'
import { ruleView, type ExplanationBox, type RuleView } from './section/ruleViews'
import { pageProblem, type PageProblem } from './section/sectionPage'
import { statusWords } from './tasksPage'
import { uncollectedIn, type Uncollected } from './uncollected'

/** What a director reads in five minutes, and signs. */
export interface SignOffPage {
  readonly title: string
  readonly caption: string
  readonly problems: readonly PageProblem[]
  readonly closes: string
  readonly sent: string | undefined
  /** Why it cannot be signed now; undefined where it can. */
  readonly shut: string | undefined
  readonly headlines: readonly HeadlineView[]
  readonly explained: readonly RuleView[]
  readonly uncollected: readonly Uncollected[]
  readonly blocks: readonly Block[]
  /** For the only person of a small provider. */
  readonly authorised:
    { readonly name: string; readonly isTicked: boolean; readonly problem: string | undefined } | undefined
  readonly foreign: ExplanationBox | undefined
  readonly submit: string
  readonly refuse: string
  readonly note: { readonly value: string; readonly problem: string | undefined }
  readonly check: string
}

export interface HeadlineView {
  readonly label: string
  readonly now: string
  readonly isNothing: boolean
  readonly then: string | undefined
}

interface Signing {
  readonly sheet: Sheet
  readonly person: Person
  readonly names: Names
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

export function signOffPage(found: OwnReturn, signing: Signing): SignOffPage {
  const { sheet, typed, problems } = signing
  const at = (path: string) => `/returns/${found.id}/${path}`
  const says = (address: string) => problems.find((problem) => problem.address === address)?.says
  return {
    title: 'Read and sign',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    problems: problems.map(pageProblem),
    closes: closingWords(found, sheet.definition),
    sent: found.requestedAt ? `Sent to you at ${momentInWords(found.requestedAt)}.` : undefined,
    shut: mayDo('submit', found, sheet)
      ? undefined
      : `There is nothing to sign now. State of the return: ${statusWords(found)}.`,
    headlines: headlinesOf(sheet.definition.code).map((headline) => headlineView(headline, sheet)),
    explained: explainedIn(found, signing),
    uncollected: uncollectedIn(sheet),
    blocks: declarationBlocks(found, signing),
    authorised: found.alone
      ? { name: AUTHORISED, isTicked: typed[AUTHORISED] === 'yes', problem: says(AUTHORISED) }
      : undefined,
    foreign: foreignBox(signing),
    submit: at('submission'),
    refuse: at('signature-request/refusal'),
    note: { value: typeof typed.note === 'string' ? typed.note : '', problem: says('note') },
    check: at('check'),
  }
}

function headlineView({ address, label }: Headline, sheet: Sheet): HeadlineView {
  const place = atlasOf(sheet.definition).place(address)
  const figure = figureAt(address, sheet)
  const before = sheet.register.lastTime?.[address]
  const isUncollected = sheet.cells[address]?.state === 'not_collected'
  return {
    label,
    now: place && figure !== undefined ? format(place.box, figure) : isUncollected ? 'Not collected' : 'Not given',
    isNothing: figure === undefined,
    then: place && before?.state === 'value' ? `Last time: ${format(place.box, before.value)}` : undefined,
  }
}

/** Every rule that had to be explained, with what was said. */
const explainedIn = (found: OwnReturn, { sheet, names }: Signing): RuleView[] =>
  checkReturn(sheet).flatMap((check) =>
    check.broken
      .filter(({ rule }) => rule.level === 'soft')
      .map((broken) =>
        ruleView(broken, { found, section: check.section, sheet, check, names, typed: {}, problems: [] }),
      ),
  )

function declarationBlocks(found: OwnReturn, { sheet, person, names, typed, problems }: Signing): Block[] {
  const section = declarationOf(sheet.definition)
  if (!section) return []
  const check = { ...checkSection(section, sheet), broken: [] }
  const coded = (meaning: Meaning) => questionMeaning(sheet.definition, meaning)?.code ?? ''
  const known: Typed = { [coded('signatory_name')]: person.name, [coded('signatory_email')]: person.email }
  const blocks = blocksOf({ found, section, sheet, check, names, problems, typed: { ...known, ...typed } })
  return blocks.filter(({ kind, id }) => kind === 'single' && (id !== coded('warnings_read') || hasWarnings(sheet)))
}

/** Rule Q03: asked only once an address outside the organisation's domains was given. */
function foreignBox({ sheet, typed, problems }: Signing): ExplanationBox | undefined {
  const rule = declarationOf(sheet.definition)?.rules.find(
    (each) => 'platform' in each && each.platform === 'signatory_domain',
  )
  if (!rule) return undefined
  const name = explanationAddress(rule.code)
  const problem = problems.find(({ address }) => address === name)?.says
  const value = typeof typed[name] === 'string' ? typed[name] : ''
  if (problem === undefined && value === '') return undefined
  return {
    id: `explain-${rule.code}`,
    name,
    label: 'Why is this e-mail address right?',
    value,
    problem,
    before: undefined,
  }
}

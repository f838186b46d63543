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
import type { Names } from '../../domain/reading/cellInWords'
import type { Uncollected } from '../../domain/reading/uncollected'
import { mayDo } from './nextStep'
import { closingWords } from './openWords'
import { blocksOf, type Block } from './section/blocks'
import { ruleView, type ExplanationBox, type RuleView } from './section/ruleViews'
import { pageProblem, type PageProblem } from './section/sectionPage'
import { statusWords } from './tasksPage'
import type { Drafted } from './together'
import { uncollectedIn } from './uncollected'

/** What a director reads in five minutes, and signs. */
export interface SignOffPage {
  readonly title: string
  readonly caption: string
  readonly problems: readonly PageProblem[]
  readonly closes: string
  readonly sent: string | undefined
  /** Why it cannot be signed now; undefined where it can. */
  readonly shut: string | undefined
  /** What is signed: this return, and another where both are signed together. */
  readonly parts: readonly SignedPart[]
  /** Leads to signing both, or back to signing one. */
  readonly together: { readonly says: string; readonly text: string; readonly href: string } | undefined
  /** The other return, where both are signed together. */
  readonly both: string | undefined
  readonly button: string
  /** For the only person of a small provider. */
  readonly authorised:
    { readonly name: string; readonly isTicked: boolean; readonly problem: string | undefined } | undefined
  readonly foreign: ExplanationBox | undefined
  readonly submit: string
  /** Sends it back; where both are signed together, each is sent back from its own page. */
  readonly refuse: string | undefined
  readonly note: { readonly value: string; readonly problem: string | undefined }
  readonly check: string
}

/** What is signed of one return. */
export interface SignedPart {
  /** What it is called, where there are two. */
  readonly title: string | undefined
  readonly headlines: readonly HeadlineView[]
  readonly explained: readonly RuleView[]
  readonly uncollected: readonly Uncollected[]
  readonly essentialOnly: boolean
  readonly blocks: readonly Block[]
}

export interface HeadlineView {
  readonly label: string
  readonly now: string
  readonly isNothing: boolean
  readonly then: string | undefined
}

interface Signing {
  readonly sheet: Sheet
  /** Another return that waits for the same signature. */
  readonly also: Drafted | undefined
  /** Whether it is signed together with that. */
  readonly isBoth: boolean
  readonly person: Person
  readonly names: Names
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

/** What a signatory reads before signing: the return in short, what was explained, and the declaration. */
export function signOffPage(found: OwnReturn, signing: Signing): SignOffPage {
  const { sheet, also, typed, problems } = signing
  const both = signing.isBoth ? also : undefined
  const at = (path: string) => `/returns/${found.id}/${path}`
  const says = (address: string) => problems.find((problem) => problem.address === address)?.says
  return {
    title: 'Read and sign',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    problems: summaryOf(problems),
    closes: closingWords(found, sheet.definition),
    sent: found.requestedAt ? `Sent to you at ${momentInWords(found.requestedAt)}.` : undefined,
    shut: mayDo('submit', found, sheet)
      ? undefined
      : `There is nothing to sign now. State of the return: ${statusWords(found)}.`,
    parts: [{ found, sheet }, ...(both ? [both] : [])].map((drafted) => partOf(drafted, signing)),
    together: togetherWords(found, signing),
    both: both?.found.id,
    button: both ? 'Sign and submit both' : 'Sign and submit',
    authorised: found.alone
      ? { name: AUTHORISED, isTicked: typed[AUTHORISED] === 'yes', problem: says(AUTHORISED) }
      : undefined,
    foreign: foreignBox(signing),
    submit: at('submission'),
    refuse: both ? undefined : at('signature-request/refusal'),
    note: { value: typeof typed.note === 'string' ? typed.note : '', problem: says('note') },
    check: at('check'),
  }
}

/** One rule about both returns is told once. */
const summaryOf = (problems: readonly Problem[]): PageProblem[] =>
  problems.filter(({ address }, at) => problems.findIndex((each) => each.address === address) === at).map(pageProblem)

const partOf = ({ found, sheet }: Drafted, signing: Signing): SignedPart => ({
  title: signing.isBoth ? found.collection.title : undefined,
  headlines: headlinesOf(sheet.definition.code).map((headline) => headlineView(headline, sheet)),
  explained: explainedIn({ found, sheet }, signing),
  uncollected: uncollectedIn(sheet),
  essentialOnly: found.essentialOnly,
  blocks: declarationBlocks({ found, sheet }, signing),
})

function togetherWords({ id }: OwnReturn, { also, isBoth }: Signing): SignOffPage['together'] {
  if (!also) return undefined
  const { title } = also.found.collection
  const page = `/returns/${id}/sign-off`
  return isBoth
    ? { says: 'You are signing two returns. Each has its own declaration.', text: 'Sign only this one', href: page }
    : {
        says: `“${title}” waits for your signature too.`,
        text: 'Read and sign both together',
        href: `${page}?both=${also.found.id}`,
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
const explainedIn = ({ found, sheet }: Drafted, { names }: Signing): RuleView[] =>
  checkReturn(sheet).flatMap((check) =>
    check.broken
      .filter(({ rule }) => rule.level === 'soft')
      .map((broken) =>
        ruleView(broken, { found, section: check.section, sheet, check, names, typed: {}, problems: [] }),
      ),
  )

function declarationBlocks({ found, sheet }: Drafted, { person, names, typed, problems }: Signing): Block[] {
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
    about: undefined,
    value,
    problem,
    before: undefined,
  }
}

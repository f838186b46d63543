import type { Value } from '../kinds'
import type { Via } from '../returns/via'
import type { Address, Reason } from '../survey/cells'
import type { Question, Section, SurveyDefinition } from '../survey/definition'
import { explainedRule } from '../survey/explanations'
import { entriesIn, placesOf, type Place } from '../survey/places'
import { sheetOf } from '../survey/routing'
import type { Sheet } from '../survey/sheet'
import type { Exported } from './exported'

/** What a submission says at one address. Not asked, not answered, not collected and zero are four different things. */
export type Said =
  | { readonly state: 'value'; readonly value: Value }
  | { readonly state: 'not_collected'; readonly reason: Reason }
  /** `none`: there are none, so it counts as 0. `not_asked`: for another reason, so it is missing. */
  | { readonly state: 'not_applicable'; readonly reason: 'none' | 'not_asked' }
  | { readonly state: 'unanswered' }

/** One address of a submission, and how what stands there came. */
export interface Answer {
  readonly address: Address
  readonly section: string
  readonly said: Said
  /** Why it is right although it looked odd, with the code of the rule that asked: "B07: we closed a team". */
  readonly explanation: string
  /** `declaration`: given when the return was signed. */
  readonly route: Via | 'prefilled' | 'calculated' | 'declaration' | ''
}

/** Everything a submission says: every address of its survey, or of some sections, in reading order; then the explanations. */
export function answersOf(exported: Exported, definition: SurveyDefinition, within = definition.sections): Answer[] {
  const { cells, organisation, routes } = exported
  const sheet = sheetOf(definition, { organisation }, cells)
  const explanations = explanationsByAddress(exported)
  const answerAt = ({ address, question, section, ...place }: Located): Answer => ({
    address,
    section: section.code,
    said: saidAt({ address, question, section, ...place }, sheet, exported),
    explanation: explanations.get(address) ?? '',
    route: cells[address] === undefined ? '' : routeOf(question, section, routes[address]),
  })
  const asked = within.flatMap((section) =>
    section.questions.flatMap((question) => placesSaid(question, section, exported).map(answerAt)),
  )
  return [...asked, ...explanationAnswers(exported, definition)]
}

type Located = Pick<Place, 'address' | 'question' | 'section'> & Partial<Pick<Place, 'row' | 'column'>>

/** A list is told as a whole at its own address: where nothing stands in it, or that it is not collected. */
function placesSaid(question: Question, section: Section, { cells }: Exported): readonly Located[] {
  const places = placesOf({ question, section }, entriesIn(question, cells))
  const isTold = question.shape === 'list' && (places.length === 0 || cells[question.code] !== undefined)
  return isTold ? [{ address: question.code, question, section }, ...places] : places
}

/** Ink is read as it was written: what the register says today of the organisation does not change it. */
function saidAt(place: Located, sheet: Sheet, { cells }: Exported): Said {
  const cell = cells[place.address]
  if (cell) return cell.state === 'value' ? { state: 'value', value: cell.value } : cell
  const standing = sheet.standing(place)
  if (standing === 'none' || standing === 'not_asked') return { state: 'not_applicable', reason: standing }
  return { state: 'unanswered' }
}

function routeOf({ answering }: Question, { filledBy }: Section, via: Via | undefined): Answer['route'] {
  if (answering === 'prefilled' || answering === 'calculated') return answering
  return via ?? (filledBy === 'signatory' ? 'declaration' : '')
}

/** Which explanations are about which addresses: each says of what figures it was given. */
function explanationsByAddress({ cells }: Exported): Map<Address, string> {
  const found = new Map<Address, string[]>()
  for (const [key, cell] of Object.entries(cells)) {
    const rule = explainedRule(key)
    if (rule === undefined || cell.state !== 'value') continue
    const words = `${rule}: ${String(cell.value)}`
    for (const address of addressesExplained(cell.of ?? '')) {
      found.set(address, [...(found.get(address) ?? []), words])
    }
  }
  return new Map([...found].map(([address, words]) => [address, words.join(' | ')]))
}

/** "sw_emp_in.hc=41;sw_emp_out.hc=0" */
const addressesExplained = (of: string): string[] => [
  ...new Set(of.split(';').flatMap((part) => (part.includes('=') ? [part.slice(0, part.indexOf('='))] : []))),
]

function explanationAnswers({ cells, routes }: Exported, definition: SurveyDefinition): Answer[] {
  return Object.entries(cells).flatMap(([address, cell]): Answer[] => {
    const rule = explainedRule(address)
    if (rule === undefined || cell.state !== 'value') return []
    const section = definition.sections.find(({ rules }) => rules.some(({ code }) => code === rule))?.code ?? ''
    const said: Said = { state: 'value', value: cell.value }
    return [{ address, section, said, explanation: '', route: routes[address] ?? '' }]
  })
}

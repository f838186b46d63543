import type { FoundReturn, OwnReturn } from '../../../db/foundReturn'
import type { Address } from '../../../domain/survey/cells'
import { isEntered } from '../../../domain/survey/definition'
import { explanationFor } from '../../../domain/survey/explanations'
import { atlasOf } from '../../../domain/survey/places'
import { figureAt } from '../../../domain/survey/reckoning'
import type { Broken } from '../../../domain/survey/rules'
import { format } from '../../../domain/kinds'
import { cellInWords } from '../../../domain/reading/cellInWords'
import { placeLabel } from '../../../domain/reading/labels'
import { savedState, type StateLine } from '../stateWords'
import { assignedIn, pathOf, type Filling } from './filling'
import { ruleView, type RuleView } from './ruleViews'

/** The whole page that asks for explanations as soon as a section has been saved. */
export interface InterruptionPage {
  readonly title: string
  readonly caption: string
  readonly state: readonly StateLine[]
  readonly action: string
  readonly version: number
  readonly then: string | undefined
  readonly asked: readonly Interruption[]
  /** Where "Explain later" leads. */
  readonly later: string
}

export interface Interruption {
  readonly rule: RuleView
  readonly figures: readonly Figure[]
}

/** One of the figures a rule is about. */
export interface Figure {
  readonly label: string
  readonly value: string
  readonly from: string
  readonly change: string | undefined
}

/** The soft rules of a section that nobody has explained as the figures now are. */
export const unexplained = ({ check, sheet }: Pick<Filling, 'check' | 'sheet'>): Broken[] =>
  check.broken
    .filter(({ rule }) => rule.level === 'soft')
    .filter((each) => explanationFor(each, sheet.cells).kind !== 'live')

/** Beyond so many figures, the message says enough. */
const FEW = 6

/** What wants a second look before a section counts as finished: each warning, with a box for the explanation. */
export function interruptionPage(
  found: FoundReturn | OwnReturn,
  filling: Filling,
  { then, later }: { readonly then: string | undefined; readonly later: string },
): InterruptionPage {
  const { section, staffRole } = filling
  const asked = unexplained(filling)
  return {
    title: asked.length === 1 ? 'One thing looks unusual' : `${asked.length} things look unusual`,
    caption: `Section ${section.code.toUpperCase()}, ${section.title}`,
    state: [savedState(found)],
    action: `${pathOf(found, staffRole)}/sections/${section.code}`,
    version: found.version,
    then,
    asked: asked.map((broken) => ({ rule: ruleView(broken, filling), figures: figuresOf(broken, found, filling) })),
    later,
  }
}

function figuresOf({ findings }: Broken, found: FoundReturn | OwnReturn, filling: Filling): Figure[] {
  const addresses = [...new Set(findings.flatMap((finding) => finding.addresses))]
  const figures = addresses.flatMap((address) => figureOn(address, found, filling) ?? [])
  return figures.length > FEW ? [] : figures
}

/** A figure of the return; those of sections somebody was not given are not theirs to see. */
function figureOn(address: Address, found: FoundReturn | OwnReturn, filling: Filling): Figure | undefined {
  const { sheet, names, staffRole } = filling
  const place = atlasOf(sheet.definition).place(address)
  if (!place || !(assignedIn(found)?.includes(place.section.code) ?? true)) return undefined
  const figure = figureAt(address, sheet)
  const said = cellInWords(place.box, sheet.cells[address], names)
  const letter = place.section.code.toUpperCase()
  return {
    label: placeLabel(place),
    value: said ?? (figure === undefined ? 'Not answered' : format(place.box, figure)),
    from: isEntered(place.question)
      ? `Section ${letter}, ${place.section.title}`
      : originWords(place.question.answering, letter),
    change: isEntered(place.question)
      ? `${pathOf(found, staffRole)}/sections/${place.section.code}#${address}`
      : undefined,
  }
}

const originWords = (answering: string, letter: string): string =>
  answering === 'prefilled' ? `What we hold about you, section ${letter}` : `Worked out in section ${letter}`

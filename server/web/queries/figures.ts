import type { Query } from '../../db/queries'
import { figureWords } from '../../domain/queries/aboutFigure'
import { labelAt } from '../../domain/reading/labels'
import { sameCell } from '../../domain/survey/cells'
import { isEntered } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import type { Known } from './known'

/** One figure beside another: as it was submitted, as it stands now, last time. */
export interface FigureLine {
  readonly label: string
  readonly text: string
}

/** The figures a question is about, then and now. */
export function figuresOf({ address, figures }: Pick<Query, 'address' | 'figures'>, known: Known): FigureLine[] {
  const { definition, now, lastTime } = known
  const addresses = Object.keys(figures).filter((each) => each === address || !each.endsWith('.org'))
  const single = addresses.length <= 1
  const submitted = addresses.map((each) => ({
    label: single ? 'Submitted' : `Submitted: ${labelAt(each, definition)}`,
    text: figureWords(each, figures[each], known),
  }))
  const entered = isEnteredAt(address, known)
  const hasMoved = entered && figures[address] !== undefined && !sameCell(figures[address], now[address])
  return [
    ...submitted.slice(0, MOST),
    ...(hasMoved ? [{ label: 'Now, not signed yet', text: figureWords(address, now[address], known) }] : []),
    ...(lastTime[address] ? [{ label: 'Last time', text: figureWords(address, lastTime[address], known) }] : []),
  ]
}

/** More figures than so many say less than the question does. */
const MOST = 4

function isEnteredAt(address: string, { definition }: Known): boolean {
  const question = atlasOf(definition).place(address)?.question
  return question !== undefined && isEntered(question)
}

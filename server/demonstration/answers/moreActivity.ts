import type { Cells } from '../../domain/survey/cells'
import type { Chance } from '../chance'
import { answer, joined, missing } from './cellsSaid'

/** How many of each a whole-time social worker does in a year, at most. */
const yearly = { act_carers: 6, act_reviews: 24, act_s117_reviews: 14, act_safeguarding: 5, act_tribunal: 5 }

/** The rest of what social workers do, where an employer fills in what it need not. */
export const moreActivity = (wte: number, chance: Chance): Cells =>
  joined(
    Object.entries(yearly).map(([address, most]) =>
      chance.happens(0.7)
        ? answer(address, Math.round(wte * most * chance.fraction()))
        : missing(address, 'not_extractable'),
    ),
  )

import { labelAt } from '../../../domain/reading/labels'
import { unchangedSince } from '../../../domain/survey/lastTime'
import { counted } from '../../../domain/reading/counted'
import type { Filling } from './filling'
import type { RuleView } from './ruleViews'

/** So many figures are named; of more only how many there are. */
const NAMED = 6

/** A note that figures are to the last digit what they were last time: often they were only copied. */
export function unchangedNote({ section, sheet }: Filling): RuleView[] {
  const places = unchangedSince(section, sheet)
  if (places.length === 0) return []
  const have = counted(places.length, 'figure has', 'figures have')
  const names = places.map(({ address }) => labelAt(address, sheet.definition))
  const named = places.length <= NAMED ? ` ${names.join('; ')}.` : ''
  return [
    {
      code: 'unchanged',
      id: 'rule-unchanged',
      mark: 'explained',
      word: 'To note',
      says: [`${have} not changed since last time. Please check that this is right.${named}`],
      given: undefined,
      go: 'Look',
      box: undefined,
    },
  ]
}

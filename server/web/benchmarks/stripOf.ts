import { countsOrganisations } from '../../domain/benchmarks/countsOrganisations'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { valueOf } from '../../domain/benchmarks/reasonsInWords'
import { liesFarFromNought, spreadOf } from '../../domain/benchmarks/statistics'
import { ownWritten, shown, tickWritten } from '../../domain/benchmarks/written'
import { barChart } from '../charts/bar'
import type { Element } from '../charts/element'
import { isEmpty, strip } from '../charts/strip'
import type { Compared } from './compared'
import type { Own } from './ownWords'
import { othersWords, stripWords } from './placed'
import type { Seen } from './seen'

/** Who the reader's mark stands for: "You" on the page, the organisation's name in a file. */
interface Drawn {
  readonly own: Own
  readonly compared: Compared
  readonly who: string
}

/** The drawing of one indicator; nothing where there is nothing to draw. Only what is published and what is the reader's own goes in. */
export function drawingOf(indicator: Indicator, { own, compared, who }: Drawn, seen: Seen): Element | undefined {
  const { figure, group } = compared
  const told = { id: `chart-${indicator.code}`, name: indicator.label }
  if (countsOrganisations(indicator)) {
    const share = figure && valueOf(figure.pooled)
    if (share === undefined) return undefined
    const words = othersWords(indicator, compared)
    return barChart({ ...told, description: `${words}. ${who}: ${own.text}.`, share, words })
  }
  const part = {
    medianWords: figure && 'value' in figure.median ? `Median ${shown(indicator, 'median', figure.median)}` : undefined,
    spread: spreadOf(indicator, figure),
    own: own.value === undefined ? undefined : { value: own.value, words: `${who} ${own.text}` },
    others: compared.withheld === undefined ? othersIn(indicator, group, seen) : [],
  }
  if (isEmpty(part) || compared.withheld !== undefined) return undefined
  return strip({
    ...told,
    ...part,
    mayStartLater: liesFarFromNought(indicator),
    description: stripWords(indicator, own, compared),
    tickWords: (value) => tickWritten(indicator, value),
  })
}

const othersIn = (indicator: Indicator, group: string, seen: Seen) =>
  seen
    .others(indicator.code, group)
    .map(({ name, value }) => ({ value, words: `${name} ${ownWritten(indicator, value)}` }))

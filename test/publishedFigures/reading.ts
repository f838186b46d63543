import { groupsIn } from '../../server/domain/benchmarks/breakdown'
import { statistics, statisticsOf } from '../../server/domain/benchmarks/statistics'
import type { Statistic } from '../../server/domain/benchmarks/written'
import { indicatorPart } from '../../server/web/figures/indicatorPart'
import type { Released } from '../../server/web/figures/released'

/** A figure as it was reckoned, and as the page of results shows it. */
export interface Read {
  readonly value: number | undefined
  readonly text: string
  /** What was reckoned, where that is more than one figure. */
  readonly several?: string
}

export type Reader = (indicator: string, statistic: Statistic, group?: string) => Read

/** Reads figures of a release as the page of results has them: of trusts, unless another group is asked for. */
export const readerOf =
  (released: Released): Reader =>
  (code, statistic, group = 'type:nhs_trust') => {
    const indicator = released.definition.indicators.find((each) => each.code === code)
    if (!indicator) throw new Error(`There is no indicator ${code}`)
    const told = released.book.at(code, group)
    const figure = told?.[statistic]
    const rows = indicatorPart(indicator, 'type', released)?.rows ?? []
    const there = groupsIn('type', indicator.organisations).filter((each) => released.book.at(code, each))
    const cell = rows[there.indexOf(group)]?.cells.find(({ label }) => label === statistics[statistic])
    if (!statisticsOf(indicator).includes(statistic)) throw new Error(`${code} has no ${statistic}`)
    return { value: figure && 'value' in figure ? figure.value : undefined, text: cell?.text ?? 'not on the page' }
  }

/** Of how many organisations a figure is told, as the page says it: "55 of 55". */
export function coverageOf(released: Released, code: string): Read {
  const indicator = released.definition.indicators.find((each) => each.code === code)
  const row = indicator && indicatorPart(indicator, 'type', released)?.rows.at(-1)
  return { value: released.book.at(code, 'type:nhs_trust')?.organisations, text: row?.coverage ?? 'not on the page' }
}

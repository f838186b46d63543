import { valueCell, type Cells } from '../../domain/survey/cells'
import { joined } from '../answers/cellsSaid'
import { mhsw2019 } from '../../surveys/mhsw2019'
import { bySection } from './plannedSaves'

/** The sections Thornmere has worked on: F in part, H with somebody missing, K and those after it not yet. */
const begun = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

/** What its contributor has still to answer in section F. */
const leftInF = /^(amhp_flow\.|dq_f_confidence)/

/** Figures that ask for an explanation, in hours, WTE and people. */
const odd = {
  sw_fte_standard_hours: 37,
  est_wte: 33.4,
  'asye_supported.current.hc': 5,
  'asye_supported.completed_y12.hc': 3,
}

/** Rules that ask about them, and have been answered: the other two wait. */
export const explainedAtThornmere: readonly string[] = ['B13']

/** One person of 0.80 WTE is in no age band. */
function onePersonMissing(cells: Cells): Cells {
  const [hc, wte] = ['demo_age.a45_49.hc', 'demo_age.a45_49.wte']
  const less = (address: string, by: number) => {
    const cell = cells[address]
    return valueCell(cell?.state === 'value' ? Math.round((Number(cell.value) - by) * 100) / 100 : 0)
  }
  return { ...cells, [hc]: less(hc, 1), [wte]: less(wte, 0.8) }
}

/** As far as Thornmere Partnership NHS Trust has come: what the pages of help show. */
export function thornmereSoFar(cells: Cells): Cells {
  const sections = bySection(cells, mhsw2019)
  const kept = joined(begun.map((code) => sections.get(code) ?? {}))
  const left = Object.entries(kept).filter(([address]) => !leftInF.test(address))
  const oddly = Object.entries(odd).map(([address, figure]) => [address, valueCell(figure)] as const)
  return onePersonMissing(Object.fromEntries([...left, ...oddly]))
}

import { questionsOf, type Question } from '../../server/domain/survey/definition'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { mhsw2022 } from '../../server/surveys/mhsw2022'
import type { Given, RuleCase } from './ruleCase'
import { rulesAtoG } from './rulesAtoG'
import { rulesHtoO } from './rulesHtoO'

type Cells = Readonly<Record<string, Given>>

const inPost: Cells = {
  has_mhsw: 'yes',
  'sw_emp_in.hc': 40,
  'sw_emp_in.wte': 40,
  'sw_emp_out.hc': 0,
  'sw_emp_out.wte': 0,
  'sw_ext.hc': 0,
  'sw_ext.wte': 0,
}

const rowsOf = (question: Question | undefined): readonly string[] =>
  question?.shape === 'table' ? question.rows.map(({ code }) => code) : []

const tables = (definition: typeof mhsw2022) =>
  new Map(questionsOf(definition).map((each) => [each.code, rowsOf(each)]))
const [before, after] = [tables(mhsw2019), tables(mhsw2022)]

/** The rows that came since 2019, empty: wherever a case tells a column of a table, it tells all of it. */
function newRows(given: Cells): Cells {
  const none: Record<string, Given> = {}
  for (const [address, told] of Object.entries(given)) {
    const [code = '', row = '', ...column] = address.split('.')
    if (!before.get(code)?.includes(row)) continue
    const came = after.get(code)?.filter((each) => !before.get(code)?.includes(each)) ?? []
    for (const each of came) none[[code, each, ...column].join('.')] = typeof told === 'number' ? 0 : 'no'
  }
  return none
}

/** What was one count in 2019 is told in two: video, and all else that is not face to face. */
const remote = ({ con_nonf2f: told, ...rest }: Cells): Cells =>
  told === undefined ? rest : { ...rest, con_video: 0, con_remote_other: told }

const in2022 = (given: Cells): Cells => ({ ...newRows(given), ...remote(given) })

const carriedOver = [...rulesAtoG, ...rulesHtoO].map(({ base = {}, holds, breaks, ...rest }): RuleCase => {
  const recruiting = rest.code === 'E02' ? { vac_recruiting_wte: 0 } : {}
  return { ...rest, base: { ...in2022(base), ...recruiting }, holds: in2022(holds), breaks: in2022(breaks) }
})

/** The cases of 2019, and those of what came since. */
export const rulesIn2022: readonly RuleCase[] = [
  ...carriedOver,
  {
    code: 'E02',
    base: { ...inPost, vac_wte: 5, vac_covered_wte: 2, vac_over_3m_wte: 1 },
    holds: { vac_recruiting_wte: 5 },
    breaks: { vac_recruiting_wte: 5.01 },
  },
  {
    code: 'M05',
    base: { ...inPost, con_f2f: 501, con_remote_other: 0 },
    holds: { con_video: 1 },
    breaks: { con_video: 0 },
  },
  { code: 'T01', base: inPost, holds: { ta_year1_wte: 40 }, breaks: { ta_year1_wte: 40.01 } },
  { code: 'T02', base: { ...inPost, ta_year1_wte: 6 }, holds: { ta_year2_wte: 4 }, breaks: { ta_year2_wte: 4.01 } },
]

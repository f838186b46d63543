import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema'
import type { Cell } from '../../server/domain/survey/cells'
import type { Released } from '../../server/web/figures/released'
import { readerOf, type Read } from './reading'
import { asPrinted, holding, onePointApart, together, within, workedOut, type Row } from './rows'

const COUNCILS = 'type:local_authority'

/** In how many per cent of trusts there are social workers, by service, as it was printed. */
const community = { cmht: 82, eip: 79, brief_assessment: 75, perinatal: 68, older_community: 67 }
const inpatient = { ip_cyp: 59, ip_adult_acute: 53, ip_low_secure: 45 }

/** What was published of the census of 31 March 2022 (specification §6.3), beside what the product says. */
export function results2022(released: Released, independents: Read): Row[] {
  const read = readerOf(released)
  const inServices = read('ind_wte_service_100k', 'numerator')
  const models = (['direct_only', 'mixed', 'partnership_only'] as const).map((model) =>
    read(`ind_partnership_${model}`, 'pooled'),
  )
  const teams = (id: string, where: string, printed: Readonly<Record<string, number>>): Row[] =>
    Object.entries(printed).map(([team, share]) =>
      asPrinted([id, `${where}: ${team}`, `${share}%`], read(`ind_team_orgs_${team}`, 'pooled')),
    )
  return [
    within(['O50', 'WTE in post in NHS trusts, with Think Ahead year 1', '3,576'], inServices, 3576, 0.49),
    asPrinted(['O52', 'on NHS contracts', '91%'], read('ind_pct_direct', 'pooled')),
    onePointApart(['O53', 'all direct, a mix, partnership only', '59% / 40% / 1%'], models, [59, 40, 1]),
    ...teams('O54', 'community', community),
    ...teams('O55', 'inpatient', inpatient),
    within(['O56', 'WTE in councils', '1,794'], read('ind_wte_employed_100k', 'numerator', COUNCILS), 1794, 0.49),
    asPrinted(['O56', 'of councils, responded', '41%'], read('ind_response', 'pooled', COUNCILS)),
    {
      ...within(['O57', 'WTE in 4 independent providers', '93'], independents, 93, 0),
      how: 'four are too few for any page: added up from their submissions',
    },
    asPrinted(['O58', 'range per 100,000, all providers', '1 to 43'], rangeOf(read)),
    asPrinted(['O59', 'vacancy rate, all providers', '15%'], read('ind_vacancy_rate', 'pooled', 'all')),
    asPrinted(['O60', 'Black, Asian and minority ethnic, all', '24%'], read('ind_pct_bame', 'pooled', 'all')),
    asPrinted(['O62', 'Think Ahead, of NHS', '3%'], read('ind_trainee_share', 'pooled')),
    asPrinted(['O62', 'Think Ahead, of councils', '1%'], read('ind_trainee_share', 'pooled', COUNCILS)),
    holding(
      ['O63', 'working in the NHS as of 2022', 'about 3,600'],
      workedOut(inServices.value, (value) => `${Math.round(value / 100)}00`),
      (value) => Math.round(value / 100) === 36,
    ),
  ]
}

/** From the least of either type to the greatest of either: rates are never told of all types together. */
function rangeOf(read: ReturnType<typeof readerOf>): Read {
  const ofTypes = ['type:nhs_trust', COUNCILS]
  const ends = (['least', 'greatest'] as const).map((end) =>
    ofTypes.map((type) => read('ind_wte_service_100k', end, type)),
  )
  const [least, greatest] = ends.map((all, at) =>
    all.reduce((a, b) => ((b.value ?? NaN) < (a.value ?? NaN) === (at === 0) ? b : a)),
  )
  return together(
    [least, greatest].flatMap((each) => each ?? []),
    ' to ',
  )
}

const wteIn = (cell: Cell | undefined): number =>
  cell?.state === 'value' && typeof cell.value === 'number' ? cell.value : 0

/** What independent providers employ, from the submissions that stand: no page may show it. */
export async function independentsIn(db: Kysely<Database>, code: string): Promise<Read> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select('submissions.cells')
    .where('organisations.type', '=', 'independent')
    .where('submissions.definition', '=', code)
    .execute()
  const hundredths = rows
    .flatMap(({ cells }) => [cells['sw_emp_in.wte'], cells['sw_emp_out.wte']])
    .reduce((sum, cell) => sum + Math.round(wteIn(cell) * 100), 0)
  return { value: hundredths / 100, text: `[c]: ${rows.length} organisations` }
}

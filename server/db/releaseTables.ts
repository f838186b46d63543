import type { ColumnType, Generated } from 'kysely'
import type { Methods } from '../domain/benchmarks/methods'
import type { Changed, ReleaseKind } from '../domain/benchmarks/release'
import type { Figure } from '../domain/disclosure/figure'
import type { TallyCounts } from '../domain/disclosure/tallyTables'
import type { OrganisationType } from '../domain/survey/expression'
import type { RegisteredOrganisation } from '../domain/survey/register'

/** Written once, as JSON, and never changed. */
type Written<T extends object> = ColumnType<T, string, never>

/** Releases of figures: one entry per table, its columns in the table's own order. */
export interface ReleaseTables {
  releases: {
    id: Generated<string>
    collectionId: string
    number: number
    kind: ReleaseKind
    definition: string
    parameters: Written<Readonly<Record<string, number>>>
    methods: Written<Methods>
    changed: Written<Changed>
    hash: string
    basis: string
    madeBy: string
    decidedAt: Date
    publishedBy: string | null
    publishedAt: Date | null
  }
  releaseMembers: {
    releaseId: string
    returnId: string
    submissionId: string
    name: string
    type: OrganisationType
    register: Written<RegisteredOrganisation>
    groups: string[]
    named: boolean
  }
  figures: { releaseId: string; indicator: string; peerGroup: string; figure: Written<Figure> }
  releaseContributors: { releaseId: string; code: string; submissions: string[]; groups: string[] }
  tallies: { releaseId: string; tally: string; peerGroup: string; counts: Written<TallyCounts> }
  marks: { releaseId: string; indicator: string; returnId: string; value: number }
}

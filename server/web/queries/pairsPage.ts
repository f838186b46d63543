import type { FoundCollection } from '../../db/collections'
import {
  claimWords,
  isPairStanding,
  nameOf,
  pairStandings,
  countPairs,
  type Pair,
  type PairStanding,
} from '../../domain/pairs/pair'
import type { Row } from '../../workbooks/csv'
import type { Link, Page } from '../chrome'

/** Who employs social workers that work for another, as each of them tells it. */
export interface PairsPage extends Page {
  readonly filters: readonly {
    readonly text: string
    readonly href: string
    readonly count: string
    readonly current: boolean
  }[]
  readonly lines: readonly {
    readonly host: Link | { readonly text: string; readonly href: undefined }
    readonly employer: Link | { readonly text: string; readonly href: undefined }
    readonly hostSays: string
    readonly employerSays: string
    readonly stands: string
  }[]
  readonly csv: string
  readonly links: readonly Link[]
}

type Side = Pair['host']

const standings = Object.keys(pairStandings).filter(isPairStanding)

/** The pairs of a collection, narrowed to how they stand where that is wanted. */
export function pairsPage(
  { code, title }: FoundCollection,
  pairs: readonly Pair[],
  wanted: PairStanding | undefined,
): PairsPage {
  const path = `/network/collections/${code}`
  const counts = countPairs(pairs)
  return {
    title: 'Pairs of partners',
    caption: title,
    breadcrumbs: [
      { text: 'Responses', href: path },
      { text: 'Questions about figures', href: `${path}/queries` },
      { text: 'Pairs of partners' },
    ],
    filters: [undefined, ...standings].map((standing) => ({
      text: standing === undefined ? 'All' : pairStandings[standing],
      href: standing === undefined ? `${path}/pairs` : `${path}/pairs?stands=${standing}`,
      count: String(standing === undefined ? pairs.length : counts[standing]),
      current: standing === wanted,
    })),
    lines: pairs
      .filter(({ standing }) => wanted === undefined || standing === wanted)
      .map((pair) => ({
        host: sideLink(pair.host),
        employer: sideLink(pair.employer),
        hostSays: saysOf(pair.host),
        employerSays: saysOf(pair.employer),
        stands: pairStandings[pair.standing],
      })),
    csv: `${path}/pairs.csv${wanted === undefined ? '' : `?stands=${wanted}`}`,
    links: [{ text: 'Ask those who differ', href: `${path}/checks?check=B12` }],
  }
}

const sideLink = (side: Side) => ({
  text: nameOf(side),
  href: side.party ? `/network/returns/${side.party.returnId}` : undefined,
})

function saysOf({ party, claim }: Side): string {
  if (claim) return claimWords(claim)
  if (!party) return 'Not asked'
  return party.submissionId === null ? 'Not submitted' : 'None'
}

/** The columns of the file of pairs. */
export const pairHeadings: Row = [
  'Works for',
  'Code of where they work',
  'Employed by',
  'Code of who employs them',
  'People, says where they work',
  'WTE, says where they work',
  'People, says who employs them',
  'WTE, says who employs them',
  'Stands',
]

/** One pair as a line of a file. */
export const pairRow = ({ host, employer, standing }: Pair): Row => [
  nameOf(host),
  host.code,
  nameOf(employer),
  employer.code,
  host.claim?.people ?? '',
  host.claim?.wte ?? '',
  employer.claim?.people ?? '',
  employer.claim?.wte ?? '',
  pairStandings[standing],
]

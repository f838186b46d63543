import { countPairs, pairsOf, type Claim, type Party } from '../pairs/pair'
import { hasResponded, type ReturnStatus } from '../returns/lifecycle'
import type { RegisteredOrganisation } from '../survey/register'
import { regionOf } from './peerGroups'
import type { Elsewhere } from './published'

/** One organisation that is asked, and what has become of it at the moment of a release. */
export interface Framed {
  readonly returnId: string
  readonly organisation: RegisteredOrganisation
  readonly status: ReturnStatus
  /** What stands of it, if anything does. */
  readonly submission: { readonly id: string; readonly nil: boolean; readonly named: boolean } | null
  readonly extended: boolean
  readonly reopened: boolean
  /** The network has asked about a figure of it, and has no answer yet: its figures may still change. */
  readonly queried: boolean
  /** Its return answers for other organisations too. */
  readonly joint: boolean
}

/** How many organisations of a group were asked, and what became of them. */
export interface ResponseLine {
  /** `all`, `type:nhs_trust`, `region:nhs_trust:Y56`. */
  readonly group: string
  /** Without those no longer required. */
  readonly asked: number
  readonly responded: number
  readonly nil: number
  /** Answered for by another's joint return. */
  readonly covered: number
  readonly joint: number
  readonly declined: number
  readonly noLongerRequired: number
  readonly extended: number
  readonly reopened: number
  /** In the figures, with a question about one of them not answered yet. */
  readonly queried: number
}

/** What a reader must know of how the figures came about, as it was when they were made. */
export interface Methods extends Elsewhere {
  readonly response: readonly ResponseLine[]
  /** Submissions in the release. */
  readonly submissions: number
  /** Null where nobody says anything of people shared with another. */
  readonly pairs: AgreedPairs | null
}

/** What two organisations say of the same social workers: how many pairs agree, how many do not, what one side lacks. */
export interface AgreedPairs {
  readonly agreed: number
  readonly differing: number
  /** One of the two has not submitted, or tells nothing of it. */
  readonly oneSided: number
}

/** The methods note of a release: who was asked, and what they say of those they share. */
export const methodsOf = (frame: readonly Framed[], claims: readonly Claim[], elsewhere: Elsewhere): Methods => ({
  response: responseBy(frame),
  submissions: frame.filter(isReckoned).length,
  pairs: claims.length === 0 ? null : agreedPairs(frame, claims),
  ...elsewhere,
})

function agreedPairs(frame: readonly Framed[], claims: readonly Claim[]): AgreedPairs {
  const parties = frame.filter(({ status }) => !setAside.has(status)).map(partyOf)
  const { agreed, differs, one_missing, waiting } = countPairs(pairsOf(claims, parties))
  return { agreed, differing: differs, oneSided: one_missing + waiting }
}

const partyOf = ({ returnId, organisation, submission }: Framed): Party => ({
  code: organisation.code,
  name: organisation.name,
  returnId,
  submissionId: submission?.id ?? null,
})

const setAside: ReadonlySet<ReturnStatus> = new Set<ReturnStatus>(['covered', 'declined', 'no_longer_required'])

/** A return of which something stands. */
export type Standing = Framed & { readonly submission: NonNullable<Framed['submission']> }

/** Whether what stands of a return is reckoned with: where another's joint return answers for it, that is counted, once. */
export const isReckoned = (framed: Framed): framed is Standing =>
  framed.submission !== null && !setAside.has(framed.status)

/** Whether it counts among those asked. */
export const isAsked = ({ status }: Framed): boolean => status !== 'no_longer_required'

/** Whether it counts among those that have responded. */
export const responded = ({ status, submission }: Framed): boolean => hasResponded(status, submission !== null)

/** Groups in which response is told: all, by type, and by region. */
export const responseGroups = ({ organisation }: Framed): string[] => [
  'all',
  `type:${organisation.type}`,
  `region:${organisation.type}:${regionOf(organisation)}`,
]

function responseBy(frame: readonly Framed[]): ResponseLine[] {
  const groups = new Map<string, Framed[]>()
  for (const framed of frame) {
    for (const group of responseGroups(framed)) {
      const others = groups.get(group)
      if (others) others.push(framed)
      else groups.set(group, [framed])
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, framed]) => lineOf(group, framed))
}

function lineOf(group: string, framed: readonly Framed[]): ResponseLine {
  const count = (so: (each: Framed) => boolean): number => framed.filter(so).length
  return {
    group,
    asked: count(isAsked),
    responded: count((each) => isAsked(each) && responded(each)),
    nil: count((each) => isReckoned(each) && each.submission.nil),
    covered: count(({ status }) => status === 'covered'),
    joint: count((each) => isReckoned(each) && each.joint),
    declined: count(({ status }) => status === 'declined'),
    noLongerRequired: count(({ status }) => status === 'no_longer_required'),
    extended: count(({ extended }) => extended),
    reopened: count(({ reopened }) => reopened),
    queried: count((each) => isReckoned(each) && each.queried),
  }
}

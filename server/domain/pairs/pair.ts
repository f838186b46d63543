import { readable } from '../kinds/number'
import type { Address } from '../survey/cells'

/** The lists in which two organisations tell of the same people: the one they work for, and the one that employs them. */
export const partnerLists = { host: 'sw_ext_partner', employer: 'sw_out_partner' } as const

export type Side = keyof typeof partnerLists

/** An organisation that is asked, with its return and the submission that stands. */
export interface Party {
  readonly code: string
  readonly name: string
  readonly returnId: string
  readonly submissionId: string | null
}

/** What one organisation has submitted of another: people of that other who work here, or people of ours who work there. */
export interface Claim {
  readonly side: Side
  /** Codes of who says it, and of whom. */
  readonly by: string
  readonly about: string
  /** Where it stands: `sw_ext_partner.2`. */
  readonly stem: Address
  /** Undefined where it is not collected. */
  readonly people: number | undefined
  readonly wte: number | undefined
}

/**
 * How two sides of one pair stand: they agree, they differ, one has submitted and tells nothing of it, one has not
 * submitted, or one is not asked by this collection.
 */
export type PairStanding = 'agreed' | 'differs' | 'one_missing' | 'waiting' | 'outside'

/** How pairs stand, in words. */
export const pairStandings = {
  agreed: 'Agreed',
  differs: 'Differ',
  one_missing: 'One side missing',
  waiting: 'Waiting for one side',
  outside: 'Partner not asked',
} as const satisfies Record<PairStanding, string>

/** Whether a word says how a pair stands. */
export const isPairStanding = (text: unknown): text is PairStanding =>
  typeof text === 'string' && Object.hasOwn(pairStandings, text)

interface PairSide {
  readonly code: string
  /** Undefined where this collection does not ask it. */
  readonly party: Party | undefined
  /** What it says; undefined where it says nothing of it, or has not submitted. */
  readonly claim: Claim | undefined
}

/** People employed by one organisation who work for another, as each of them tells it. */
export interface Pair {
  readonly host: PairSide
  readonly employer: PairSide
  readonly standing: PairStanding
}

/** Two figures of WTE are the same within 2.00, or a fifth of what the employer says (rule B12). */
const NEAR_WTE = 2
const NEAR_SHARE = 0.2

const agree = (host: number, employer: number): boolean =>
  Math.abs(host - employer) <= Math.max(NEAR_WTE, employer * NEAR_SHARE) + 1e-6

/** Every pair that somebody has submitted something of, by the names of its sides. */
export function pairsOf(claims: readonly Claim[], parties: readonly Party[]): Pair[] {
  const byCode = new Map(parties.map((party) => [party.code, party]))
  const pairs = new Map<string, { host: string; employer: string; said: Partial<Record<Side, Claim>> }>()
  for (const claim of claims) {
    const [host, employer] = claim.side === 'host' ? [claim.by, claim.about] : [claim.about, claim.by]
    const key = `${host} ${employer}`
    const pair = pairs.get(key) ?? { host, employer, said: {} }
    pair.said[claim.side] ??= claim
    pairs.set(key, pair)
  }
  return [...pairs.values()]
    .map(({ host, employer, said }) => {
      const sides = {
        host: { code: host, party: byCode.get(host), claim: said.host },
        employer: { code: employer, party: byCode.get(employer), claim: said.employer },
      }
      return { ...sides, standing: standingOf(sides.host, sides.employer) }
    })
    .sort(
      (a, b) => nameOf(a.host).localeCompare(nameOf(b.host)) || nameOf(a.employer).localeCompare(nameOf(b.employer)),
    )
}

/** What a side is called; its code where it is not known. */
export const nameOf = ({ party, code }: PairSide): string => party?.name ?? code

function standingOf(host: PairSide, employer: PairSide): PairStanding {
  if (!host.party || !employer.party) return 'outside'
  if (host.party.submissionId === null || employer.party.submissionId === null) return 'waiting'
  if (host.claim?.wte === undefined || employer.claim?.wte === undefined) return 'one_missing'
  return agree(host.claim.wte, employer.claim.wte) ? 'agreed' : 'differs'
}

export type PairCounts = Readonly<Record<PairStanding, number>>

/** How many pairs stand how. */
export function countPairs(pairs: readonly Pair[]): PairCounts {
  const counts = { agreed: 0, differs: 0, one_missing: 0, waiting: 0, outside: 0 }
  for (const { standing } of pairs) counts[standing] += 1
  return counts
}

/** "6 people, 5.80 WTE"; "not collected" where neither was given. */
export function claimWords({ people, wte }: Pick<Claim, 'people' | 'wte'>): string {
  const said = [
    ...(people === undefined ? [] : [`${readable(people)} ${people === 1 ? 'person' : 'people'}`]),
    ...(wte === undefined ? [] : [`${readable(wte, 2)} WTE`]),
  ]
  return said.length === 0 ? 'not collected' : said.join(', ')
}

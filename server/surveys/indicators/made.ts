import type {
  AmountIndicator,
  PeerGroupKind,
  QualityIndicator,
  RatioIndicator,
  ShareIndicator,
} from '../../domain/benchmarks/indicator'
import type { OrganisationType } from '../../domain/survey/expression'

export const everybody: readonly OrganisationType[] = ['nhs_trust', 'local_authority', 'independent', 'voluntary']
export const trusts: readonly OrganisationType[] = ['nhs_trust']
export const councils: readonly OrganisationType[] = ['local_authority']
export const trustsAndCouncils: readonly OrganisationType[] = ['nhs_trust', 'local_authority']
/** Whoever has services of its own in which people employed by others may work. */
export const providers: readonly OrganisationType[] = ['nhs_trust', 'independent', 'voluntary']

/** Organisations of one type among one another. */
export const amongItsType: readonly PeerGroupKind[] = ['type', 'region', 'model', 'size', 'service']
/** The same, and all organisations together: for what means the same everywhere. */
export const amongAll: readonly PeerGroupKind[] = [...amongItsType, 'all']

/** Per cent have one decimal for their owner (specification §5.1). */
const usual = { subject: 'workforce', decimals: 1, organisations: everybody, groups: amongItsType } as const

type Defaulted = keyof typeof usual | 'scale'

/** An indicator as it is written down: what is usual may be left out. */
type Given<T extends Readonly<Record<Defaulted, unknown>>> = Omit<T, 'compares' | Defaulted> &
  Partial<Pick<T, Defaulted>>

/** A share in per cent, unless it says otherwise: of the workforce, told by every type, compared within each. */
export const ratio = (given: Given<RatioIndicator>): RatioIndicator => ({
  ...usual,
  scale: 'percent',
  ...given,
  compares: 'ratio',
})

/** So many per 100,000 people of the population served. */
export const perPopulation = (given: Given<RatioIndicator>): RatioIndicator =>
  ratio({ scale: 'per_100k', organisations: trustsAndCouncils, ...given })

/** The share of organisations that do something: of trusts, unless it says otherwise. */
export const organisations = (given: Given<ShareIndicator>): ShareIndicator => ({
  ...usual,
  subject: 'organisations',
  scale: 'percent',
  organisations: trusts,
  ...given,
  compares: 'organisations',
})

/** Pounds a year. */
export const pounds = (given: Given<AmountIndicator>): AmountIndicator => ({
  ...usual,
  decimals: 0,
  scale: 'pounds',
  ...given,
  compares: 'amount',
})

/** How well the survey is answered. */
export const quality = (given: Given<QualityIndicator>): QualityIndicator => ({
  ...usual,
  subject: 'organisations',
  scale: 'percent',
  groups: ['type', 'region', 'all'],
  ...given,
  compares: 'quality',
})

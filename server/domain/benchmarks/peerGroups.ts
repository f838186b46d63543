import type { OrganisationType } from '../survey/expression'
import type { RegisteredOrganisation } from '../survey/register'
import { livingCell } from '../survey/reckoning'
import { severalIn } from '../survey/cells'
import type { Sheet } from '../survey/sheet'
import type { Indicator, PeerGroupKind } from './indicator'

/** What decides which groups an organisation belongs to, as it was when a release was made. */
export interface Peer {
  readonly organisation: RegisteredOrganisation
  /** How its social workers are provided, and which ages it serves, where it says so. */
  readonly model: string | undefined
  readonly services: string | undefined
}

/** What a submission says of which peers it has. */
export function peerOf(sheet: Sheet): Peer {
  const { organisation } = sheet.register
  return { organisation, model: modelIn(sheet), services: servicesIn(sheet) }
}

/** The one model chosen; of several ticked, the first in the survey's order. */
function modelIn(sheet: Sheet): string | undefined {
  const told = sheet.definition.peers?.model[sheet.register.organisation.type]
  if (!told) return undefined
  const cell = livingCell(told.address, sheet)
  const chosen = cell?.state === 'value' && typeof cell.value === 'string' ? [cell.value] : severalIn(cell)
  return told.mainFirst.find((model) => chosen.includes(model))
}

/** Ages served, joined in the survey's order: those of trusts alone, for trusts are compared with trusts. */
function servicesIn(sheet: Sheet): string | undefined {
  const told = sheet.definition.peers?.services
  if (!told || sheet.register.organisation.type !== 'nhs_trust') return undefined
  const ticked = severalIn(livingCell(told.address, sheet))
  return told.order.filter((age) => ticked.includes(age)).join('+') || undefined
}

/** The population a size is judged by: registered for trusts, resident for councils. */
export const populationOf = ({ type, popRegistered, popResident }: RegisteredOrganisation): number | null => {
  if (type === 'nhs_trust') return popRegistered
  return type === 'local_authority' ? popResident : null
}

/** The region by which a type is grouped: that of the NHS, and for councils that of their association. */
export const regionOf = ({ type, nhsRegion, adassRegion }: RegisteredOrganisation): string =>
  type === 'local_authority' ? adassRegion : nhsRegion

/** The highest populations of the smaller and of the middle third of respondents, by type. */
export type Thirds = Readonly<Partial<Record<OrganisationType, readonly [number, number]>>>

/** Thirds of respondents by population; one with the same population as the last of a third is in that third. */
export function thirdsOf(organisations: readonly RegisteredOrganisation[]): Thirds {
  const types = [...new Set(organisations.map(({ type }) => type))]
  return Object.fromEntries(
    types.flatMap((type) => {
      const sizes = organisations.filter((each) => each.type === type).flatMap((each) => populationOf(each) ?? [])
      const sorted = sizes.sort((a, b) => a - b)
      const [small, middle] = [sorted[Math.ceil(sorted.length / 3) - 1], sorted[Math.ceil((sorted.length * 2) / 3) - 1]]
      return small === undefined || middle === undefined ? [] : [[type, [small, middle]] as const]
    }),
  )
}

function thirdOf(organisation: RegisteredOrganisation, thirds: Thirds): 1 | 2 | 3 | undefined {
  const population = populationOf(organisation)
  const bounds = thirds[organisation.type]
  if (population === null || !bounds) return undefined
  if (population <= bounds[0]) return 1
  return population <= bounds[1] ? 2 : 3
}

/** The codes of every group an organisation belongs to: `all`, `type:nhs_trust`, `region:nhs_trust:Y56` and so on. */
export function groupsOf({ organisation, model, services }: Peer, thirds: Thirds): string[] {
  const { type } = organisation
  const size = thirdOf(organisation, thirds)
  return [
    'all',
    `type:${type}`,
    `region:${type}:${regionOf(organisation)}`,
    ...(model === undefined ? [] : [`model:${type}:${model}`]),
    ...(size === undefined ? [] : [`size:${type}:${size}`]),
    ...(services === undefined ? [] : [`service:${type}:${services}`]),
  ]
}

/** What kind of group a code stands for. */
export const groupKind = (group: string): PeerGroupKind => kinds[group.split(':')[0] ?? ''] ?? 'all'

const kinds: Readonly<Record<string, PeerGroupKind>> = {
  all: 'all',
  type: 'type',
  region: 'region',
  model: 'model',
  size: 'size',
  service: 'service',
}

/** Those of an organisation's groups in which an indicator is compared. */
export const groupsFor = (indicator: Indicator, groups: readonly string[]): string[] =>
  groups.filter((group) => indicator.groups.includes(groupKind(group)))

import { isNhsRegion, type NhsRegion } from '../organisations/regions'
import { isOrganisationType } from '../organisations/types'
import { statuses, type ReturnStatus } from '../returns/lifecycle'
import type { OrganisationType } from '../survey/expression'
import { isWorklistView, type WorklistView } from './views'

/** Which returns of a collection to list: those that are all of this. */
export interface Narrowing {
  readonly view?: WorklistView
  readonly status?: ReturnStatus
  readonly type?: OrganisationType
  readonly region?: NhsRegion
  /** Part of an organisation's name, or of its code. */
  readonly q?: string
  /** The id of somebody of the network who sees to it, or 'nobody'. */
  readonly owner?: string
}

/** A narrowing as an address or a form words it; '' where a list is not narrowed by that. */
type Worded = Readonly<Record<'view' | 'status' | 'type' | 'region' | 'q', string>>

/** What is asked for, as far as there is such a thing; who sees to the returns has been looked up. */
export const narrowingOf = ({ view, status, type, region, q }: Worded, owner: string | undefined): Narrowing => ({
  ...(isWorklistView(view) ? { view } : {}),
  ...(isStatus(status) ? { status } : {}),
  ...(isOrganisationType(type) ? { type } : {}),
  ...(isNhsRegion(region) ? { region } : {}),
  ...(owner === undefined ? {} : { owner }),
  ...(q === '' ? {} : { q }),
})

/** What the list of returns may be ordered by. */
export const worklistOrders = {
  name: 'Organisation',
  type: 'Type',
  region: 'Region',
  state: 'State',
  progress: 'Sections finished',
  active: 'Last active',
  problems: 'Problems',
  warnings: 'To explain',
  contacted: 'Last contacted',
  promised: 'Promised',
  owner: 'Owner',
  ring: 'Why now',
} as const

export type WorklistOrder = keyof typeof worklistOrders

/** Whether a word names an order of the worklist. */
export const isWorklistOrder = (given: string): given is WorklistOrder => Object.hasOwn(worklistOrders, given)

/** Whether a word names a status of returns. */
export const isStatus = (given: string): given is ReturnStatus => Object.hasOwn(statuses, given)

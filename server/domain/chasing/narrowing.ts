import type { NhsRegion } from '../organisations/regions'
import { statuses, type ReturnStatus } from '../returns/lifecycle'
import type { OrganisationType } from '../survey/expression'
import type { WorklistView } from './views'

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

import type { NhsRegion } from '../organisations/regions'
import { statuses, type ReturnStatus } from '../returns/lifecycle'
import type { OrganisationType } from '../survey/expression'

/** Which returns of a collection to list: those that are all of this. */
export interface Narrowing {
  readonly status?: ReturnStatus
  readonly type?: OrganisationType
  readonly region?: NhsRegion
  /** Part of an organisation's name, or of its code. */
  readonly q?: string
}

/** What the list of returns may be ordered by. */
export const worklistOrders = {
  name: 'Organisation',
  type: 'Type',
  region: 'Region',
  state: 'State',
  progress: 'Sections finished',
  saved: 'Last saved',
  warnings: 'To explain',
} as const

export type WorklistOrder = keyof typeof worklistOrders

export const isWorklistOrder = (given: string): given is WorklistOrder => Object.hasOwn(worklistOrders, given)

export const isStatus = (given: string): given is ReturnStatus => Object.hasOwn(statuses, given)

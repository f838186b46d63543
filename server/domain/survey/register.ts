import type { Cells } from './cells'
import type { OrganisationType } from './expression'

/** An organisation as the network's register has it. */
export interface RegisteredOrganisation {
  readonly name: string
  readonly type: OrganisationType
  /** ODS code of a trust or provider, GSS code of a council. */
  readonly code: string
  readonly cassrCode: string | null
  readonly nhsRegion: string
  readonly adassRegion: string
  /** People registered with GP practices in the catchment, all ages. */
  readonly popRegistered: number | null
  /** ONS mid-2018 estimates. */
  readonly popResident: number | null
  readonly popAdults: number | null
  readonly emailDomains: readonly string[]
}

/** What is known of a return besides its cells: the register, other returns, last time's figures. */
export interface Register {
  readonly organisation: RegisteredOrganisation
  /** Whether its employer answers the essential questions only: the rest is not required (spec §2.19). */
  readonly essentialOnly?: boolean
  /** Names of organisations this return says it covers that have begun a return of their own (rule A02). */
  readonly begunAlready?: readonly string[]
  /** Who names this organisation as host of their social workers, and how many WTE (rule A03). */
  readonly namedAsHostBy?: readonly { readonly name: string; readonly wte: number }[]
  /** What this organisation submitted to collections before, by address (rules X06, X08). */
  readonly lastTime?: Cells
  /** What this organisation says in the sister survey of the same time (rule PS12). */
  readonly otherSurvey?: Cells
}

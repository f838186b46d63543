import { nth } from '../../server/demonstration/chance'
import { placeNames } from '../../server/demonstration/placeNames'
import { LONDON, nhsRegionOf, otherRegions } from '../../server/demonstration/regions'
import type { Value } from '../../server/domain/kinds'
import type { OrganisationType } from '../../server/domain/survey/expression'
import type { RegisteredOrganisation } from '../../server/domain/survey/register'

/** Answers by their addresses. */
export type Told = Readonly<Record<string, Value>>

/** An invented employer with what it says: what is not said of what must be is "not collected". */
export interface Employer {
  readonly organisation: RegisteredOrganisation
  readonly told: Told
  /** Whether it agrees to be named. */
  readonly named: boolean
}

const CODES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Codes shaped like real ones, of series that are not in use. */
const codes: Readonly<Record<OrganisationType, (at: number) => string>> = {
  nhs_trust: (at) => `T${at < CODES.length ? '8' : '9'}${CODES.charAt(at % CODES.length)}`,
  local_authority: (at) => `E069${String(at + 1).padStart(5, '0')}`,
  independent: (at) => `I9${String(at + 1).padStart(3, '0')}`,
  voluntary: (at) => `V9${String(at + 1).padStart(3, '0')}`,
}

const names: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'NHS Foundation Trust',
  local_authority: 'Council',
  independent: 'Mental Health Care Ltd',
  voluntary: 'Recovery and Wellbeing',
}

/** Where the places of each type begin in the list of them. */
const places: Readonly<Record<OrganisationType, number>> = {
  nhs_trust: 10,
  local_authority: 100,
  independent: 300,
  voluntary: 320,
}

/** The nth invented organisation of a type, with the people it serves. */
export function organisationAt(type: OrganisationType, at: number, people: number | null): RegisteredOrganisation {
  const place = nth(placeNames, places[type] + at)
  const region = at % 8 === 3 ? LONDON : nth(otherRegions, at % otherRegions.length)
  const resident = type === 'local_authority' ? people : null
  return {
    name: `${place} ${names[type]}`,
    type,
    code: codes[type](at),
    cassrCode: type === 'local_authority' ? String((930 + at) % 1000).padStart(3, '0') : null,
    nhsRegion: nhsRegionOf[region],
    adassRegion: region,
    popRegistered: type === 'nhs_trust' ? people : null,
    popResident: resident,
    popAdults: resident === null ? null : Math.round(resident * 0.79),
    emailDomains: [`${place.toLowerCase()}.example`],
  }
}

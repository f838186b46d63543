import type { Value } from '../kinds'
import { valueCell, type Address, type Cell } from './cells'
import { questionsOf, type SurveyDefinition } from './definition'
import type { RegisteredOrganisation } from './register'

/** Which fact of the register stands in which prefilled question. */
const facts: Readonly<Record<string, (organisation: RegisteredOrganisation) => Value | null>> = {
  org_name: ({ name }) => name,
  org_type: ({ type }) => type,
  org_code: ({ code }) => code,
  cassr_code: ({ cassrCode }) => cassrCode,
  nhs_region: ({ nhsRegion }) => nhsRegion,
  adass_region: ({ adassRegion }) => adassRegion,
  pop_registered: ({ popRegistered }) => popRegistered,
  pop_resident: ({ popResident }) => popResident,
  pop_resident_18plus: ({ popAdults }) => popAdults,
}

/** Whether the register can fill this question. */
export const isPrefillable = (code: string): boolean => Object.hasOwn(facts, code)

/** The cells the network fills in from its register; the employer may challenge them, not change them. */
export function prefilledCells(
  definition: SurveyDefinition,
  organisation: RegisteredOrganisation,
): Record<Address, Cell> {
  const filled: Record<Address, Cell> = {}
  for (const { code, answering } of questionsOf(definition)) {
    const value = answering === 'prefilled' ? facts[code]?.(organisation) : null
    if (value !== null && value !== undefined) filled[code] = valueCell(value)
  }
  return filled
}

import { isOrganisationType } from '../organisations/types'
import type { Cells } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import type { RegisteredOrganisation } from '../survey/register'
import { sheetOf } from '../survey/routing'
import type { Sheet } from '../survey/sheet'

/**
 * What was submitted, laid out as it was then: read with its own definition, and with the facts of the organisation that
 * went into it. What the register says today changes nothing of it.
 */
export function submittedSheet(
  definition: SurveyDefinition,
  organisation: RegisteredOrganisation,
  cells: Cells,
): Sheet {
  return { ...sheetOf(definition, { organisation: organisationThen(organisation, cells) }, cells), cells }
}

/** An organisation as a submission has it; what it does not tell is as the register has it. */
export function organisationThen(now: RegisteredOrganisation, cells: Cells): RegisteredOrganisation {
  const told = (code: string): unknown => {
    const cell = cells[code]
    return cell?.state === 'value' ? cell.value : undefined
  }
  const words = (code: string, otherwise: string): string => {
    const found = told(code)
    return typeof found === 'string' ? found : otherwise
  }
  const type = told('org_type')
  return {
    ...now,
    name: words('org_name', now.name),
    type: isOrganisationType(type) ? type : now.type,
    code: words('org_code', now.code),
  }
}

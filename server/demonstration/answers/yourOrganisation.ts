import type { Cells } from '../../domain/survey/cells'
import type { Census } from '../census'
import type { Chance } from '../chance'
import { personWith } from '../employers'
import type { Employer } from '../employer'
import { joint, nilReasons, parts } from '../oddEmployers'
import { answer } from './cellsSaid'

function scope({ code }: Employer, census: Census): Cells {
  if (census !== '2019') return answer('return_scope', 'whole_org')
  if (code === joint.by)
    return { ...answer('return_scope', 'joint_return'), ...answer('return_scope_orgs', [joint.covers]) }
  const part = parts[code]
  return { ...answer('return_scope', part ? 'part_of_org' : 'whole_org'), ...answer('return_scope_detail', part) }
}

/** Section A. */
export function yourOrganisation(employer: Employer, chance: Chance, census: Census = '2019'): Cells {
  const { name, email, telephone } = personWith(employer, 'preparer')
  const children = employer.type === 'nhs_trust' ? chance.happens(0.8) : chance.happens(0.3)
  const nil = nilReasons[employer.code]
  return {
    ...scope(employer, census),
    ...answer('services_ages', [...(children ? ['cyp_0_17'] : []), 'adult_18_64', 'older_65_plus']),
    ...answer('has_mhsw', nil ? 'no' : 'yes'),
    ...answer('nil_reason', nil),
    ...answer('contact_name', name),
    ...answer('contact_email', email),
    ...answer('contact_phone', telephone),
  }
}

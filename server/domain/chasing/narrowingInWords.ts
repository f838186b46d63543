import { nhsRegions } from '../organisations/regions'
import { organisationTypes } from '../organisations/types'
import { statuses } from '../returns/lifecycle'
import type { Narrowing } from './narrowing'
import { worklistViews } from './views'

/** Councils, not opened, London */
export function narrowingInWords({ view, status, type, region, owner, q }: Narrowing): string {
  const parts = [
    type ? organisationTypes[type].many : 'All organisations',
    view ? worklistViews[view].toLowerCase() : '',
    status ? statuses[status].toLowerCase() : '',
    region ? nhsRegions[region] : '',
    owner ? (owner === 'nobody' ? 'nobody sees to them' : 'one person of the network sees to them') : '',
    q ? `with “${q}” in the name or code` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

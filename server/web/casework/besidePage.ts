import type { EmployerPerson } from '../../db/casework'
import type { FoundReturn } from '../../db/foundReturn'
import { organisationTypes } from '../../domain/organisations/types'
import { statuses } from '../../domain/returns/lifecycle'
import type { Link, Page } from '../chrome'
import { chasedParts, type Chased, type ChasedParts } from './chased'
import { personLine } from './recordLines'

export interface BesidePage extends Page {
  readonly about: string
  readonly people: readonly ReturnType<typeof personLine>[]
  readonly chased: ChasedParts
  readonly links: readonly Link[]
}

/** So many calls and notes stand beside the list; the page of the return has them all. */
const LATEST = 5

/** One row of the list, opened: whom to ring, what was said before, and a form for what is said now. */
export function besidePage(found: FoundReturn, people: readonly EmployerPerson[], chased: Chased): BesidePage {
  const { id, organisation, collection, status } = found
  const parts = chasedParts(found, chased)
  const whole = `/network/returns/${id}`
  return {
    title: organisation.name,
    caption: collection.title,
    breadcrumbs: [
      { text: 'Responses', href: `/network/collections/${collection.code}` },
      { text: organisation.name, href: whole },
      { text: 'To ring' },
    ],
    about: `${organisationTypes[organisation.type].one}. ${statuses[status]}.`,
    people: people.map(personLine),
    chased: { ...parts, calls: { ...parts.calls, calls: parts.calls.calls.slice(0, LATEST) } },
    links: [
      { text: 'The whole return', href: whole },
      { text: 'Letters', href: `${whole}#letters` },
      { text: 'More time', href: `${whole}#time` },
    ],
  }
}

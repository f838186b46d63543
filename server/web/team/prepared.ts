import type { Membership } from '../../db/people'
import { NotFound } from '../errors'
import { typedIn } from '../forms'
import type { PersonVisit } from '../route'

/** An employer whose returns somebody prepares. */
export type Prepared = Pick<Membership, 'organisationId' | 'organisation'>

/** All of them, by name; to those who prepare none there is no team. */
export function preparedBy({ person }: PersonVisit): [Prepared, ...Prepared[]] {
  const [first, ...others] = person.memberships.filter(({ role }) => role === 'preparer')
  if (!first) throw new NotFound()
  return [first, ...others]
}

const among = (prepared: readonly Prepared[], id: string): Prepared => {
  const found = prepared.find(({ organisationId }) => organisationId === id)
  if (!found) throw new NotFound()
  return found
}

/** The employer whose team is looked at: the one that is named, or the first. */
export function teamAsked(visit: PersonVisit): Prepared {
  const prepared = preparedBy(visit)
  const { organisation } = visit.req.query
  return organisation === undefined
    ? prepared[0]
    : among(prepared, typeof organisation === 'string' ? organisation : '')
}

/** The employer that a form was drawn for, which the form says; undefined where it does not. */
export function teamOfForm(visit: PersonVisit): Prepared | undefined {
  const prepared = preparedBy(visit)
  const { organisation } = typedIn(visit.req)
  return organisation === undefined ? undefined : among(prepared, organisation)
}

/** The address of a page of one employer's team. */
export const teamPath = ({ organisationId }: Prepared, page = ''): string =>
  `/team${page}?organisation=${organisationId}`

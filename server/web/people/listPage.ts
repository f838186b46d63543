import type { ListedPerson } from '../../db/directory'
import type { Page } from '../chrome'
import { pagesOf, type ListAsked, type Pages } from '../paging'
import { doingWords } from './doing'
import { counted } from '../../domain/reading/counted'

export const PAGE = 50

export interface PeoplePage extends Page {
  readonly q: string
  readonly found: string
  readonly rows: readonly {
    readonly href: string
    readonly name: string
    readonly email: string
    readonly telephone: string
    readonly does: string
    readonly state: string
  }[]
  readonly pagination: Pages
}

/** The directory, or the part of it that was searched for. */
export function peoplePage(people: readonly (ListedPerson & { readonly of: number })[], asked: ListAsked): PeoplePage {
  const of = people[0]?.of ?? 0
  return {
    title: 'People',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'People' }],
    q: asked.q,
    found: counted(of, 'person', 'people'),
    rows: people.map((person) => ({
      href: `/admin/people/${person.id}`,
      name: person.name,
      email: person.email,
      telephone: person.telephone ?? 'Not given',
      does: doingWords(person),
      state: person.deactivatedAt === null ? 'Active' : 'Deactivated',
    })),
    pagination: pagesOf({ ...asked, path: '/admin/people', size: PAGE, of }),
  }
}

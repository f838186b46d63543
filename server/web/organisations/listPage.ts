import type { Organisation } from '../../db/organisations'
import { regionNamed } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import type { Page } from '../chrome'
import { pagesOf, type ListAsked, type Pages } from '../paging'
import { counted } from '../../domain/reading/counted'

export const PAGE = 50

export interface OrganisationsPage extends Page {
  readonly q: string
  readonly found: string
  readonly rows: readonly {
    readonly href: string
    readonly name: string
    readonly code: string
    readonly type: string
    readonly region: string
  }[]
  readonly pagination: Pages
}

/** The register, or the part of it that was searched for. */
export function organisationsPage(
  organisations: readonly (Organisation & { readonly of: number })[],
  asked: ListAsked,
): OrganisationsPage {
  const of = organisations[0]?.of ?? 0
  return {
    title: 'Organisations',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'Organisations' }],
    q: asked.q,
    found: counted(of, 'organisation'),
    rows: organisations.map(({ id, name, code, type, nhsRegion }) => ({
      href: `/admin/organisations/${id}`,
      name,
      code,
      type: organisationTypes[type].one,
      region: regionNamed(nhsRegion),
    })),
    pagination: pagesOf({ ...asked, path: '/admin/organisations', size: PAGE, of }),
  }
}

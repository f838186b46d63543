import type { Organisation, ReturnOfOrganisation } from '../../db/organisations'
import { adassRegions, nhsRegions } from '../../domain/organisations/regions'
import { organisationTypes } from '../../domain/organisations/types'
import type { Page } from '../chrome'
import { problemAt, summaryOf, type Typed } from '../forms'
import type { OrganisationTyped } from './organisationForm'

interface Option {
  readonly value: string
  readonly text: string
}

interface Field {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly value: string
  readonly problem: { readonly text: string } | undefined
  /** Of a list to choose from. */
  readonly items: readonly Option[] | undefined
  readonly isLong: boolean
}

export interface OrganisationPage extends Page {
  readonly action: string
  readonly button: string
  readonly fields: readonly Field[]
  /** Collections it may be asked for a return in. */
  readonly offered: readonly (Option & { readonly checked: boolean })[]
  /** Returns it is asked for already. */
  readonly returns: readonly { readonly text: string; readonly href: string }[]
  /** Where to add somebody of it. */
  readonly addPerson: string | undefined
}

const optionsOf = (named: Readonly<Record<string, string>>, none: string): Option[] => [
  { value: '', text: none },
  ...Object.entries(named).map(([value, text]) => ({ value, text })),
]

const types = Object.fromEntries(Object.entries(organisationTypes).map(([type, { one }]) => [type, one]))

type Described = Pick<Field, 'name' | 'label'> & Partial<Pick<Field, 'hint' | 'items' | 'isLong'>>

const described: readonly Described[] = [
  { name: 'name', label: 'Name' },
  { name: 'type', label: 'Type', items: optionsOf(types, 'Choose a type') },
  { name: 'code', label: 'Code', hint: 'The ODS code of a trust or provider, the GSS code of a council.' },
  { name: 'cassr_code', label: 'CASSR code (councils only)', hint: 'Three digits.' },
  { name: 'nhs_region', label: 'NHS region', items: optionsOf(nhsRegions, 'Choose a region') },
  { name: 'adass_region', label: 'ADASS region', items: optionsOf(adassRegions, 'Choose a region') },
  {
    name: 'pop_registered',
    label: 'Registered population (trusts)',
    hint: 'People registered with GP practices in the catchment.',
  },
  { name: 'pop_resident', label: 'Resident population (councils)', hint: 'Everybody who lives there.' },
  { name: 'pop_adults', label: 'Resident adults (councils)', hint: 'Aged 18 and over.' },
  {
    name: 'email_domains',
    label: 'What their email addresses end in',
    hint: 'What comes after the @, one on each line. A signatory with another address is asked to confirm it.',
    isLong: true,
  },
]

/** What the register holds, as the form has it. */
export const typedFrom = (organisation: Organisation): Typed => ({
  name: organisation.name,
  type: organisation.type,
  code: organisation.code,
  cassr_code: organisation.cassrCode ?? '',
  nhs_region: organisation.nhsRegion,
  adass_region: organisation.adassRegion,
  pop_registered: String(organisation.popRegistered ?? ''),
  pop_resident: String(organisation.popResident ?? ''),
  pop_adults: String(organisation.popAdults ?? ''),
  email_domains: organisation.emailDomains.join('\n'),
})

/** The form for an organisation: a new one, where none is given. */
export function organisationPage(
  organisation: Pick<Organisation, 'id' | 'name' | 'code'> | undefined,
  collections: readonly ReturnOfOrganisation[],
  { typed, problems, collections: ticked }: OrganisationTyped,
): OrganisationPage {
  const title = organisation?.name ?? 'Add an organisation'
  return {
    title,
    breadcrumbs: [
      { text: 'Administration', href: '/admin' },
      { text: 'Organisations', href: '/admin/organisations' },
      { text: title },
    ],
    problems: summaryOf(problems),
    action: organisation ? `/admin/organisations/${organisation.id}` : '/admin/organisations',
    button: organisation ? 'Save organisation' : 'Add organisation',
    fields: described.map(({ hint, items, isLong = false, ...field }) => ({
      ...field,
      hint,
      items,
      isLong,
      value: typed[field.name] ?? '',
      problem: problemAt(problems, field.name),
    })),
    offered: collections
      .filter(({ returnId }) => returnId === null)
      .map(({ collection, title: text }) => ({ value: collection, text, checked: ticked.includes(collection) })),
    returns: collections.flatMap(({ returnId, title: text }) =>
      returnId === null ? [] : [{ text, href: `/network/returns/${returnId}` }],
    ),
    addPerson: organisation && `/admin/people/new?organisation=${encodeURIComponent(organisation.code)}`,
  }
}

import type { Request } from 'express'
import { body, type ValidationChain } from 'express-validator'
import type { NewOrganisation } from '../../db/organisations'
import { codeInWords, isCodeOf } from '../../domain/organisations/codes'
import { adassRegions, nhsRegions } from '../../domain/organisations/regions'
import { isOrganisationType, organisationTypes } from '../../domain/organisations/types'
import type { Problem } from '../../domain/survey/readSection'
import { manyOf, readForm, type Typed } from '../forms'

export interface OrganisationTyped {
  readonly typed: Typed
  /** Codes of the collections that were ticked. */
  readonly collections: readonly string[]
  readonly problems: readonly Problem[]
}

export type OrganisationRead =
  | { readonly ok: true; readonly organisation: NewOrganisation; readonly sent: OrganisationTyped }
  | { readonly ok: false; readonly sent: OrganisationTyped }

const people = (name: string, what: string, [least, most]: readonly [number, number]): ValidationChain =>
  body(name)
    .customSanitizer((typed: string) => typed.replace(/[,\s]/g, ''))
    .custom(
      (typed: string) => typed === '' || (/^\d{1,9}$/.test(typed) && Number(typed) >= least && Number(typed) <= most),
    )
    .withMessage(
      `The ${what} must be a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}, or empty.`,
    )

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

const domainsIn = (typed: string): string[] =>
  typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((domain) => domain.replace(/^@/, ''))
    .filter((domain) => domain !== '')

const chains = () => ({
  name: body('name').trim().isLength({ min: 3, max: 200 }).withMessage('Enter the name, in 3 to 200 characters.'),
  type: body('type').isIn(Object.keys(organisationTypes)).withMessage('Choose a type.'),
  code: body('code')
    .trim()
    .toUpperCase()
    .isLength({ min: 3, max: 9 })
    .withMessage('Enter the code, of 3 to 9 characters.'),
  cassr_code: body('cassr_code')
    .trim()
    .matches(/^([0-9]{3})?$/)
    .withMessage('The CASSR code is three digits, or empty.'),
  nhs_region: body('nhs_region').isIn(Object.keys(nhsRegions)).withMessage('Choose an NHS region.'),
  adass_region: body('adass_region').isIn(Object.keys(adassRegions)).withMessage('Choose an ADASS region.'),
  pop_registered: people('pop_registered', 'registered population', [10_000, 6_000_000]),
  pop_resident: people('pop_resident', 'resident population', [2_000, 2_000_000]),
  pop_adults: people('pop_adults', 'number of adults', [2_000, 1_600_000]),
  email_domains: body('email_domains')
    .custom((typed: string) => domainsIn(typed).every((domain) => DOMAIN.test(domain)))
    .withMessage(
      'Write what comes after the @ of their addresses, such as eastvale-council.example, one on each line.',
    ),
})

/** Reads what the register is to hold of an organisation. */
export async function readOrganisation(req: Request): Promise<OrganisationRead> {
  const collections = manyOf(req, 'collections')
  const read = await readForm(req, chains())
  if (!read.ok) return { ok: false, sent: { ...read, collections } }
  const { values } = read
  const organisation = organisationIn(values)
  const sent = { typed: values, collections, problems: [] }
  if (organisation && isCodeOf(organisation.type, organisation.code)) return { ok: true, organisation, sent }
  return { ok: false, sent: { ...sent, problems: wrongCode(organisation) } }
}

const wrongCode = (organisation: NewOrganisation | undefined): Problem[] =>
  organisation
    ? [
        {
          address: 'code',
          says: `“${organisation.code}” is not the code of this type of organisation, which is ${codeInWords(organisation.type)}.`,
        },
      ]
    : [{ address: 'type', says: 'Choose a type.' }]

const numberIn = (typed: string): number | null => (typed === '' ? null : Number(typed))

function organisationIn(
  values: Readonly<Record<keyof ReturnType<typeof chains>, string>>,
): NewOrganisation | undefined {
  if (!isOrganisationType(values.type)) return undefined
  return {
    name: values.name,
    type: values.type,
    code: values.code,
    cassrCode: values.cassr_code === '' ? null : values.cassr_code,
    nhsRegion: values.nhs_region,
    adassRegion: values.adass_region,
    popRegistered: numberIn(values.pop_registered),
    popResident: numberIn(values.pop_resident),
    popAdults: numberIn(values.pop_adults),
    emailDomains: domainsIn(values.email_domains),
  }
}

import type { Question, Rule } from '../domain/survey/definition'
import { is } from '../domain/survey/expression'
import { anyOf, count, longWords, oneOf, words } from './words'

interface Dates {
  /** The day the survey is about: '30 September 2019'. */
  readonly census: string
  /** The year of the estimates of population, also a key of the definition's references: 'mid-2018'. */
  readonly population: string
}

/** Told before the first question. */
export const filledInForYou =
  'We have filled in what we hold about your organisation. You cannot change it here: if it is wrong, contact us, or use the box below the population.'

const identity = (census: string): readonly Question[] => [
  {
    code: 'org_name',
    label: 'Organisation name',
    hint: `As registered on ${census}. Contact us if this has changed through merger.`,
    shape: 'single',
    box: words(3, 200),
    reference: 'C',
    answering: 'prefilled',
  },
  {
    code: 'org_type',
    label: 'Type of organisation',
    hint: 'NHS trust or foundation trust; local authority with adult social services responsibilities; independent provider; voluntary, community or social enterprise.',
    shape: 'single',
    box: oneOf({
      nhs_trust: 'NHS trust or foundation trust',
      local_authority: 'Local authority',
      independent: 'Independent provider',
      voluntary: 'Voluntary, community or social enterprise',
    }),
    reference: 'C',
    answering: 'prefilled',
  },
  {
    code: 'org_code',
    label: 'Organisation code',
    hint: 'NHS trust: 3-character ODS code. Local authority: 9-character GSS code (E06, E08, E09 or E10). Independent/voluntary: ODS code if you have one, otherwise the code we gave you.',
    shape: 'single',
    // Each type of organisation has its own pattern: rule A01.
    box: {
      kind: 'text',
      min: 3,
      max: 9,
      like: { pattern: '^[A-Z0-9]{3,9}$', says: 'must be 3 to 9 capital letters and digits' },
    },
    reference: 'C',
    answering: 'prefilled',
  },
  {
    code: 'cassr_code',
    label: 'Council (CASSR) code',
    hint: '3 digits.',
    shape: 'single',
    box: { kind: 'text', min: 3, max: 3, like: { pattern: '^[0-9]{3}$', says: 'must be 3 digits' } },
    reference: 'C',
    answering: 'prefilled',
    organisations: ['local_authority'],
  },
]

const regions = (census: string): readonly Question[] => [
  {
    code: 'nhs_region',
    label: 'NHS England region',
    hint: `Seven regions at ${census}. For councils: the region containing the council; for providers: the region of the head office unless agreed otherwise.`,
    shape: 'single',
    box: oneOf({
      Y61: 'East of England',
      Y56: 'London',
      Y60: 'Midlands',
      Y63: 'North East and Yorkshire',
      Y62: 'North West',
      Y59: 'South East',
      Y58: 'South West',
    }),
    reference: 'C',
    answering: 'prefilled',
  },
  {
    code: 'adass_region',
    label: 'ADASS region',
    hint: 'Nine regions of the Association of Directors of Adult Social Services.',
    shape: 'single',
    box: oneOf({
      E12000004: 'East Midlands',
      E12000006: 'Eastern',
      E12000007: 'London',
      E12000001: 'North East',
      E12000002: 'North West',
      E12000008: 'South East',
      E12000009: 'South West',
      E12000005: 'West Midlands',
      E12000003: 'Yorkshire and Humber',
    }),
    reference: 'C',
    answering: 'prefilled',
  },
]

const populations = (population: string): readonly Question[] => [
  {
    code: 'pop_registered',
    label: 'Registered population of your catchment',
    hint: 'People registered with GP practices for whom you provide mental health services, all ages. Not weighted for need. Use the challenge box if wrong.',
    unit: 'people',
    shape: 'single',
    box: count(6_000_000, 'people', 10_000),
    reference: 'C',
    answering: 'prefilled',
    organisations: ['nhs_trust'],
  },
  {
    code: 'pop_resident',
    label: 'Resident population',
    hint: `ONS ${population} estimate, all ages.`,
    unit: 'people',
    shape: 'single',
    box: count(2_000_000, 'people', 2_000),
    reference: population,
    answering: 'prefilled',
    organisations: ['local_authority'],
  },
  {
    code: 'pop_resident_18plus',
    label: 'Resident population aged 18 and over',
    hint: `ONS ${population} estimate. Used for Care Act and DoLS rates.`,
    unit: 'people',
    shape: 'single',
    box: count(1_600_000, 'people', 2_000),
    reference: population,
    answering: 'prefilled',
    organisations: ['local_authority'],
  },
]

const scope: readonly Question[] = [
  {
    code: 'pop_challenge',
    label: 'If the population is wrong, tell us the figure and its source',
    shape: 'single',
    box: longWords(0, 1000),
    answering: 'optional',
    organisations: ['nhs_trust', 'local_authority'],
  },
  {
    code: 'return_scope',
    label: 'What does this return cover?',
    hint: 'One return per legal organisation. If you answer for others too, list them next.',
    shape: 'single',
    box: oneOf({
      whole_org: 'The whole of our organisation',
      part_of_org: 'Part of our organisation',
      joint_return: 'Our organisation and others (a joint return)',
    }),
    answering: 'required',
  },
  {
    code: 'return_scope_orgs',
    means: 'answers_for',
    label: 'Organisations covered by this joint return',
    hint: 'Example: a children’s company answering for two councils. Each listed organisation will be shown as “covered by” you and not chased.',
    shape: 'single',
    box: { kind: 'organisation', most: 10 },
    answering: 'required',
    when: is('return_scope', 'joint_return'),
  },
  {
    code: 'return_scope_detail',
    label: 'Which part of the organisation is covered, and why not all?',
    shape: 'single',
    box: longWords(10, 1000),
    answering: 'required',
    when: is('return_scope', 'part_of_org'),
  },
  {
    code: 'services_ages',
    rarelyChanges: true,
    label: 'Which age groups do your mental health services cover?',
    hint: 'Tick all.',
    shape: 'single',
    box: anyOf({
      cyp_0_17: 'Children and young people (0 to 17)',
      adult_18_64: 'Adults (18 to 64)',
      older_65_plus: 'Older people (65 and over)',
    }),
    reference: 'C',
    answering: 'required',
  },
]

/** Who is answering, and for what: section A of every survey, with the same codes (spec §2.1 and §3). */
export const organisationQuestions = ({ census, population }: Dates): readonly Question[] => [
  ...identity(census),
  ...regions(census),
  ...populations(population),
  ...scope,
]

export const contactQuestions: readonly Question[] = [
  {
    code: 'contact_name',
    label: 'Name of the person preparing the return',
    hint: 'We use this only to ask about the return.',
    shape: 'single',
    box: words(2, 100),
    answering: 'required',
  },
  {
    code: 'contact_email',
    label: 'Work e-mail',
    hint: 'Shared mailboxes are allowed.',
    shape: 'single',
    box: { kind: 'email' },
    answering: 'required',
  },
  {
    code: 'contact_phone',
    label: 'Telephone',
    shape: 'single',
    box: { kind: 'telephone' },
    answering: 'optional',
  },
]

export const organisationRules: readonly Rule[] = [
  {
    code: 'A01',
    level: 'hard',
    says: 'The code {code} is not on our list for your type of organisation. Contact us, so that we can put our register right.',
    platform: 'code_in_register',
    about: ['org_code'],
  },
  {
    code: 'A02',
    level: 'hard',
    says: '{org} has already started a return. Contact them or us, or take them off the list.',
    platform: 'covered_not_started',
    about: ['return_scope_orgs'],
  },
]

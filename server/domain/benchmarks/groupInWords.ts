import { adassRegions, regionNamed } from '../organisations/regions'
import { isOrganisationType, organisationTypes } from '../organisations/types'
import type { SurveyDefinition } from '../survey/definition'
import type { OrganisationType } from '../survey/expression'
import { atlasOf } from '../survey/places'
import type { PeerGroupKind } from './indicator'

/** What the kinds of groups are called where one is chosen. */
export const groupKinds: Readonly<Record<PeerGroupKind, string>> = {
  type: 'The same type, in England',
  region: 'The same type, in the same region',
  model: 'The same way of providing social workers',
  size: 'The same size of population',
  service: 'The same ages served',
  all: 'All organisations',
}

/** Whether a word names a kind of group of peers. */
export const isGroupKind = (given: unknown): given is PeerGroupKind =>
  typeof given === 'string' && Object.hasOwn(groupKinds, given)

/** "NHS trusts", "councils": in the middle of a sentence. */
export const manyInWords = (type: OrganisationType): string => {
  const { many } = organisationTypes[type]
  return type === 'nhs_trust' ? many : many.toLowerCase()
}

/** Who is in a group: `region:nhs_trust:Y56` is "NHS trusts in London". */
export function groupInWords(group: string, definition: SurveyDefinition): string {
  const [kind = '', type = '', which = ''] = group.split(':')
  if (!isOrganisationType(type)) return 'all organisations'
  const those = manyInWords(type)
  switch (kind) {
    case 'region':
      return `${those} in ${articled(regionInWords(which))}`
    case 'model':
      return `${those} with the same model: ${labelOf(definition, type, which)}`
    case 'size':
      return `${those} with ${thirds[which] ?? 'the same'} populations`
    case 'service':
      return `${those} serving ${agesOf(definition, which)}`
    default:
      return those
  }
}

const thirds: Readonly<Record<string, string>> = {
  1: 'the smallest third of',
  2: 'the middle third of',
  3: 'the largest third of',
}

const isAdass = (code: string): code is keyof typeof adassRegions => Object.hasOwn(adassRegions, code)

/** A region's name, whichever it is a region of. */
export const regionInWords = (code: string): string => (isAdass(code) ? adassRegions[code] : regionNamed(code))

/** "the North West", but "London". */
function articled(region: string): string {
  if (region === 'Eastern') return 'the Eastern region'
  return /^(North|South|East|West|Mid)/.test(region) ? `the ${region}` : region
}

const labelOf = (definition: SurveyDefinition, type: OrganisationType, value: string): string =>
  optionAt(definition, definition.peers?.model[type]?.address, value)

const agesOf = (definition: SurveyDefinition, joined: string): string =>
  joined
    .split('+')
    .map((age) => optionAt(definition, definition.peers?.services?.address, age))
    .join(', ')

/** The words of an option, as the survey offers it. */
function optionAt(definition: SurveyDefinition, address: string | undefined, value: string): string {
  const box = address === undefined ? undefined : atlasOf(definition).place(address)?.box
  const options = box?.kind === 'choice' || box?.kind === 'choices' ? box.options : []
  const label = options.find((option) => option.value === value)?.label ?? value
  return label.charAt(0).toLowerCase() + label.slice(1)
}

import { isStatus, narrowingOf, type Narrowing } from '../../domain/chasing/narrowing'
import { isWorklistView, worklistViews } from '../../domain/chasing/views'
import { isNhsRegion, nhsRegions } from '../../domain/organisations/regions'
import { isOrganisationType, organisationTypes } from '../../domain/organisations/types'
import { statuses } from '../../domain/returns/lifecycle'

interface NarrowingRead {
  readonly narrowing: Narrowing
  /** What was asked for and does not exist, each in a sentence. */
  readonly unknown: readonly string[]
}

const LONGEST_SEARCH = 100

const isOwner = (given: string): boolean =>
  given === 'nobody' || /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given)

/** Reads the words of the worklist's address, wherever they stand: in an address, or in a form. `me` is whoever asks. */
export function readNarrowing(given: Readonly<Record<string, unknown>>, me: string): NarrowingRead {
  const text = (name: string): string => {
    const sent = given[name]
    return typeof sent === 'string' ? sent.trim().slice(0, LONGEST_SEARCH) : ''
  }
  const [view, status, type, region] = [text('view'), text('status'), text('type'), text('region')]
  const [owner, q] = [text('owner') === 'me' ? me : text('owner'), text('q')]
  return {
    narrowing: narrowingOf({ view, status, type, region, q }, isOwner(owner) ? owner.toLowerCase() : undefined),
    unknown: [
      ...unknown('view', view, isWorklistView(view)),
      ...unknown('state', status, isStatus(status)),
      ...unknown('type', type, isOrganisationType(type)),
      ...unknown('region', region, isNhsRegion(region)),
    ],
  }
}

const unknown = (what: string, given: string, isKnown: boolean): string[] =>
  given === '' || isKnown ? [] : [`There is no ${what} called “${given.slice(0, 40)}”.`]

/** The words of an address, as they stand in hidden boxes or behind a question mark. */
export const wordsOf = (narrowing: Narrowing): { readonly name: string; readonly value: string }[] =>
  Object.entries(narrowing).map(([name, value]) => ({ name, value: String(value) }))

interface Option {
  readonly value: string
  readonly text: string
}

const options = (all: string, of: Readonly<Record<string, string>>): Option[] => [
  { value: '', text: all },
  ...Object.entries(of).map(([value, text]) => ({ value, text })),
]

/** Everything that can be chosen between. */
export const choices: Readonly<Record<'views' | 'statuses' | 'types' | 'regions', readonly Option[]>> = {
  // Who is only to answer a question has sent its return in, and is reminded without this.
  views: options('Any', worklistViews).filter(({ value }) => value !== 'queried'),
  statuses: options('Any state', statuses),
  types: options(
    'All types',
    Object.fromEntries(Object.entries(organisationTypes).map(([type, { many }]) => [type, many])),
  ),
  regions: options('All regions', nhsRegions),
}

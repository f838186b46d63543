import type { FoundReturn } from '../../db/foundReturn'
import type { Person } from '../../db/people'
import { definitionOf } from '../../surveys'
import { benchmarksOf, type BenchmarksLine } from './benchmarksLine'
import { counted } from '../../domain/reading/counted'
import { closingWords } from './openWords'
import { whenSaved } from './stateWords'
import { statusWords } from './tasksPage'
import type { Progress } from '../../domain/survey/progress'

/** The returns of the organisations somebody belongs to. */
export interface ListPage {
  readonly title: string
  readonly organisations: readonly OrganisationReturns[]
}

export interface OrganisationReturns {
  readonly name: string
  readonly returns: readonly {
    readonly href: string
    readonly title: string
    readonly status: string
    readonly progress: string | undefined
    readonly closes: string
    readonly saved: string
    readonly benchmarks: BenchmarksLine | undefined
  }[]
}

/** The returns of somebody's organisations: how each stands, and how long there is. */
export const listPage = (
  person: Person,
  returns: readonly FoundReturn[],
  published: ReadonlySet<string>,
): ListPage => ({
  title: person.memberships.length > 1 ? 'Your organisations’ returns' : 'Your organisation’s returns',
  organisations: person.memberships.map(({ organisationId, organisation, role }) => ({
    name: organisation,
    returns: returns
      .filter((each) => each.organisation.id === organisationId)
      .map((found) => ({
        href: `/returns/${found.id}`,
        title: found.collection.title,
        status: statusWords(found),
        progress: role === 'contributor' ? undefined : progressWords(found),
        closes: closingWords(found, definitionOf(found.collection.code)),
        benchmarks: role !== 'contributor' && published.has(found.collection.id) ? benchmarksOf(found.id) : undefined,
        saved: found.lastSavedAt ? `Last saved ${whenSaved(found.lastSavedAt, found.now)}` : 'Nothing saved yet',
      })),
  })),
})

/** As kept by the last save: sections nobody has touched yet are not among them. */
function progressWords({ progress }: FoundReturn): string | undefined {
  const sections: Progress[] = Object.values(progress)
  const asked = sections.filter(({ status }) => status !== 'not_applicable')
  const done = asked.filter(({ status }) => status.startsWith('complete'))
  return done.length === 0 ? undefined : `${counted(done.length, 'section')} finished`
}

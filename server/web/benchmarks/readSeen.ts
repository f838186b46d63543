import type { OwnReturn } from '../../db/foundReturn'
import { earlierMemberships, membersIn } from '../../db/releaseGroups'
import {
  figuresOfRelease,
  marksOfRelease,
  memberOf,
  type FoundMember,
  type FoundRelease,
  type NamedMark,
} from '../../db/releases'
import { contributionsOf } from '../../domain/benchmarks/contribution'
import { figureBook } from '../../domain/benchmarks/figureBook'
import { surveyOf } from '../../domain/collections/series'
import { sheetOf } from '../../domain/survey/routing'
import type { Sheet } from '../../domain/survey/sheet'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { groupOf } from './choice'
import type { EarlierSeen, NamedValue, Released, Seen, Size } from './seen'

type Db = Services['db']

/** What an employer may see of a release: its own figures and those of its groups. Undefined where it is not in it. */
export async function readSeen(
  db: Db,
  found: OwnReturn,
  release: FoundRelease,
): Promise<{ readonly seen: Seen; readonly released: Released } | undefined> {
  const member = await memberOf(db, release.id, found.id)
  if (!member) return undefined
  const [figures, marks, members, earlier] = await Promise.all([
    figuresOfRelease(db, release.id, { groups: member.groups }),
    marksOfRelease(db, release.id),
    membersIn(db, release.id, member.groups),
    readEarlier(db, found),
  ])
  const sheet = sheetIn(member)
  const seen: Seen = {
    definition: sheet.definition,
    sheet,
    own: contributionsOf(sheet),
    groups: member.groups,
    figure: figureBook(figures).at,
    others: othersIn(marks, found.id),
    size: sizeIn(release, members),
    earlier,
  }
  return { seen, released: releasedOf(release, member, found) }
}

/** A submission as it stands in a release: read with the register as it was then. */
const sheetIn = ({ definition, register, essentialOnly, cells }: FoundMember): Sheet =>
  sheetOf(definitionOf(definition), { organisation: register, essentialOnly }, cells)

const releasedOf = ({ number, kind, decidedAt }: FoundRelease, member: FoundMember, found: OwnReturn): Released => ({
  number,
  kind,
  decidedAt,
  submittedAt: member.submittedAt,
  isOvertaken: found.standingSubmissionId !== null && found.standingSubmissionId !== member.submissionId,
})

/** Everybody named in a group but the reader, who sees their own mark. */
function othersIn(marks: readonly NamedMark[], returnId: string): Seen['others'] {
  const by = new Map<string, NamedMark[]>()
  for (const mark of marks) by.set(mark.indicator, [...(by.get(mark.indicator) ?? []), mark])
  return (indicator, group): NamedValue[] =>
    (by.get(indicator) ?? [])
      .filter(({ organisation, groups }) => organisation !== returnId && groups.includes(group))
      .map(({ name, value }) => ({ name, value }))
}

function sizeIn({ methods }: FoundRelease, members: ReadonlyMap<string, number>): Seen['size'] {
  const asked = new Map(methods.response.map((line) => [line.group, line.asked]))
  return (group): Size => {
    const organisations = asked.get(group)
    return organisations === undefined
      ? { organisations: members.get(group) ?? 0, are: 'responded' }
      : { organisations, are: 'asked' }
  }
}

/** The same organisation in earlier collections of the survey, as employers see them. */
async function readEarlier(db: Db, { organisation, collection, openness }: OwnReturn): Promise<EarlierSeen[]> {
  const memberships = await earlierMemberships(db, organisation.id, openness.opensAt)
  const ofSurvey = memberships.filter((each) => surveyOf(each.collection) === surveyOf(collection.code))
  const found = await Promise.all(
    ofSurvey.map(async ({ releaseId, returnId }) => {
      const member = await memberOf(db, releaseId, returnId)
      if (!member) return []
      const type = groupOf('type', member.groups)
      const figures = await figuresOfRelease(db, releaseId, { groups: type === undefined ? [] : [type] })
      const sheet = sheetIn(member)
      return [{ definition: sheet.definition, own: contributionsOf(sheet), figure: figureBook(figures).at }]
    }),
  )
  return found.flat()
}

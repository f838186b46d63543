import type { Content } from '../domain/benchmarks/content'
import type { Member } from '../domain/benchmarks/member'
import type { Release } from '../domain/benchmarks/release'
import type { Tx } from './transaction'

export type NewRelease = Omit<Release, 'id'> & {
  readonly collectionId: string
  readonly madeBy: string
}

/** Writes a release; its id. */
export async function insertRelease(tx: Tx, release: NewRelease, content: Content): Promise<string> {
  const { parameters, methods, changed, ...rest } = release
  const { id } = await tx
    .insertInto('releases')
    .values({
      ...rest,
      parameters: JSON.stringify(parameters),
      methods: JSON.stringify(methods),
      changed: JSON.stringify(changed),
      publishedBy: release.publishedAt === null ? null : release.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertContent(tx, id, content)
  return id
}

/** So many rows to a statement that it stays short. */
const AT_ONCE = 1_000

async function inParts<T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await write(rows.slice(from, from + AT_ONCE))
}

async function insertContent(tx: Tx, releaseId: string, content: Content): Promise<void> {
  await inParts(content.members, (part) =>
    tx
      .insertInto('releaseMembers')
      .values(part.map((member) => memberRow(releaseId, member)))
      .execute(),
  )
  await inParts(content.figures, (part) =>
    tx
      .insertInto('figures')
      .values(
        part.map((figure) => ({
          releaseId,
          indicator: figure.indicator,
          peerGroup: figure.group,
          figure: JSON.stringify(figure),
        })),
      )
      .execute(),
  )
  for (const { code, submissions, groups } of content.contributors) {
    await tx
      .insertInto('releaseContributors')
      .values({ releaseId, code, submissions: [...submissions], groups: [...groups] })
      .execute()
  }
  await inParts(content.tallies, (part) =>
    tx
      .insertInto('tallies')
      .values(
        part.map((counts) => ({
          releaseId,
          tally: counts.tally,
          peerGroup: counts.group,
          counts: JSON.stringify(counts),
        })),
      )
      .execute(),
  )
  await inParts(content.marks, (part) =>
    tx
      .insertInto('marks')
      .values(
        part.map(({ indicator, organisation, value }) => ({ releaseId, indicator, returnId: organisation, value })),
      )
      .execute(),
  )
}

const memberRow = (releaseId: string, { returnId, submissionId, organisation, named, groups }: Member) => ({
  releaseId,
  returnId,
  submissionId,
  name: organisation.name,
  type: organisation.type,
  register: JSON.stringify(organisation),
  groups: [...groups],
  named,
})

/** Lets employers see a release from now on. */
export async function setPublished(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx.updateTable('releases').set({ publishedBy: by, publishedAt: at }).where('id', '=', id).execute()
}

import type { Reader, Tx } from './transaction'

/** A section given to a colleague, with the day it is wanted by. */
export interface Assignment {
  readonly section: string
  readonly name: string
  /** A London date, YYYY-MM-DD. */
  readonly dueOn: string | null
}

/** Who was given which sections of a return. */
export const assignmentsOf = (db: Reader, returnId: string): Promise<Assignment[]> =>
  db
    .selectFrom('assignments')
    .innerJoin('people', 'people.id', 'assignments.personId')
    .select(['section', 'people.name', 'dueOn'])
    .where('returnId', '=', returnId)
    .orderBy('section')
    .orderBy('people.name')
    .execute()

/** A section as it was given, with the note that went with it. */
export interface GivenSection extends Omit<Assignment, 'name'> {
  readonly returnId: string
  readonly personId: string
  readonly note: string | null
}

/** Every section of an employer's returns that somebody was given. */
export const sectionsGivenIn = (db: Reader, organisationId: string): Promise<GivenSection[]> =>
  db
    .selectFrom('assignments')
    .innerJoin('returns', 'returns.id', 'assignments.returnId')
    .select(['assignments.returnId', 'section', 'personId', 'dueOn', 'note'])
    .where('returns.organisationId', '=', organisationId)
    .orderBy('section')
    .execute()

/** Gives sections to somebody; those they had already get the new date and note. */
export async function insertAssignments(
  tx: Tx,
  sections: readonly string[],
  given: Omit<GivenSection, 'section'> & { readonly decidedAt: Date },
): Promise<void> {
  const { dueOn, note, decidedAt } = given
  await tx
    .insertInto('assignments')
    .values(sections.map((section) => ({ ...given, section })))
    .onConflict((again) => again.columns(['returnId', 'section', 'personId']).doUpdateSet({ dueOn, note, decidedAt }))
    .execute()
}

/** Takes a section back; how many there were to take. */
export async function deleteAssignment(
  tx: Tx,
  given: Pick<GivenSection, 'returnId' | 'section' | 'personId'> & { readonly organisationId: string },
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('assignments')
    .where('returnId', '=', given.returnId)
    .where('returnId', 'in', returnsOf(tx, given.organisationId))
    .where('section', '=', given.section)
    .where('personId', '=', given.personId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Takes back all that somebody was given by one employer. */
export async function deleteAssignmentsOf(tx: Tx, personId: string, organisationId: string): Promise<void> {
  await tx
    .deleteFrom('assignments')
    .where('personId', '=', personId)
    .where('returnId', 'in', returnsOf(tx, organisationId))
    .execute()
}

const returnsOf = (tx: Tx, organisationId: string) =>
  tx.selectFrom('returns').select('id').where('organisationId', '=', organisationId)

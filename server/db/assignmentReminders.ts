import type { Reader } from './transaction'

/** The sections somebody still of the team was given with a day, in returns that are among these. */
export const datedAssignments = (db: Reader, returnIds: readonly string[]) =>
  db
    .selectFrom('assignments')
    .innerJoin('returns', 'returns.id', 'assignments.returnId')
    .innerJoin('people', 'people.id', 'assignments.personId')
    .innerJoin('memberships', (join) =>
      join
        .onRef('memberships.personId', '=', 'people.id')
        .onRef('memberships.organisationId', '=', 'returns.organisationId'),
    )
    .select([
      'assignments.returnId',
      'assignments.section',
      'assignments.dueOn',
      'assignments.decidedAt as assignedAt',
      'returns.progress',
      'people.id as personId',
      'people.name',
      'people.email',
    ])
    .where('assignments.returnId', 'in', returnIds.length > 0 ? returnIds : [null])
    .where('assignments.dueOn', 'is not', null)
    .where('people.deactivatedAt', 'is', null)
    .orderBy('people.email')
    .orderBy('section')
    .execute()

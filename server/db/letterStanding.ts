import { sql } from 'kysely'
import type { ClaimedLetter } from './post'
import type { Reader } from './transaction'

/** What has become of a letter's reader, and of the letter among others, since it was written. */
export const readerStanding = (db: Reader, { id }: Pick<ClaimedLetter, 'id'>) =>
  db
    .selectFrom('post')
    .leftJoin('people', 'people.id', 'post.personId')
    .select([
      sql<boolean>`people.deactivated_at is not null`.as('readerLeft'),
      sql<boolean>`exists (
        select from memberships join returns using (organisation_id)
        where returns.id = post.return_id and memberships.person_id = post.person_id)`.as('readerBelongs'),
      sql<boolean>`exists (
        select from post later
        where later.return_id = post.return_id and later.person_id = post.person_id
          and later.kind in ('reminder', 'signature_reminder') and post.kind in ('reminder', 'signature_reminder')
          and later.decided_at > post.decided_at)`.as('overtaken'),
    ])
    .where('post.id', '=', id)
    .executeTakeFirstOrThrow()

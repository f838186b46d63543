import { sql } from 'kysely'
import { tellingLimits, type Told, type Telling } from '../domain/chasing/telling'
import type { ClaimedLetter } from './claimedLetters'
import type { Reader } from './transaction'
import { waitsForEmployer } from './unanswered'

/** What a letter counts as having told its reader; null where it does not count. */
const telling = sql<Telling | null>`case when post.told_on is not null then jsonb_build_object(
  'day', post.told_on, 'occasion', coalesce(post.campaign_id::text, 'reminders'),
  'today', (app_now() at time zone 'Europe/London')::date) end`

/** What else its reader has been told. Of two letters that are being sent at this moment, one counts. */
const told = sql<readonly Told[]>`(
  select coalesce(jsonb_agg(distinct jsonb_build_object(
    'day', other.told_on, 'occasion', coalesce(other.campaign_id::text, 'reminders'))), '[]')
  from post other where other.person_id = post.person_id and other.id <> post.id
    and other.told_on > post.told_on - ${sql.lit(tellingLimits.withinDays)}
    and (other.state in ('sent', 'kept')
      or other.state = 'waiting' and other.leased_until > clock_timestamp() and other.id < post.id))`

/** What has become of a letter's reader, and of the letter among others, since it was written. */
export const readerStanding = (db: Reader, { id }: Pick<ClaimedLetter, 'id'>) =>
  db
    .selectFrom('post')
    .leftJoin('people', 'people.id', 'post.personId')
    .leftJoin('campaigns', 'campaigns.id', 'post.campaignId')
    .select([
      sql<boolean>`people.deactivated_at is not null`.as('readerLeft'),
      sql<boolean>`people.bouncing_since is not null`.as('readerBounces'),
      sql<boolean>`coalesce(campaigns.despite_gap, false)`.as('despiteGap'),
      telling.as('telling'),
      told.as('told'),
      sql<boolean>`exists (
        select from memberships join returns using (organisation_id)
        where returns.id = post.return_id and memberships.person_id = post.person_id)`.as('readerBelongs'),
      sql<boolean>`exists (
        select from queries where queries.return_id = post.return_id and ${waitsForEmployer})`.as('questionsWait'),
      sql<boolean>`exists (
        select from post later
        where later.return_id = post.return_id and later.person_id = post.person_id
          and later.kind in ('reminder', 'signature_reminder') and post.kind in ('reminder', 'signature_reminder')
          and later.decided_at > post.decided_at)`.as('overtaken'),
    ])
    .where('post.id', '=', id)
    .executeTakeFirstOrThrow()

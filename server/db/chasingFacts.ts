import { sql, type RawBuilder } from 'kysely'
import type { Averages } from '../domain/chasing/weighing'
import { before, hoursOf } from '../domain/chasing/spans'
import { points } from '../domain/chasing/points'
import type { WorklistView } from '../domain/chasing/views'
import { waitsForEmployer } from './unanswered'

/** What is known of a return that is chased, as SQL over `returns`, `organisations` and `chasing`. */

/** The moment for which a list is made, and how many sections its survey has to fill in. */
export interface ListedAt {
  readonly now: Date
  readonly sections: number
  /** How many people the average trust, and the average council, of the collection has. */
  readonly averages: Averages
  /** Before its collection opens nobody is chased. */
  readonly upcoming?: boolean
}

/** The life of a return in which its employer is still to send it (domain/returns/lifecycle.ts). */
export const outstanding = sql<boolean>`returns.status in ('not_started', 'in_progress', 'awaiting_signature', 'reopened')`

/** The population a type is measured by: registered with trusts, resident with councils, none of others. */
export const population = sql<number | null>`case organisations.type
  when 'nhs_trust' then organisations.pop_registered when 'local_authority' then organisations.pop_resident end`

/** What was promised before the submission that stands has been kept. */
export const promisedOn = sql<string | null>`case when chasing.promised_on is null then null
  when returns.standing_submission_id is null or chasing.promised_at > (
    select decided_at from submissions where submissions.id = returns.standing_submission_id) then chasing.promised_on end`

/** Letters that asked for it since its employer last did something; several to one employer at one time are one. */
export const lettersUnanswered = sql<number>`(
  select count(distinct post.decided_at)::int from post
  where post.return_id = returns.id and post.kind in ('reminder', 'signature_reminder', 'chase')
    and post.state in ('sent', 'kept') and post.decided_at > coalesce(returns.last_active_at, '-infinity'))`

export const bouncing = sql<boolean>`returns.organisation_id in (
  select memberships.organisation_id from memberships join people on people.id = memberships.person_id
  where people.bouncing_since is not null and people.deactivated_at is null and memberships.role = 'preparer')`

const londonDay = (moment: RawBuilder<Date>): RawBuilder<string> =>
  sql<string>`(${moment} at time zone 'Europe/London')::date`

const moment = (at: Date) => sql<Date>`${at}::timestamptz`

const ago = (now: Date, days: number) => moment(before(now, hoursOf(days)))

/** The London day of this listing, as a SQL date. */
export const today = ({ now }: ListedAt) => londonDay(moment(now))

/** How many sections this employer is asked at all. */
export const sectionsAsked = ({ sections }: ListedAt) => sql<number>`(${sections}::int - returns.not_asked)`

const notOpened = sql<boolean>`(returns.status = 'not_started' and returns.first_opened_at is null)`

const quietSince = (at: ListedAt) => sql<boolean>`returns.last_active_at < ${ago(at.now, points.quietDays)}`

/** Waiting for a signature for longer than the table of points allows (`points.waitingDays`). */
export const waitsLong = (at: ListedAt) =>
  sql<boolean>`(returns.status = 'awaiting_signature' and returns.requested_at < ${ago(at.now, points.waitingDays)})`

/** So many tenths of its sections finished that one call may bring it in (`points.nearlyDoneTenths`). */
export const nearlyDone = (at: ListedAt) =>
  sql<boolean>`(returns.finished > 0 and returns.finished * 10 >= ${sectionsAsked(at)} * ${points.nearlyDoneTenths}::int)`

/** Whoever was in touch in the last days is given time, but not over a promise that has passed since. */
const givenTime = (at: ListedAt) => sql<boolean>`coalesce(
  chasing.last_contact_at >= ${ago(at.now, points.givenTime)}
    and (${promisedOn} is null or ${londonDay(sql<Date>`chasing.last_contact_at`)} > ${promisedOn}), false)`

const when = (condition: RawBuilder<boolean>, worth: number) =>
  sql<number>`case when ${condition} then ${worth}::int else 0 end`

const standing = (at: ListedAt) => sql<number>`case
  when returns.status = 'awaiting_signature' then ${when(waitsLong(at), points.waiting)}
  else case
    when ${notOpened} then ${points.neverOpened}::int
    when returns.status = 'not_started' then ${points.nothingSaved}::int
    when ${quietSince(at)} then ${points.quiet}::int
    else 0 end + ${when(nearlyDone(at), points.nearlyDone)} end`

const averagePopulation = ({ averages }: ListedAt) => sql<number | null>`case organisations.type
  when 'nhs_trust' then ${averages.nhs_trust ?? null}::int
  when 'local_authority' then ${averages.local_authority ?? null}::int end`

/** None where there is no population: of nothing and a limit, `least` would be the limit. */
const populationPoints = (
  at: ListedAt,
) => sql<number>`case when ${population} is null or ${averagePopulation(at)} is null then 0
  else least(${points.mostPopulation}::int, ${points.averagePopulation}::int * ${population} / ${averagePopulation(at)}) end`

/** Whoever has promised a day that has not passed, or was in touch in the last days, is left in peace. */
const leftInPeace = (at: ListedAt) => sql<boolean>`(coalesce(${promisedOn} >= ${today(at)}, false) or ${givenTime(at)})`

/** All points but those for letters, which are counted one return at a time. */
const pointsWithoutLetters = (at: ListedAt) => sql<number>`(
  ${when(sql<boolean>`${promisedOn} is not null`, points.promisePassed)}
  + ${standing(at)}
  + ${when(bouncing, points.bouncing)}
  + ${populationPoints(at)})`

const letterPoints = sql<number>`${points.eachLetter}::int * least(${points.mostLetters}::int, ${lettersUnanswered})`

/** The same points as domain/chasing/ringing.ts gives, so that the database can order by them. */
export const ringScore = (at: ListedAt) => sql<number>`case
  when not ${outstanding} or ${leftInPeace(at)} then 0
  else ${pointsWithoutLetters(at)} + ${letterPoints} end`

/** Whether that is enough to be among the first: letters are only counted where they decide it. */
const ringsFirst = (at: ListedAt) => sql<boolean>`(not ${leftInPeace(at)} and case
  when ${pointsWithoutLetters(at)} >= ${points.ringFirst}::int then true
  when ${pointsWithoutLetters(at)} + ${points.eachLetter * points.mostLetters}::int < ${points.ringFirst}::int then false
  else ${pointsWithoutLetters(at)} + ${letterPoints} >= ${points.ringFirst}::int end)`

/** Somebody was asked about a figure and has not answered. */
const queried = sql<boolean>`returns.id in (select queries.return_id from queries where ${waitsForEmployer})`

/** Which returns a view shows: all of them are still to come in, but those that were asked about what has. */
export function isInView(view: WorklistView, at: ListedAt): RawBuilder<boolean> {
  if (view === 'queried') return queried
  return at.upcoming ? sql<boolean>`false` : sql<boolean>`(${outstanding} and ${conditions[view](at)})`
}

const conditions: Record<Exclude<WorklistView, 'queried'>, (at: ListedAt) => RawBuilder<boolean>> = {
  ring: ringsFirst,
  promise_passed: (at) => sql`${promisedOn} < ${today(at)}`,
  promised_today: (at) => sql`${promisedOn} = ${today(at)}`,
  not_opened: () => notOpened,
  quiet: (at) => sql`returns.status <> 'awaiting_signature' and ${quietSince(at)}`,
  nearly_done: (at) => sql`returns.status <> 'awaiting_signature' and ${nearlyDone(at)}`,
  waiting: waitsLong,
  bouncing: () => bouncing,
}

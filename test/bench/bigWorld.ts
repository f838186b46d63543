import type { Pool } from 'pg'

/** What the sections of a return that is half done look like, as they are kept with it. */
const progress = `(
  select jsonb_object_agg(code, jsonb_build_object('status',
    case when hashtext(code || n) % 9 = 0 then 'not_applicable' when ascii(code) - 96 <= n % 16 then 'complete'
      else 'in_progress' end, 'required', 9, 'answered', 5, 'hard', n % 3, 'soft', 2, 'explained', n % 3))
  from unnest(string_to_array('abcdefghijklmno', null)) as code)`

const moment = `timestamptz '2020-01-06 09:00Z' + make_interval(mins => (n * 37) % 30000)`

/** So many employers with people, and their returns in every state, with letters, calls, owners and submissions. */
export async function makeBigWorld(pool: Pool, many: number): Promise<void> {
  const statements = [
    `insert into organisations (name, type, code, nhs_region, adass_region, pop_registered, pop_resident)
     select 'Employer ' || n || ' of ' || md5(n::text), (array['nhs_trust', 'local_authority', 'independent', 'voluntary'])[1 + n % 4],
       'N' || n, (array['Y61', 'Y56', 'Y60', 'Y63', 'Y62', 'Y59', 'Y58'])[1 + n % 7], 'E12000004',
       100000 + (n * 7919) % 1400000, 20000 + (n * 7919) % 900000 from generate_series(1, ${many}) n`,
    `insert into people (email, name, telephone)
     select role || n || '@big.example', 'Somebody ' || n, '01632 960 001'
     from generate_series(1, ${many}) n, unnest(array['preparer', 'signatory']) as role`,
    `insert into memberships (person_id, organisation_id, role)
     select people.id, organisations.id, role from generate_series(1, ${many}) n
     cross join unnest(array['preparer', 'signatory']) as role
     join people on email = role || n || '@big.example' join organisations on code = 'N' || n`,
    `insert into returns (collection_id, organisation_id, status, progress, first_opened_at, last_saved_at, requested_at)
     select collections.id, organisations.id,
       (array['not_started', 'in_progress', 'in_progress', 'awaiting_signature', 'submitted', 'submitted', 'submitted',
         'nil', 'declined', 'not_started'])[1 + n % 10], ${progress},
       case when n % 10 > 0 then ${moment} end, case when n % 10 between 1 and 7 then ${moment} end,
       case when n % 10 between 3 and 7 then ${moment} end
     from generate_series(1, ${many}) n join organisations on organisations.code = 'N' || n
     join collections on collections.code = 'mhsw-2019'`,
    `insert into post (kind, cause, return_id, person_id, to_name, to_address, subject, paragraphs, message_id, state,
       decided_at)
     select 'reminder', id || day, id, null, 'Somebody', 'somebody@big.example', 'A reminder',
       jsonb_build_array(repeat('It closes soon. ', 40)), id || day, 'sent', day::timestamptz
     from returns, unnest(array['2020-01-13 09:00Z', '2020-01-27 09:00Z']) as day where status <> 'declined'`,
    `insert into contacts_made (return_id, kind, said, promised_on, person_id, decided_at)
     select returns.id, 'call', 'They promised to send it', date '2020-01-20' + (row_number() over () % 20)::int, staff.id,
       '2020-01-17 10:00Z' from returns, (select id from people where staff_role = 'network' limit 1) staff
     where status in ('in_progress', 'not_started')`,
    `insert into chasing (return_id, owner_id, owned_at, last_contact_at, promised_on, promised_at)
     select distinct on (return_id) return_id, person_id, decided_at, decided_at, promised_on, decided_at
     from contacts_made order by return_id, id desc`,
    `with signed as (
       insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil, identified,
         signed_by, decided_at)
       select returns.id, 1, 'R' || returns.id, 'mhsw-2019', jsonb_build_object('a', repeat(md5(random()::text), 40)), '[]',
         'hash', 1, status = 'nil', true, person_id, requested_at from returns join memberships using (organisation_id)
       where status in ('submitted', 'nil') and role = 'signatory' and requested_at is not null returning id, return_id)
     update returns set standing_submission_id = signed.id from signed where returns.id = return_id`,
    `insert into return_events (return_id, kind, decided_at)
     select return_id, kind, decided_at from submissions, unnest(array['started', 'signature_requested', 'submitted']) as kind`,
    'vacuum analyze',
  ]
  for (const statement of statements) await pool.query(statement)
}

-- What lists show of a return, counted from what is kept of its sections and never told twice: they order and narrow by
-- it without looking inside.
create function unexplained_in(progress jsonb) returns integer
language sql immutable parallel safe as $$
  select coalesce(sum((section.value ->> 'soft')::int - (section.value ->> 'explained')::int), 0)::int
  from jsonb_each(progress) as section where section.value ->> 'status' <> 'not_applicable'
$$;

create function problems_in(progress jsonb) returns integer
language sql immutable parallel safe as $$
  select coalesce(sum((section.value ->> 'hard')::int), 0)::int
  from jsonb_each(progress) as section where section.value ->> 'status' <> 'not_applicable'
$$;

alter table returns
  add column finished integer not null generated always as (jsonb_array_length(jsonb_path_query_array(
    progress, '$.* ? (@.status == "complete" || @.status == "complete_with_warnings")'))) stored,
  -- Sections that do not apply to it.
  add column not_asked integer not null generated always as (jsonb_array_length(jsonb_path_query_array(
    progress, '$.* ? (@.status == "not_applicable")'))) stored,
  -- Figures that need an explanation and have none; rules that must hold and do not.
  add column unexplained integer not null generated always as (unexplained_in(progress)) stored,
  add column problems integer not null generated always as (problems_in(progress)) stored,
  -- When its employer last opened it, saved something, or sent it for signature.
  add column last_active_at timestamptz generated always as (greatest(first_opened_at, last_saved_at, requested_at)) stored;

-- What the network and an employer said to each other about a return: calls, emails and notes. Insert only: what is
-- wrong is corrected by a further one.
create table contacts_made (
  id          bigint generated always as identity primary key,
  return_id   uuid not null references returns on delete cascade,
  kind        text not null check (kind in ('call', 'email', 'note')),
  said        text not null check (length(said) between 3 and 2000),
  spoke_to    text check (length(spoke_to) between 1 and 100),
  -- Why it is late, as they say.
  reason      text check (reason in
    ('no_time', 'waiting_for_colleague', 'systems', 'people_changed', 'signature', 'not_received', 'other')),
  -- The London day by which the employer says that it will be in.
  promised_on date,
  -- What was promised before no longer stands.
  no_promise  boolean not null default false,
  corrects    bigint references contacts_made,
  person_id   uuid not null references people,
  decided_at  timestamptz not null,
  check (promised_on is null or not no_promise)
);
create index contacts_made_of_return on contacts_made (return_id, id);
create trigger insert_only before update or delete or truncate on contacts_made
  for each statement execute function is_insert_only();

-- Who of the network sees to a return, and where chasing it stands. Beside the returns: who chases never waits for
-- somebody who is saving.
create table chasing (
  return_id       uuid primary key references returns on delete cascade,
  owner_id        uuid references people,
  owned_at        timestamptz,
  last_contact_at timestamptz,
  -- What was promised last, and when.
  promised_on     date,
  promised_at     timestamptz,
  check ((owner_id is null) = (owned_at is null)),
  check ((promised_on is null) = (promised_at is null))
);
create index chasing_by_owner on chasing (owner_id) where owner_id is not null;

-- Letters of a return by their time, without their text; submissions and what undoes them, for the curve of responses.
create index post_of_return_by_time on post (return_id, decided_at) include (kind, state) where return_id is not null;
create index submissions_of_return_by_time on submissions (return_id, decided_at);
create index return_events_of_responses on return_events (return_id, decided_at) include (kind)
  where kind in ('withdrawn', 'covered');

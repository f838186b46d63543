-- One definition collected once. The cutoff is half-open: the first moment that is too late.
create table collections (
  id        uuid primary key default gen_random_uuid(),
  code      text not null unique,
  title     text not null,
  opens_at  timestamptz not null,
  cutoff_at timestamptz not null,
  check (opens_at < cutoff_at)
);

create table returns (
  id              uuid primary key default gen_random_uuid(),
  collection_id   uuid not null references collections,
  organisation_id uuid not null references organisations,
  status          text not null default 'not_started' check (status in (
    'not_started', 'in_progress', 'awaiting_signature', 'submitted', 'reopened',
    'nil', 'covered', 'declined', 'no_longer_required')),
  -- Counts the changes: a form says with which it was drawn.
  version         integer not null default 0,
  -- The submission that stands for response and figures, until another replaces it or it is withdrawn.
  standing_submission_id uuid,
  -- How far each section has got, by its code; kept by the transaction that saves.
  progress        jsonb not null default '{}',
  -- The highest number each list has used: it is never used again.
  entries         jsonb not null default '{}',
  first_opened_at timestamptz,
  last_saved_at   timestamptz,
  last_saved_by   uuid references people,
  -- When it was sent for signature.
  requested_at    timestamptz,
  unique (collection_id, organisation_id)
);
create index returns_of_organisation on returns (organisation_id);
create index returns_by_status on returns (collection_id, status);

-- In pencil: what has been typed so far. Rubbed out and written over as often as people like.
create table cells (
  return_id  uuid not null references returns on delete cascade,
  address    text not null,
  cell       jsonb not null,
  version    integer not null,
  decided_at timestamptz not null,
  primary key (return_id, address)
);

-- The rubbings-out: every change of a cell, in order. Insert only.
create table cell_changes (
  id         bigint generated always as identity primary key,
  return_id  uuid not null references returns on delete cascade,
  address    text not null,
  was        jsonb,
  became     jsonb,
  version    integer not null,
  person_id  uuid references people,
  via        text not null check (via in ('typed', 'pasted', 'workbook', 'telephone', 'carried_forward', 'late')),
  decided_at timestamptz not null
);
create index cell_changes_of_return on cell_changes (return_id, version);
create index cell_changes_of_cell on cell_changes (return_id, address, id);

-- In ink: all that was said, at the moment of signing. Never changed; a later one stands beside it.
create table submissions (
  id          uuid primary key default gen_random_uuid(),
  return_id   uuid not null references returns,
  number      integer not null,
  reference   text not null unique,
  definition  text not null,
  cells       jsonb not null,
  -- Soft rules that did not hold, as they were put and explained.
  explained   jsonb not null,
  -- SHA-256 of what was said, in canonical writing.
  hash        text not null,
  version     integer not null,
  nil         boolean not null,
  identified  boolean not null,
  signed_by   uuid not null references people,
  decided_at  timestamptz not null,
  unique (return_id, number)
);
alter table returns add foreign key (standing_submission_id) references submissions;

-- More time for one return, or a return given back: until when, why, for whom, which sections (null is all).
create table openings (
  id         uuid primary key default gen_random_uuid(),
  return_id  uuid not null references returns on delete cascade,
  kind       text not null check (kind in ('extension', 'reopening')),
  until_at   timestamptz not null,
  reason     text not null check (length(reason) >= 3),
  sections   text[],
  asked_by   uuid references people,
  granted_by uuid not null references people,
  decided_at timestamptz not null
);
create index openings_of_return on openings (return_id);

-- What an employer asks for: more time, or to correct something. Works after the cutoff.
create table opening_requests (
  id         uuid primary key default gen_random_uuid(),
  return_id  uuid not null references returns on delete cascade,
  reason     text not null check (length(reason) >= 10),
  until_day  date,
  -- What was typed too late, by address: not part of the return.
  typed      jsonb not null default '{}',
  asked_by   uuid not null references people,
  decided_at timestamptz not null,
  answer     text check (answer in ('granted', 'refused')),
  answer_reason text,
  answered_by   uuid references people,
  answered_at   timestamptz
);
create index opening_requests_of_return on opening_requests (return_id);
create index opening_requests_waiting on opening_requests (decided_at) where answer is null;

-- What happened to a return, and who did it. Insert only.
create table return_events (
  id         bigint generated always as identity primary key,
  return_id  uuid not null references returns on delete cascade,
  kind       text not null,
  detail     jsonb not null default '{}',
  person_id  uuid references people,
  decided_at timestamptz not null
);
create index return_events_of_return on return_events (return_id, id);

-- Sections given to colleagues: a contributor sees these and no others.
create table assignments (
  return_id uuid not null references returns on delete cascade,
  section   text not null,
  person_id uuid not null references people,
  due_on    date,
  note      text,
  primary key (return_id, section, person_id)
);

create function is_insert_only() returns trigger language plpgsql as $$
begin
  raise exception '% is insert only', tg_table_name;
end $$;
create trigger insert_only before update or delete or truncate on cell_changes
  for each statement execute function is_insert_only();
create trigger insert_only before update or delete or truncate on submissions
  for each statement execute function is_insert_only();
create trigger insert_only before update or delete or truncate on return_events
  for each statement execute function is_insert_only();

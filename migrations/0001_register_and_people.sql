-- The one clock. Outside a demonstration its offset is zero and cannot be changed, for there is no row to change.
create table demonstration (
  only_one     boolean primary key default true check (only_one),
  clock_offset interval not null default '0',
  -- Real time at which a process last ran: the clock stands still while nothing does.
  seen_at      timestamptz not null default clock_timestamp(),
  loaded_at    timestamptz not null default clock_timestamp()
);

create function app_now() returns timestamptz language sql volatile as $$
  select clock_timestamp() + coalesce((select clock_offset from demonstration), '0')
$$;

-- The register: employers, with what the network holds of them.
create table organisations (
  id                  uuid primary key default gen_random_uuid(),
  name                text not null check (length(name) between 3 and 200),
  type                text not null check (type in ('nhs_trust', 'local_authority', 'independent', 'voluntary')),
  code                text not null unique,
  cassr_code          text unique check (cassr_code ~ '^[0-9]{3}$'),
  nhs_region          text not null,
  adass_region        text not null,
  pop_registered      integer check (pop_registered between 10000 and 6000000),
  pop_resident        integer check (pop_resident between 2000 and 2000000),
  pop_adults          integer check (pop_adults between 2000 and 1600000),
  email_domains       text[] not null default '{}'
);

create table people (
  id             uuid primary key default gen_random_uuid(),
  email          text not null check (email = lower(email)),
  name           text not null check (length(name) between 1 and 100),
  telephone      text,
  password_hash  text,
  -- What somebody of the network may do; null for employers.
  staff_role     text check (staff_role in ('network', 'analyst', 'admin')),
  deactivated_at timestamptz
);
create unique index people_email on people (email);

-- What somebody may do for an employer. A person may belong to several.
create table memberships (
  person_id       uuid not null references people,
  organisation_id uuid not null references organisations,
  role            text not null check (role in ('preparer', 'contributor', 'signatory')),
  primary key (person_id, organisation_id)
);
create index memberships_of_organisation on memberships (organisation_id);

-- Only the hash of a session's id is kept, so that a copy of this table signs nobody in.
create table sessions (
  id_hash    bytea primary key,
  person_id  uuid references people on delete cascade,
  data       jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  seen_at    timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);
create index sessions_of_person on sessions (person_id);

-- Tries at a door, counted for all instances alike, on this clock.
create table throttles (
  key     text primary key,
  tries   integer not null,
  ends_at timestamptz not null
);
create index throttles_by_end on throttles (ends_at);

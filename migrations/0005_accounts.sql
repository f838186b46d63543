-- Colleagues who have been invited to work for an employer. Of the link they are sent only the hash is kept: the link is
-- worked out again, at the moment a letter leaves, from the row's id and a secret that is not in the database.
create table invitations (
  id              uuid primary key,
  organisation_id uuid not null references organisations,
  email           text not null check (email = lower(email)),
  role            text not null check (role in ('preparer', 'contributor', 'signatory')),
  invited_by      uuid not null references people,
  token_hash      bytea not null unique check (length(token_hash) = 32),
  -- Real time: moving the clock of a demonstration neither ends an invitation nor brings one back.
  created_at      timestamptz not null default clock_timestamp(),
  expires_at      timestamptz not null,
  used_at         timestamptz,
  used_by         uuid references people,
  revoked_at      timestamptz,
  -- The product's time, for people to read.
  decided_at      timestamptz not null,
  check (used_at is null or revoked_at is null)
);
-- A newer invitation takes the place of the older.
create unique index invitations_open on invitations (organisation_id, email) where used_at is null and revoked_at is null;

-- Links with which somebody who has forgotten their password chooses another. Only the newest of each person works.
create table password_tokens (
  id         uuid primary key,
  person_id  uuid not null references people on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
create unique index password_tokens_open on password_tokens (person_id) where used_at is null and revoked_at is null;

-- Addresses for which somebody asked for such a link, whoever they are: who has an account is only looked up afterwards,
-- when nobody is waiting for an answer who could tell by the time it takes.
create table password_requests (
  id       uuid primary key default gen_random_uuid(),
  email    text not null check (length(email) <= 320),
  asked_at timestamptz not null default clock_timestamp()
);
create index password_requests_in_order on password_requests (asked_at);

-- When a section was given to a colleague: they are reminded of nothing that lay before. The product's time.
alter table assignments add column decided_at timestamptz not null default app_now();
create index assignments_of_person on assignments (person_id);

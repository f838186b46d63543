-- A workbook somebody has sent, as it was read, until they say what is to become of it. The latest one of each person
-- for each return; it is thrown away by itself. What has an expiry runs on real time.
create table uploads (
  id         uuid not null default gen_random_uuid() unique,
  return_id  uuid not null references returns on delete cascade,
  person_id  uuid not null references people on delete cascade,
  -- What the file was called.
  name       text not null check (length(name) <= 200),
  file       jsonb not null,
  -- The return's version that the file began with.
  version    integer not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (return_id, person_id)
);
create index uploads_by_expiry on uploads (expires_at);

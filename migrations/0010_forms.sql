-- Forms that were sent, so that one that is sent twice has one effect. What was in it is not kept, only a digest of it
-- under the mark of its form, which nobody has but the page it was drawn in. On real time; forgotten after a day.
create table sent_forms (
  person_id uuid not null references people on delete cascade,
  digest    bytea not null check (length(digest) = 32),
  sent_at   timestamptz not null default clock_timestamp(),
  -- What it was answered with: where it led to. Null while that is not known.
  status    smallint,
  location  text,
  -- What the next page said, legible only with the mark.
  says      bytea,
  primary key (person_id, digest),
  check ((status is null) = (location is null))
);
create index sent_forms_by_age on sent_forms (sent_at);

-- What somebody had typed when they turned out to be signed out: theirs alone, the latest of each person, for a short
-- real time.
create table kept_forms (
  person_id  uuid primary key references people on delete cascade,
  -- Where it was to be sent.
  action     text not null check (action like '/%' and length(action) <= 500),
  fields     jsonb not null,
  -- Whether they have been led to it since.
  shown      boolean not null default false,
  expires_at timestamptz not null
);
create index kept_forms_by_expiry on kept_forms (expires_at);

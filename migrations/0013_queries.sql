-- Figures given by telephone: the employer is told which they are.
create index cell_changes_by_telephone on cell_changes (return_id) where via = 'telephone';

-- That employers of a collection may correct what they are asked about: given once by an administrator, who may end it.
create table correction_permits (
  id            uuid primary key default gen_random_uuid(),
  collection_id uuid not null references collections,
  -- For so many London days, the one on which it begins not counted, and never beyond the last day.
  days          integer not null check (days between 1 and 60),
  last_day      date not null,
  granted_by    uuid not null references people,
  decided_at    timestamptz not null,
  ended_by      uuid references people,
  ended_at      timestamptz,
  check ((ended_at is null) = (ended_by is null))
);
create unique index correction_permits_one on correction_permits (collection_id) where ended_at is null;

-- What the network asks an employer about a figure it has submitted. Every step is told in return_events.
create table queries (
  -- Of the form it was raised with: sent twice, it is raised once.
  id            uuid primary key,
  return_id     uuid not null references returns on delete cascade,
  submission_id uuid not null references submissions,
  address       text not null,
  -- The check that found it; null where somebody of the network asks of their own accord.
  rule          text,
  -- The cells it is about, as they were submitted, by address. Where one of them moves, it is settled.
  figures       jsonb not null,
  -- The same with what they were compared with, in one writing: for these a check does not raise it again.
  compared      text not null,
  -- What was asked, last; null where it was dismissed without being asked.
  question      text check (length(question) between 10 and 2000),
  state         text not null check (state in ('asked', 'answered', 'settled', 'dismissed')),
  -- Of a pair of partners: the return that was asked the same.
  partner_id    uuid references returns,
  raised_by     uuid not null references people,
  decided_at    timestamptz not null,
  -- When it was asked, last.
  asked_at      timestamptz,
  answer        text check (length(answer) between 10 and 2000),
  answered_by   uuid references people,
  answered_at   timestamptz,
  -- Since when it is being corrected.
  correcting_at timestamptz,
  -- How and when it came to an end, and why where somebody said so.
  ended_how     text check (ended_how in ('accepted', 'corrected', 'partner_corrected', 'dismissed')),
  ended_why     text,
  ended_by      uuid references people,
  ended_at      timestamptz,
  check ((question is null) = (asked_at is null)),
  check (asked_at is not null or state = 'dismissed'),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((state in ('settled', 'dismissed')) = (ended_at is not null)),
  check ((ended_at is null) = (ended_how is null))
);
create index queries_of_return on queries (return_id, decided_at);
create index queries_open on queries (return_id) where state in ('asked', 'answered');
create index queries_of_partner on queries (partner_id) where state in ('asked', 'answered');
create index queries_by_state on queries (state, decided_at);
create unique index queries_once on queries (return_id, rule, address, compared) where rule is not null;

-- The organisations a submission names as partners: whoever looks for those that name one organisation reads no others.
create function partners_named(cells jsonb) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(entry.value ->> 'value'), '{}')
  from jsonb_each(cells) as entry
  where entry.key ~ '^[a-z_]+_partner[.][0-9]+[.]org$' and entry.value ->> 'state' = 'value'
$$;
create index submissions_naming on submissions using gin (partners_named(cells));

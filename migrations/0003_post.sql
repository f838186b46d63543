-- Letters waiting to go, and all that have gone: a row in the transaction that causes it, sent afterwards.
create table post (
  id           uuid primary key default gen_random_uuid(),
  kind         text not null,
  -- Only one letter for one cause: whatever runs twice writes it once.
  cause        text not null unique,
  return_id    uuid references returns on delete cascade,
  person_id    uuid references people,
  to_name      text not null,
  to_address   text not null,
  subject      text not null,
  paragraphs   jsonb not null,
  button       jsonb,
  message_id   text not null unique,
  state        text not null default 'waiting'
    check (state in ('waiting', 'sent', 'kept', 'failed', 'not_needed')),
  -- Why it failed, or was not needed when its turn came.
  state_reason text,
  tries        integer not null default 0,
  -- Real time: moving the clock of a demonstration loses no letter and hurries none.
  next_try_at  timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  posted_at    timestamptz,
  created_at   timestamptz not null default clock_timestamp(),
  decided_at   timestamptz not null
);
create index post_waiting on post (next_try_at) where state = 'waiting';
create index post_of_return on post (return_id);
create index post_latest on post (decided_at desc, id);

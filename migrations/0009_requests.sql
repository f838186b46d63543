-- What becomes of an employer's request: the opening it led to, and what was typed too late, once it has been put in.
alter table opening_requests
  -- The return's version when that was typed: what has been changed after it, somebody else has changed.
  add column version integer not null default 0,
  add column opening_id uuid references openings,
  add column used_at timestamptz,
  add column used_by uuid references people,
  -- The addresses that were put in. What is not among them can still be read here.
  add column put_in text[],
  add check ((used_at is null) = (used_by is null) and (used_at is null) = (put_in is null)),
  add check (used_at is null or answer is not distinct from 'granted');

-- What was typed after the close: not part of the return. Held, each person's apart, until it goes along with a request.
create table late_typing (
  return_id  uuid not null references returns on delete cascade,
  -- The name of the box, as its form has it.
  name       text not null,
  value      text not null,
  -- The return's version when the page was drawn.
  version    integer not null,
  typed_by   uuid not null references people,
  decided_at timestamptz not null,
  primary key (return_id, name, typed_by)
);

-- More time for many returns at once: one form, which counts once however often it is sent.
create table bulk_extensions (
  -- Of the form it was sent with.
  id            uuid primary key,
  collection_id uuid not null references collections,
  until_day     date not null,
  reason        text not null check (length(reason) >= 3),
  sections      text[],
  granted_by    uuid not null references people,
  decided_at    timestamptz not null
);

-- What came of it for each of them, in a transaction of its own.
create table bulk_extension_returns (
  bulk_extension_id uuid not null references bulk_extensions on delete cascade,
  return_id         uuid not null references returns on delete cascade,
  -- Null where it was not given more time; then because says why not.
  opening_id        uuid references openings,
  because           text,
  primary key (bulk_extension_id, return_id),
  check ((opening_id is null) = (because is not null))
);

-- What the account was called with which it was signed: receipts say it, the same for ever.
alter table submissions add column signed_as text;

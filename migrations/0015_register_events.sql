-- What administrators did to the register, the people, the dates and the keys. Insert only.
create table register_events (
  id         bigint generated always as identity primary key,
  kind       text not null,
  -- What it was done to, as it was called then.
  about      text not null,
  detail     jsonb not null default '{}',
  -- Null: whoever sat at the machine itself.
  person_id  uuid references people,
  decided_at timestamptz not null
);
create trigger insert_only before update or delete or truncate on register_events
  for each statement execute function is_insert_only();

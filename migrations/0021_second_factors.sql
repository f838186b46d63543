-- An app on somebody's telephone that makes the one-time codes they sign in with, besides their password.
create table second_factors (
  person_id  uuid primary key references people,
  -- What the app makes its codes from, shut up with a key that is not in the database.
  secret     bytea not null,
  -- The 30 seconds of the last code that was taken: it is not taken again, nor any before it.
  last_step  bigint not null,
  decided_at timestamptz not null
);

-- Codes on paper, each for one time without the app.
create table recovery_codes (
  person_id uuid not null references second_factors on delete cascade,
  code_hash bytea not null,
  primary key (person_id, code_hash)
);

-- Keys with which other systems read. Of a token only its hash is kept: it is shown once, when it is made. What has an
-- expiry runs on real time; decided_at is the product's, for people to read.
create table tokens (
  id         uuid primary key default gen_random_uuid(),
  name       text not null check (length(name) between 3 and 100),
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- What it may read.
  scopes     text[] not null check (
    cardinality(scopes) > 0 and scopes <@ array['collections', 'organisations', 'returns', 'answers', 'figures']),
  made_by    uuid not null references people,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references people,
  decided_at timestamptz not null,
  check ((revoked_at is null) = (revoked_by is null))
);

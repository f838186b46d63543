-- Figures, frozen: everything that anyone sees of an organisation's peers is read from a release. Insert only, but for
-- the moment at which employers are let in.
create table releases (
  id            uuid primary key default gen_random_uuid(),
  collection_id uuid not null references collections,
  number        integer not null,
  -- Made before the cutoff, for those who were early; or after it.
  kind          text not null check (kind in ('provisional', 'final')),
  definition    text not null,
  -- What the gate was told: thresholds, roundings.
  parameters    jsonb not null,
  -- Response by type and region, nil returns, extensions, agreed pairs: the methods note, as it was.
  methods       jsonb not null,
  -- In words, against the release before.
  changed       jsonb not null,
  -- SHA-256 of all that is in it, in canonical writing.
  hash          text not null,
  -- The same of what it was reckoned from: where nothing has changed, there is nothing new to release.
  basis         text not null,
  made_by       uuid not null references people,
  decided_at    timestamptz not null,
  -- When employers were let in; until then the network alone sees it.
  published_by  uuid references people,
  published_at  timestamptz,
  unique (collection_id, number)
);

-- What was reckoned with: the submission of each return, and what its organisation was at that moment.
create table release_members (
  release_id    uuid not null references releases,
  return_id     uuid not null references returns,
  submission_id uuid not null references submissions,
  name          text not null,
  type          text not null,
  -- The register as it was, for the organisation's own figures.
  register      jsonb not null,
  groups        text[] not null,
  named         boolean not null,
  primary key (release_id, return_id)
);

-- Of one indicator for one group: what is shown, rounded, or why it is withheld. Nothing that is withheld is kept here.
create table figures (
  release_id uuid not null references releases,
  indicator  text not null,
  peer_group text not null,
  figure     jsonb not null,
  primary key (release_id, indicator, peer_group)
);

create index on figures (release_id, peer_group);

-- Whose submissions are in an indicator or a table of people, and for which groups it was told: what later releases are
-- judged by.
create table release_contributors (
  release_id  uuid not null references releases,
  -- Of the indicator or the tally.
  code        text not null,
  submissions uuid[] not null,
  groups      text[] not null,
  primary key (release_id, code)
);

-- Tables of people by what they are, with their margins: [c] where a number is hidden.
create table tallies (
  release_id uuid not null references releases,
  tally      text not null,
  peer_group text not null,
  counts     jsonb not null,
  primary key (release_id, tally, peer_group)
);

-- What those who agreed to be named are shown at.
create table marks (
  release_id uuid not null references releases,
  indicator  text not null,
  return_id  uuid not null references returns,
  value      double precision not null,
  primary key (release_id, indicator, return_id)
);

create trigger insert_only before update or delete or truncate on release_members
  for each statement execute function is_insert_only();
create trigger insert_only before update or delete or truncate on figures
  for each statement execute function is_insert_only();
create trigger insert_only before update or delete or truncate on tallies
  for each statement execute function is_insert_only();
create trigger insert_only before update or delete or truncate on marks
  for each statement execute function is_insert_only();

create trigger insert_only before update or delete or truncate on release_contributors
  for each statement execute function is_insert_only();

create function release_is_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.published_at is not null
    or to_jsonb(new) - 'published_at' - 'published_by' <> to_jsonb(old) - 'published_at' - 'published_by' then
    raise exception 'a release is frozen';
  end if;
  return new;
end $$;
create trigger frozen before update or delete on releases for each row execute function release_is_frozen();

-- On which days the employers of a collection are reminded, where that is not as usual: [{"daysBefore": 14, "since": null}].
-- A moment before the day was put into the schedule reminds nobody.
create table reminder_schedules (
  collection_id uuid primary key references collections on delete cascade,
  days          jsonb not null,
  changed_by    uuid references people,
  decided_at    timestamptz not null
);

-- Letters the network writes to many at once: what was written, to whom it was meant, and how far it has got.
create table campaigns (
  id            uuid primary key default gen_random_uuid(),
  collection_id uuid not null references collections on delete cascade,
  state         text not null default 'draft' check (state in ('draft', 'sending', 'paused', 'cancelled')),
  subject       text not null check (length(subject) between 3 and 150),
  body          text not null check (length(body) between 10 and 5000),
  -- Which returns: the words of the worklist's address.
  narrowing     jsonb not null default '{}',
  readers       text not null check (readers in ('preparers', 'signatories', 'both')),
  -- Late on, a copy to those who sign.
  copies        boolean not null default false,
  -- Also to people who were told something only just now.
  despite_gap   boolean not null default false,
  -- How many letters were written, and how many people were left out, by reason.
  letters       integer not null default 0,
  left_out      jsonb not null default '{}',
  written_by    uuid not null references people,
  drafted_at    timestamptz not null,
  sent_by       uuid references people,
  -- When the button was pressed.
  decided_at    timestamptz,
  -- Who last paused, resumed or cancelled it, and when.
  changed_by    uuid references people,
  changed_at    timestamptz
);
create index campaigns_of_collection on campaigns (collection_id, decided_at desc);

alter table post add column campaign_id uuid references campaigns on delete cascade;
-- The London day on which it counts as having told its reader to send something in; null: it does not count.
alter table post add column told_on date;
-- Not to go for now: its campaign is paused.
alter table post add column held boolean not null default false;
-- One of many: letters that somebody waits for go first.
alter table post add column bulk boolean not null default false;

update post set told_on = (decided_at at time zone 'Europe/London')::date, bulk = true
  where kind in ('reminder', 'signature_reminder');

drop index post_waiting;
create index post_turn on post (bulk, next_try_at, id) where state = 'waiting' and not held;
create index post_claimed on post (leased_until) where leased_until is not null;
create index post_told on post (person_id, told_on) where told_on is not null;
create index post_of_campaign on post (campaign_id, state) where campaign_id is not null;

-- Mail to this address has come back, or was refused for good.
alter table people add column bouncing_since timestamptz;
alter table people add column bounce_reason text;
create index people_bouncing on people (bouncing_since) where bouncing_since is not null;

-- Another address has not come back yet, whoever enters it.
create function is_not_bouncing() returns trigger language plpgsql as $$
begin
  new.bouncing_since := null;
  new.bounce_reason := null;
  return new;
end $$;
create trigger another_address before update of email on people
  for each row when (old.email is distinct from new.email) execute function is_not_bouncing();

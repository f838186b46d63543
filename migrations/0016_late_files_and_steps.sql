-- A spreadsheet sent after the close is held as what is typed then. Sent once more, put right, it takes back what it said.
alter table late_typing add column from_file boolean not null default false;

-- Sending a return back, signing it and taking it back are things an employer does with it, as saving is.
alter table returns
  -- When its employer last did one of them.
  add column stepped_at timestamptz,
  drop column last_active_at;
alter table returns
  -- When its employer last opened it, saved something, sent it for signature, or took one of these steps.
  add column last_active_at timestamptz
    generated always as (greatest(first_opened_at, last_saved_at, requested_at, stepped_at)) stored;

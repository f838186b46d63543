-- An answer that two surveys ask alike is given once: in the other return it has a route of its own.
alter table cell_changes drop constraint cell_changes_via_check;
alter table cell_changes add constraint cell_changes_via_check
  check (via in ('typed', 'pasted', 'workbook', 'telephone', 'carried_forward', 'late', 'shared'));

alter table returns
  -- The joint return that answers for it, while a submission of that stands.
  add column covered_by uuid references returns,
  -- What it was before it was covered, declined or no longer required, and may go back to.
  add column set_aside_from text check (set_aside_from in ('not_started', 'in_progress', 'awaiting_signature', 'reopened',
    'declined', 'no_longer_required')),
  -- Its employer answers the essential questions only.
  add column essential_only boolean not null default false,
  add constraint covered_by_another check (covered_by is null or status = 'covered');
create index returns_covered on returns (covered_by) where covered_by is not null;

alter table submissions add column essential_only boolean not null default false;

-- A spreadsheet sent after the close is held as what is typed then. Sent once more, put right, it takes back what it said.
alter table late_typing add column from_file boolean not null default false;

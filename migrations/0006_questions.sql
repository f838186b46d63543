-- What employers ask the network about their returns, and what the network answers.
create table questions_asked (
  -- Of the form it was asked with: sent twice, it is asked once.
  id               uuid primary key,
  return_id        uuid not null references returns on delete cascade,
  -- What it is about: the code of a question of the survey, or the address of one of its boxes; null is the whole return.
  address          text,
  question         text not null check (length(question) between 10 and 2000),
  asked_by         uuid not null references people,
  decided_at       timestamptz not null,
  answer           text check (length(answer) between 2 and 4000),
  -- Everybody may read it, beside the question it is about: in words that do not say who asked.
  general          boolean not null default false,
  general_question text check (length(general_question) between 10 and 2000),
  answered_by      uuid references people,
  answered_at      timestamptz,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (general = (general_question is not null)),
  check (answer is not null or not general)
);
create index questions_asked_of_return on questions_asked (return_id);
create index questions_asked_waiting on questions_asked (decided_at) where answer is null;
create index questions_asked_general on questions_asked (answered_at) where general;

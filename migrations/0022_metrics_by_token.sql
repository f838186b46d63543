-- A token may also read the counts of the service itself, where what collects them is another machine.
alter table tokens drop constraint tokens_scopes_check, add constraint tokens_scopes_check check (
  cardinality(scopes) > 0
  and scopes <@ array['collections', 'organisations', 'returns', 'answers', 'figures', 'metrics']);

-- The account of the session that was read before in the same transaction: who reads it notes it there. Statements that go out
-- together with that one need no second look at the session, which the function with the token takes for each row it is compared with.
create function platform.sitzungskonto() returns uuid language sql stable
  return nullif(current_setting('app.sitzungskonto', true), '')::uuid;

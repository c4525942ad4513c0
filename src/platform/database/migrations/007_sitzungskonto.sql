-- The account of a session, so that the room of the accounts can read its row in the same round trip as the session. Rights of
-- the caller: row-level security shows the sessions of the transaction's town and no others.
create function platform.sitzungskonto(token bytea) returns uuid language sql stable as
  $$ select konto_id from platform.sitzung where token_hash = token $$;

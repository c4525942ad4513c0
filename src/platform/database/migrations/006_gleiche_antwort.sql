-- json keeps the order of the fields, jsonb does not: who repeats a request gets the same answer, letter by letter.
alter table platform.idempotenz alter column ergebnis type json;

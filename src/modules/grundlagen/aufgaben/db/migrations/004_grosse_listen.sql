-- What one role has to do at one unit: rare among very many others there, e.g. what a lead has to sign.
create index aufgabe_gruppe on aufgaben.aufgabe (mandant_id, einheit_id, gruppe, rang, id) include (stufe, zugewiesen_an) where status = 'offen';
-- The list by age: ids are made in the order of time.
create index aufgabe_alter on aufgaben.aufgabe (mandant_id, einheit_id, id) include (gruppe, stufe, zugewiesen_an) where status = 'offen';
-- What the filter for words looks through, in small letters once and not at every look.
alter table aufgaben.aufgabe add column suchtext text generated always as (lower(coalesce(vorgangsnummer, '') || ' ' || betreff || ' ' || coalesce(person, ''))) stored;

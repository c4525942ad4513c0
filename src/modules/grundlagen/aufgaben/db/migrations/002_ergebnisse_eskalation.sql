-- How a task can end, so that nothing else can be sent; and that the lead was told that nobody takes it.

alter table aufgaben.aufgabe add column ergebnisse jsonb not null default '[]';
alter table aufgaben.aufgabe add column eskaliert_am timestamptz;
-- The list of people who see the whole town, in the order of the list.
create index on aufgaben.aufgabe (mandant_id, rang, id) include (gruppe, stufe, zugewiesen_an, einheit_id) where status = 'offen';

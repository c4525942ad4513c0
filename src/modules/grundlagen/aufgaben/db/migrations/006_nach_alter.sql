-- The list by age of what is assigned to somebody: without it all tasks of the town were walked from the oldest on.
create index aufgabe_alter_zugewiesen on aufgaben.aufgabe (mandant_id, zugewiesen_an, id) where status = 'offen' and zugewiesen_an is not null;

-- How a task can end, so that nothing else can be sent; and that the lead was told that nobody takes it.

alter table aufgaben.aufgabe add column ergebnisse jsonb not null default '[]';
alter table aufgaben.aufgabe add column eskaliert_am timestamptz;

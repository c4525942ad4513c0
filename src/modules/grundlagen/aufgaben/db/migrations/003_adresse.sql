-- Where a task is done that belongs to no Vorgang: the path of a page of the room that made it. Without it the work list has nothing to open.

alter table aufgaben.aufgabe add column adresse text check (adresse ~ '^/(arbeitsplatz|verwaltung)/' and length(adresse) <= 500);

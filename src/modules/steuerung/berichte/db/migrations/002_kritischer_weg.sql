-- Whether a Vorhaben lay on the critical path of the plan when the month was opened: the common light reads it, and stays what it was.
alter table berichte.pflicht add column kritisch boolean not null default false;

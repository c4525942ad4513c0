-- A timer whose step fails must not hold up the others: it is tried again later, in real time.

alter table workflow.zeitgeber add column versuche integer not null default 0;
alter table workflow.zeitgeber add column fruehestens timestamptz;
create index on workflow.stoerung (mandant_id);
create index on workflow.instanz (mandant_id, eltern_id) where eltern_id is not null;

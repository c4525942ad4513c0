-- When a due Wiedervorlage was put into the work list; once.

alter table akten.wiedervorlage add column vorgelegt_am timestamptz;
create index wiedervorlage_faellig on akten.wiedervorlage (mandant_id, faellig_am) where erledigt_am is null and vorgelegt_am is null;

-- How much a town may store, in bytes; null: as much as there is room for.
alter table platform.mandant add column speichergrenze bigint check (speichergrenze > 0);

-- How much a town has stored: one row with what was counted, and one for each process with what it has stored since. A process
-- adds to its own row, every few seconds and not with every file: nobody waits for anybody.
create table platform.speicher (
  mandant_id uuid not null,
  -- The process that stored it; all zeros: what was counted.
  quelle uuid not null,
  bytes bigint not null,
  gezaehlt_am timestamptz,
  geaendert_am timestamptz not null default now(),
  primary key (mandant_id, quelle)
);

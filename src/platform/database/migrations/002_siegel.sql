-- Sealing: Merkle roots over event rows, chained per town. Written behind the oldest open transaction, so that a late commit
-- can never slip under a seal. A time stamp of an authority (RFC 3161) is added where one is configured.

create table platform.siegel (
  mandant_id uuid not null,
  nr bigint not null check (nr > 0),
  von_xid xid8 not null,
  bis_xid xid8 not null,
  anzahl integer not null check (anzahl > 0),
  wurzel bytea not null check (length(wurzel) = 32),
  vorgaenger bytea,
  kette bytea not null check (length(kette) = 32),
  zeitstempel bytea,
  erstellt_am timestamptz not null default clock_timestamp(),
  primary key (mandant_id, nr)
);
comment on table platform.siegel is 'append-only: seals are evidence';
select platform.mandantentabelle('platform.siegel');
create index on platform.ereignis (mandant_id, xid, id);

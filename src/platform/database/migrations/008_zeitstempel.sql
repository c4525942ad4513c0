-- Time stamps of an authority (RFC 3161) over seals. The chain makes one over the newest seal hold for all before it. In a table
-- of their own, because seals are never changed; platform.siegel.zeitstempel stays empty.
create table platform.zeitstempel (
  mandant_id uuid not null,
  siegel_nr bigint not null,
  token bytea not null,
  nonce text not null,
  zeit timestamptz not null,
  erstellt_am timestamptz not null default clock_timestamp(),
  primary key (mandant_id, siegel_nr),
  foreign key (mandant_id, siegel_nr) references platform.siegel (mandant_id, nr)
);
comment on table platform.zeitstempel is 'append-only: time stamps are evidence';
select platform.mandantentabelle('platform.zeitstempel');

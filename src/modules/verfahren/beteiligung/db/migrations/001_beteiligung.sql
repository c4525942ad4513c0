-- Other units are asked for a statement on a Vorgang. They see what the request names, and only until it has ended.

create table beteiligung.beteiligung (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  einheit_id uuid not null,
  frage text not null check (length(frage) between 1 and 4000),
  -- Answers of the application and documents of the Vorgang that the unit sees (need to know, C6-01).
  felder text[] not null,
  dokument_ids uuid[] not null,
  frist date not null,
  erbeten_von text not null,
  erbeten_fuer text,
  erbeten_am timestamptz not null,
  erinnert_am timestamptz,
  beendet_am timestamptz,
  beendet_weil text check (beendet_weil in ('abgegeben', 'entschieden')),
  primary key (mandant_id, id),
  check ((beendet_am is null) = (beendet_weil is null))
);
select platform.mandantentabelle('beteiligung.beteiligung');
create index on beteiligung.beteiligung (mandant_id, vorgang_id, id);
create index on beteiligung.beteiligung (mandant_id, einheit_id, id desc);
create index on beteiligung.beteiligung (mandant_id, frist) where beendet_am is null;
-- A unit is asked again when its first statement is there, not twice at once.
create unique index eine_offene on beteiligung.beteiligung (mandant_id, vorgang_id, einheit_id) where beendet_am is null;

create table beteiligung.stellungnahme (
  mandant_id uuid not null,
  id uuid not null,
  beteiligung_id uuid not null,
  votum text not null check (votum in ('zustimmend', 'auflagen', 'ablehnend', 'keine_bedenken')),
  text text not null check (length(text) <= 10000),
  auflagen text not null check (length(auflagen) <= 10000),
  dokument_id uuid,
  -- After the day until which it was asked for; it is kept and counts as what it is (C3-09).
  verspaetet boolean not null,
  wer_id text not null,
  fuer_id text,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, beteiligung_id),
  foreign key (mandant_id, beteiligung_id) references beteiligung.beteiligung (mandant_id, id),
  check (votum <> 'auflagen' or length(auflagen) > 0),
  check (votum <> 'ablehnend' or length(text) > 0)
);
comment on table beteiligung.stellungnahme is 'append-only: what a unit has said stays as it was said';
select platform.mandantentabelle('beteiligung.stellungnahme');

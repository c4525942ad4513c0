-- What services cost from which day on, where the administration changed it after the package, and what single cases cost.

create table gebuehren.satz (
  mandant_id uuid not null,
  id uuid not null,
  leistung text not null,
  position text not null,
  gilt_ab date not null,
  -- As in gebuehr.yaml: one of cent, berechnung, rahmen, tabelle.
  wert jsonb not null,
  grund text not null check (length(grund) between 1 and 500),
  angelegt_von text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('gebuehren.satz');
comment on table gebuehren.satz is 'append-only: what a service cost on which day stays known';
create index on gebuehren.satz (mandant_id, leistung, id);

-- What one case costs, with the rule it was computed by. Newer versions replace older ones, nothing is overwritten.
create table gebuehren.festsetzung (
  mandant_id uuid not null,
  id uuid not null,
  -- Draft or Vorgang.
  bezug_art text not null check (bezug_art in ('entwurf', 'vorgang')),
  bezug_id uuid not null,
  fassung integer not null check (fassung >= 1),
  leistungsversion_id uuid not null,
  -- The table of that day, with what the administration had changed: a later change does not reach this case.
  regel jsonb not null,
  aufstellung jsonb not null,
  summe bigint not null check (summe >= 0),
  -- Positions for which a clerk still has to set the amount.
  offen text[] not null,
  grund text check (length(grund) between 1 and 1000),
  festgesetzt_von text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, bezug_id, fassung)
);
select platform.mandantentabelle('gebuehren.festsetzung');
comment on table gebuehren.festsetzung is 'append-only: what a case cost and why stays with it';

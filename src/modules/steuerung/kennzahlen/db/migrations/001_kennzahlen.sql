-- Figures that say whether Ziele are reached, maturity in the town's own models, and what was learnt at the end of a cycle.

create table kennzahlen.kennzahl (
  mandant_id uuid not null,
  id uuid not null,
  -- The Ziel of the room programm that it measures; null: not said yet.
  ziel_id uuid,
  -- The Erfolgskriterium of the paper that it was made from.
  kriterium_id uuid,
  name text not null check (length(name) between 1 and 200),
  definition text not null check (length(definition) between 1 and 2000),
  -- anteil: numerator and denominator, shown in percent. zahl: everything else.
  art text not null check (art in ('zahl', 'anteil')),
  masseinheit text not null check (length(masseinheit) between 1 and 40),
  nachkomma smallint not null default 0 check (nachkomma between 0 and 4),
  -- Which way is better.
  richtung text not null check (richtung in ('hoch', 'niedrig')),
  -- Whether the numbers of units add up to that of the town; a median does not. Shares always do, by their parts (H6-04).
  summierbar boolean not null default true,
  einheit_id uuid,
  haeufigkeit text not null check (haeufigkeit in ('monatlich', 'quartalsweise', 'halbjaehrlich', 'jaehrlich')),
  -- Key of the automatic source; null: people enter the values.
  quelle text check (quelle ~ '^[a-z]+(\.[a-z0-9-]+)+$'),
  ausgangswert numeric(20, 4),
  ausgang_am date,
  zielwert numeric(20, 4),
  ziel_am date,
  version integer not null default 1 check (version > 0),
  stillgelegt_am date,
  stillgelegt_grund text check (length(stillgelegt_grund) between 1 and 1000),
  created_at timestamptz not null,
  primary key (mandant_id, id),
  check ((ausgangswert is null) = (ausgang_am is null)),
  check ((zielwert is null) = (ziel_am is null)),
  check (ziel_am > ausgang_am),
  check ((stillgelegt_am is null) = (stillgelegt_grund is null))
);
select platform.mandantentabelle('kennzahlen.kennzahl');
create unique index kennzahl_name on kennzahlen.kennzahl (mandant_id, lower(name)) where stillgelegt_am is null;
create index kennzahl_ziel on kennzahlen.kennzahl (mandant_id, ziel_id);

-- Old and new value of every field of a definition: a target that was lowered later stays visible.
create table kennzahlen.aenderung (
  mandant_id uuid not null,
  id uuid not null,
  kennzahl_id uuid not null,
  version integer not null,
  feld text not null,
  alt text not null,
  neu text not null,
  akteur_id text not null,
  am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, kennzahl_id) references kennzahlen.kennzahl (mandant_id, id)
);
select platform.mandantentabelle('kennzahlen.aenderung');
comment on table kennzahlen.aenderung is 'append-only: what a Kennzahl once meant';
create index aenderung_kennzahl on kennzahlen.aenderung (mandant_id, kennzahl_id, id);

-- One value of one day, of the town (einheit_id null) or of a unit. A correction is the next fassung with its reason.
create table kennzahlen.wert (
  mandant_id uuid not null,
  id uuid not null,
  kennzahl_id uuid not null,
  einheit_id uuid,
  stichtag date not null,
  -- Where the value counts what happened in a span: its first day.
  von date,
  fassung smallint not null check (fassung > 0),
  zahl numeric(20, 4),
  zaehler numeric(20, 4) check (zaehler >= 0),
  nenner numeric(20, 4) check (nenner >= 0),
  -- Why there is no value although there should be one.
  fehlt text check (length(fehlt) between 1 and 500),
  herkunft text not null check (herkunft in ('hand', 'quelle')),
  quelle text,
  nachweis text not null default '' check (length(nachweis) <= 1000),
  nachweis_link text not null default '' check (length(nachweis_link) <= 500),
  grund text not null default '' check (length(grund) <= 1000),
  erfasst_von text not null,
  erfasst_am timestamptz not null,
  primary key (mandant_id, id),
  unique nulls not distinct (mandant_id, kennzahl_id, einheit_id, stichtag, fassung),
  foreign key (mandant_id, kennzahl_id) references kennzahlen.kennzahl (mandant_id, id),
  check (num_nonnulls(zahl, zaehler, fehlt) = 1),
  check ((zaehler is null) = (nenner is null)),
  check (nenner > 0 or zaehler = 0),
  check (von <= stichtag),
  check ((herkunft = 'quelle') = (quelle is not null)),
  check (herkunft = 'quelle' or nachweis <> '' or nachweis_link <> ''),
  check (fassung = 1 or grund <> '')
);
select platform.mandantentabelle('kennzahlen.wert');
comment on table kennzahlen.wert is 'append-only: a value is corrected by a new one';

-- A model of maturity: what is judged, on which levels, by which criteria. Not the OZG-Reifegrad of services, which the room leistungen keeps (H6-02).
create table kennzahlen.modell (
  mandant_id uuid not null,
  id uuid not null,
  kennung text not null check (kennung ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, kennung)
);
select platform.mandantentabelle('kennzahlen.modell');

create table kennzahlen.modellfassung (
  mandant_id uuid not null,
  modell_id uuid not null,
  nummer smallint not null check (nummer > 0),
  inhalt jsonb not null check (jsonb_typeof(inhalt) = 'object'),
  angelegt_von text not null,
  angelegt_am timestamptz not null,
  primary key (mandant_id, modell_id, nummer),
  foreign key (mandant_id, modell_id) references kennzahlen.modell (mandant_id, id)
);
select platform.mandantentabelle('kennzahlen.modellfassung');
comment on table kennzahlen.modellfassung is 'append-only: criteria stay readable as they were when somebody judged by them';

create table kennzahlen.bewertung (
  mandant_id uuid not null,
  id uuid not null,
  modell_id uuid not null,
  modellfassung smallint not null,
  baustein text not null check (length(baustein) between 1 and 60),
  jahr smallint not null check (jahr between 2000 and 2199),
  fassung smallint not null check (fassung > 0),
  stufe text not null check (length(stufe) between 1 and 60),
  begruendung text not null check (length(begruendung) between 1 and 2000),
  nachweis text not null default '' check (length(nachweis) <= 1000),
  nachweis_link text not null default '' check (length(nachweis_link) <= 500),
  bewertet_von text not null,
  bewertet_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, modell_id, jahr, baustein, fassung),
  foreign key (mandant_id, modell_id, modellfassung) references kennzahlen.modellfassung (mandant_id, modell_id, nummer),
  check (nachweis <> '' or nachweis_link <> '')
);
select platform.mandantentabelle('kennzahlen.bewertung');
comment on table kennzahlen.bewertung is 'append-only: a judgement is corrected by a new one';

-- At the end of a cycle: was the Erfolgskriterium of a Maßnahme reached, and what did the town learn (H6-05)?
create table kennzahlen.evaluation (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  zyklus smallint not null check (zyklus between 2000 and 2199),
  objekt_id uuid not null,
  fassung smallint not null check (fassung > 0),
  kriterium text not null check (length(kriterium) between 1 and 500),
  ergebnis text not null check (ergebnis in ('ja', 'teilweise', 'nein')),
  begruendung text not null check (length(begruendung) between 1 and 2000),
  lehre text not null check (length(lehre) between 1 and 2000),
  erfasst_von text not null,
  erfasst_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, strategie_id, zyklus, objekt_id, fassung)
);
select platform.mandantentabelle('kennzahlen.evaluation');
comment on table kennzahlen.evaluation is 'append-only: a later view is a new version';
create index evaluation_objekt on kennzahlen.evaluation (mandant_id, objekt_id, id);

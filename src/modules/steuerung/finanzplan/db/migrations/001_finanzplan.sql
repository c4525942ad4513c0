-- The Rahmenfinanzplan: what a programme needs, year by year and column by column, what came of it, and who else pays.

create table finanzplan.zeile (
  mandant_id uuid not null,
  id uuid not null,
  -- Of the room programm; it alone knows what these are.
  strategie_id uuid not null,
  objekt_id uuid,
  -- Where the line came from ('programm:LBS-001/einmalig'), so that taking it over again finds it; null for one entered by hand.
  kennung text check (length(kennung) between 1 and 250),
  -- Somebody has changed it here: what is taken over later leaves it alone.
  von_hand boolean not null,
  bezeichnung text not null check (length(bezeichnung) between 1 and 300),
  spalte text not null check (spalte in ('einmalig', 'hardware', 'infrastruktur', 'beratung', 'allgemein', 'laufend', 'schulung', 'haushalt', 'foerderung', 'vzae_ist', 'vzae_soll', 'vzae_dezentral')),
  stand text not null check (stand in ('plan', 'veranschlagt')),
  jahr_von smallint check (jahr_von between 1990 and 2200),
  jahr_bis smallint check (jahr_bis between 1990 and 2200),
  bezug text not null check (bezug in ('einzeln', 'jaehrlich', 'kumuliert')),
  -- The month in which a yearly cost begins (first day); the first year then counts by months (H3-08).
  betrieb_ab date check (extract(day from betrieb_ab) = 1),
  -- Null: nobody has said. Never zero instead.
  betrag_cent bigint check (betrag_cent between -1000000000000000 and 1000000000000000),
  vzae_hundertstel integer check (vzae_hundertstel between 0 and 10000000),
  mittelart text check (mittelart in ('konsumtiv', 'investiv')),
  -- Numbers of the budget are text: 01.10.01 keeps its zeros (X5-01).
  produkt text check (length(produkt) between 1 and 40),
  sachkonto text check (length(sachkonto) between 1 and 40),
  verpflichtung boolean not null default false,
  preisstand date,
  brutto boolean not null default true,
  unsicherheit text check (unsicherheit in ('gering', 'mittel', 'hoch')),
  quelle text check (length(quelle) between 1 and 500),
  version integer not null default 1 check (version > 0),
  entfernt_am timestamptz,
  geaendert_am timestamptz not null,
  primary key (mandant_id, id),
  check (jahr_bis >= jahr_von),
  check (betrag_cent is null or spalte not like 'vzae%'),
  check (vzae_hundertstel is null or spalte like 'vzae%'),
  check (betrieb_ab is null or bezug = 'jaehrlich')
);
select platform.mandantentabelle('finanzplan.zeile');
create unique index zeile_kennung on finanzplan.zeile (mandant_id, strategie_id, kennung) where kennung is not null;
create index zeile_strategie on finanzplan.zeile (mandant_id, strategie_id, id) where entfernt_am is null;
create index zeile_objekt on finanzplan.zeile (mandant_id, objekt_id) where objekt_id is not null and entfernt_am is null;

-- Old and new value of every field that changed.
create table finanzplan.aenderung (
  mandant_id uuid not null,
  id uuid not null,
  zeile_id uuid not null,
  version integer not null,
  feld text not null,
  alt text,
  neu text,
  akteur_id text,
  am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, zeile_id) references finanzplan.zeile (mandant_id, id)
);
select platform.mandantentabelle('finanzplan.aenderung');
create index on finanzplan.aenderung (mandant_id, zeile_id, id);

-- What the budget system said of a line in a year, as of a day. A later day adds a row; what counts is the newest figure of each kind.
create table finanzplan.sollist (
  mandant_id uuid not null,
  zeile_id uuid not null,
  jahr smallint not null check (jahr between 1990 and 2200),
  stichtag date not null,
  nachtrag_cent bigint,
  obligo_cent bigint,
  ist_cent bigint,
  prognose_cent bigint,
  quelle text not null check (length(quelle) between 1 and 200),
  eingelesen_am timestamptz not null,
  primary key (mandant_id, zeile_id, jahr, stichtag),
  foreign key (mandant_id, zeile_id) references finanzplan.zeile (mandant_id, id),
  check (num_nonnulls(nachtrag_cent, obligo_cent, ist_cent, prognose_cent) > 0)
);
select platform.mandantentabelle('finanzplan.sollist');

-- Money from outside with strings attached.
create table finanzplan.foerderung (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  objekt_id uuid,
  titel text not null check (length(titel) between 1 and 200),
  geber text not null check (length(geber) between 1 and 200),
  aktenzeichen text check (length(aktenzeichen) between 1 and 100),
  bewilligt_cent bigint check (bewilligt_cent >= 0),
  -- Hundredths of a per cent: 80 % is 8000.
  anteil_hundertstel integer check (anteil_hundertstel between 0 and 10000),
  zweckbindung_bis date,
  created_at timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('finanzplan.foerderung');
create index on finanzplan.foerderung (mandant_id, strategie_id);

create table finanzplan.foerdertermin (
  mandant_id uuid not null,
  id uuid not null,
  foerderung_id uuid not null,
  art text not null check (art in ('abruf', 'zwischennachweis', 'verwendungsnachweis')),
  faellig_am date not null,
  betrag_cent bigint check (betrag_cent >= 0),
  -- When its task was put into the work list; null: not yet.
  erinnert_am timestamptz,
  erledigt_am timestamptz,
  primary key (mandant_id, id),
  unique (mandant_id, foerderung_id, art, faellig_am),
  foreign key (mandant_id, foerderung_id) references finanzplan.foerderung (mandant_id, id)
);
select platform.mandantentabelle('finanzplan.foerdertermin');
create index foerdertermin_offen on finanzplan.foerdertermin (mandant_id, faellig_am) where erledigt_am is null;

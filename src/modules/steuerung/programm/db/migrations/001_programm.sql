-- What a town steers: strategies, their objects on seven levels, and how these refer to each other.
create extension if not exists btree_gist;

-- A town may follow several at once; most have one. `kennung` is the key by which an import finds it again.
create table programm.strategie (
  mandant_id uuid not null,
  id uuid not null,
  kennung text not null check (kennung ~ '^[a-z0-9][a-z0-9_-]{0,59}$'),
  name text not null check (length(name) between 2 and 300),
  jahr_von smallint check (jahr_von between 1990 and 2200),
  jahr_bis smallint check (jahr_bis between 1990 and 2200),
  quelle text check (length(quelle) <= 500),
  -- Facts that steer nobody but must not get lost: fields of reports, ways of approval, states as the paper names them.
  angaben jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  unique (mandant_id, kennung),
  check (jahr_bis >= jahr_von)
);
select platform.mandantentabelle('programm.strategie');

-- Handlungsfeld to Aufgabe in one table: the levels differ in name and place, not in what can be said of them.
create table programm.objekt (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  art text not null check (art in ('handlungsfeld', 'ziel', 'baustein', 'massnahme', 'projekt', 'meilenstein', 'aufgabe')),
  ober_id uuid,
  -- The key an import knows it by; never shown as its number.
  kennung text check (length(kennung) between 1 and 80),
  -- What people call it: 1A. Unique within its kind of Baustein only, Remscheid has every one twice (H1-05).
  nummer text check (length(nummer) between 1 and 20),
  bausteinart text check (bausteinart in ('basis', 'umsetzung', 'loesung')),
  name text not null check (length(name) between 1 and 300),
  -- The long texts of the Steckbrief by field name, see domain/steckbrief.ts.
  texte jsonb not null default '{}' check (jsonb_typeof(texte) = 'object'),
  -- Null: nobody has said. Missing is never made up.
  status text check (status in ('geplant', 'laufend', 'abgeschlossen', 'zurueckgestellt', 'abgebrochen')),
  prioritaet text check (prioritaet in ('niedrig', 'mittel', 'hoch')),
  dauer_monate smallint check (dauer_monate between 1 and 600),
  fortlaufend boolean not null default false,
  -- Dates: as first planned, as planned now, as it came (H2-06).
  beginn date, ende date,
  beginn_original date, ende_original date,
  beginn_ist date, ende_ist date,
  -- A date set from outside, e.g. by law; not the planned end.
  frist date,
  -- 0: no external costs; 1 and up: the town's classes; null: not said.
  kostenklasse smallint check (kostenklasse between 0 and 99),
  einheit_id uuid,
  verantwortlich_konto_id uuid,
  verantwortlich text check (length(verantwortlich) <= 200),
  beteiligte text[] not null default '{}',
  -- What the public may see: nothing until somebody releases it, then these fields (H1-09).
  oeffentlich boolean not null default false,
  oeffentliche_felder text[] not null default '{}',
  rang integer not null default 0,
  version integer not null default 1 check (version > 0),
  geloescht_am timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (mandant_id, id),
  foreign key (mandant_id, strategie_id) references programm.strategie (mandant_id, id),
  foreign key (mandant_id, ober_id) references programm.objekt (mandant_id, id),
  check (ober_id <> id),
  check (ende >= beginn),
  check (ende_ist >= beginn_ist)
);
select platform.mandantentabelle('programm.objekt');
create unique index objekt_kennung on programm.objekt (mandant_id, strategie_id, kennung) where kennung is not null;
create unique index objekt_nummer on programm.objekt (mandant_id, strategie_id, art, coalesce(bausteinart, ''), nummer) where nummer is not null and geloescht_am is null;
create index on programm.objekt (mandant_id, strategie_id, art, rang, id);
create index on programm.objekt (mandant_id, ober_id);
create index on programm.objekt (mandant_id, strategie_id) where oeffentlich;

-- Old and new value of every field that changed: the history goes with the object, the event log names fields only.
create table programm.aenderung (
  mandant_id uuid not null,
  id uuid not null,
  objekt_id uuid not null,
  version integer not null,
  feld text not null,
  alt text,
  neu text,
  grund text check (length(grund) <= 1000),
  akteur_id text,
  am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, objekt_id) references programm.objekt (mandant_id, id)
);
select platform.mandantentabelle('programm.aenderung');
create index on programm.aenderung (mandant_id, objekt_id, id);

-- zielbezug: object serves Ziel. korrespondiert: both ways between Bausteine or Maßnahmen. benoetigt: object needs the other first.
-- A reference to something that does not exist is kept as it was written (H1-05), never dropped and never guessed.
create table programm.verknuepfung (
  mandant_id uuid not null,
  id uuid not null,
  art text not null check (art in ('zielbezug', 'korrespondiert', 'benoetigt')),
  von_id uuid not null,
  nach_id uuid,
  nach_text text check (length(nach_text) between 1 and 300),
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  foreign key (mandant_id, von_id) references programm.objekt (mandant_id, id),
  foreign key (mandant_id, nach_id) references programm.objekt (mandant_id, id),
  check ((nach_id is null) <> (nach_text is null)),
  check (von_id <> nach_id)
);
select platform.mandantentabelle('programm.verknuepfung');
create unique index verknuepfung_einmal on programm.verknuepfung (mandant_id, art, von_id, coalesce(nach_id::text, nach_text));
create index on programm.verknuepfung (mandant_id, nach_id);

-- By what one sees that a Ziel is reached (H1-07). zielwert null: named without a figure.
create table programm.erfolgskriterium (
  mandant_id uuid not null,
  id uuid not null,
  ziel_id uuid not null,
  kennzahl text not null check (length(kennzahl) between 1 and 300),
  zielwert numeric(18, 4),
  einheit text check (length(einheit) <= 40),
  bis_jahr smallint check (bis_jahr between 1990 and 2200),
  primary key (mandant_id, id),
  unique (mandant_id, ziel_id, kennzahl),
  foreign key (mandant_id, ziel_id) references programm.objekt (mandant_id, id)
);
select platform.mandantentabelle('programm.erfolgskriterium');

-- How this town calls the levels (H1-01); a level without a row has the usual name.
create table programm.ebenenname (
  mandant_id uuid not null,
  art text not null,
  einzahl text not null check (length(einzahl) between 1 and 60),
  mehrzahl text not null check (length(mehrzahl) between 1 and 60),
  primary key (mandant_id, art)
);
select platform.mandantentabelle('programm.ebenenname');

-- (ueber, bis]: exactly 100.000,00 is in the lower class (H3-01).
create table programm.kostenklasse (
  mandant_id uuid not null,
  nummer smallint not null check (nummer between 1 and 99),
  ueber_cent bigint not null check (ueber_cent >= 0),
  bis_cent bigint not null,
  primary key (mandant_id, nummer),
  check (bis_cent > ueber_cent),
  exclude using gist (mandant_id with =, int8range(ueber_cent, bis_cent, '(]') with &&)
);
select platform.mandantentabelle('programm.kostenklasse');

-- Who decides and who is told: Lenkungsausschuss, Kernteam, Projektbüro, Projektteam.
create table programm.gremium (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  rolle text check (length(rolle) <= 300),
  bericht text check (length(bericht) <= 100),
  rang integer not null default 0,
  primary key (mandant_id, id),
  unique (mandant_id, strategie_id, name),
  foreign key (mandant_id, strategie_id) references programm.strategie (mandant_id, id)
);
select platform.mandantentabelle('programm.gremium');

-- Figures of the Rahmenfinanzplan as a paper gave them; the room finanzplan reads them through the door.
create table programm.finanzplanzeile (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  -- The key within its source, so that a repeated import finds the line again.
  kennung text not null check (length(kennung) between 1 and 200),
  objekt_id uuid,
  bezeichnung text not null check (length(bezeichnung) between 1 and 300),
  spalte text not null check (spalte in ('einmalig', 'laufend', 'schulung', 'haushalt', 'foerderung', 'vzae_ist', 'vzae_soll', 'vzae_dezentral')),
  -- plan: what is needed. veranschlagt: what the budget already holds.
  stand text not null check (stand in ('plan', 'veranschlagt')),
  jahr_von smallint,
  jahr_bis smallint,
  -- einzeln: once in that span. jaehrlich: this much every year. kumuliert: all years together.
  bezug text not null check (bezug in ('einzeln', 'jaehrlich', 'kumuliert')),
  betrag_cent bigint,
  vzae numeric(8, 2),
  -- Product numbers are text: 01.10.01 keeps its zeros (X5-01).
  produkt text check (length(produkt) <= 40),
  quelle text check (length(quelle) <= 500),
  primary key (mandant_id, id),
  unique (mandant_id, strategie_id, kennung),
  foreign key (mandant_id, strategie_id) references programm.strategie (mandant_id, id),
  foreign key (mandant_id, objekt_id) references programm.objekt (mandant_id, id),
  check ((betrag_cent is null) or (vzae is null)),
  check (jahr_bis >= jahr_von)
);
select platform.mandantentabelle('programm.finanzplanzeile');

-- A version of the strategy as it was decided: frozen, citable, never changed (H1-08).
create table programm.fortschreibung (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  nummer integer not null check (nummer > 0),
  bezeichnung text not null check (length(bezeichnung) between 1 and 200),
  beschlossen_am date,
  gremium text check (length(gremium) <= 200),
  vermerk text check (length(vermerk) <= 4000),
  stand jsonb not null,
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  unique (mandant_id, strategie_id, nummer),
  foreign key (mandant_id, strategie_id) references programm.strategie (mandant_id, id)
);
select platform.mandantentabelle('programm.fortschreibung');

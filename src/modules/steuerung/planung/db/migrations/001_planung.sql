-- Plans of measures and projects: entries, what waits for what, the approved baseline, forecasts, risks, decisions, people's time.

create table planung.plan (
  mandant_id uuid not null,
  id uuid not null,
  titel text not null check (length(titel) between 1 and 200),
  -- The strategy of the room programm that this plan spreads out in time; null for a plan of its own.
  strategie_id uuid,
  einheit_id uuid,
  beginn date not null,
  -- Working days by which a milestone may slip behind the baseline before somebody has to approve it (H5-03).
  schwelle smallint not null default 10 check (schwelle between 0 and 250),
  -- Grows with every change: who saw an older plan sees the effects again before anything is saved.
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('planung.plan');
create unique index plan_strategie on planung.plan (mandant_id, strategie_id) where strategie_id is not null;

create table planung.eintrag (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  nummer integer not null check (nummer > 0),
  art text not null check (art in ('aktivitaet', 'meilenstein', 'sammel')),
  ober_id uuid,
  -- What of the room programm it stands for.
  objekt_id uuid,
  titel text not null check (length(titel) between 1 and 300),
  phase text not null default '' check (length(phase) <= 100),
  dauer_tage integer check (dauer_tage between 1 and 10000),
  dauer_monate smallint check (dauer_monate between 1 and 480),
  fortlaufend boolean not null default false,
  fest date,
  nicht_vor date,
  frist date,
  ist_beginn date,
  ist_ende date,
  fortschritt smallint not null default 0 check (fortschritt between 0 and 100),
  verantwortlich_id uuid,
  notiz text not null default '' check (length(notiz) <= 2000),
  rang integer not null default 0,
  version integer not null default 1 check (version > 0),
  geaendert_von text not null,
  geaendert_am timestamptz not null,
  -- Taken out of the plan; history, baseline and trend still name it.
  entfernt_am timestamptz,
  primary key (mandant_id, id),
  unique (mandant_id, plan_id, nummer),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  foreign key (mandant_id, ober_id) references planung.eintrag (mandant_id, id),
  check (num_nonnulls(dauer_tage, dauer_monate) <= 1),
  check (art = 'aktivitaet' or (dauer_tage is null and dauer_monate is null and not fortlaufend)),
  check (art <> 'aktivitaet' or fortlaufend or num_nonnulls(dauer_tage, dauer_monate) = 1),
  check (art <> 'sammel' or num_nonnulls(fest, ist_beginn, ist_ende) = 0),
  check (ist_ende >= ist_beginn),
  check (frist >= nicht_vor),
  check (frist >= fest)
);
select platform.mandantentabelle('planung.eintrag');
create index eintrag_plan on planung.eintrag (mandant_id, plan_id, rang, id) where entfernt_am is null;
create index eintrag_objekt on planung.eintrag (mandant_id, objekt_id) where objekt_id is not null;
create index eintrag_person on planung.eintrag (mandant_id, verantwortlich_id) where verantwortlich_id is not null and entfernt_am is null;

create table planung.abhaengigkeit (
  mandant_id uuid not null,
  plan_id uuid not null,
  von_id uuid not null,
  nach_id uuid not null,
  art text not null check (art in ('FS', 'SS', 'FF', 'SF')),
  abstand smallint not null default 0 check (abstand between -2500 and 2500),
  primary key (mandant_id, plan_id, nach_id, von_id, art),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  foreign key (mandant_id, von_id) references planung.eintrag (mandant_id, id),
  foreign key (mandant_id, nach_id) references planung.eintrag (mandant_id, id),
  check (von_id <> nach_id)
);
select platform.mandantentabelle('planung.abhaengigkeit');

-- Old and new value of every field of an entry: merging two people's changes reads it, and nothing gets lost.
create table planung.aenderung (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  eintrag_id uuid not null,
  version integer not null,
  feld text not null,
  alt text not null,
  neu text not null,
  akteur_id text not null,
  am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, eintrag_id) references planung.eintrag (mandant_id, id)
);
select platform.mandantentabelle('planung.aenderung');
comment on table planung.aenderung is 'append-only: who changed which field of the plan';
create index aenderung_eintrag on planung.aenderung (mandant_id, eintrag_id, version);

-- The plan as it was approved; a later approval is a new one, the old one stays.
create table planung.basis (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  nummer smallint not null check (nummer > 0),
  grund text not null check (length(grund) between 1 and 1000),
  genehmigt_von text not null,
  genehmigt_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, plan_id, nummer),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id)
);
select platform.mandantentabelle('planung.basis');
comment on table planung.basis is 'append-only: what was approved';

create table planung.basiswert (
  mandant_id uuid not null,
  basis_id uuid not null,
  eintrag_id uuid not null,
  titel text not null,
  beginn date not null,
  ende date,
  primary key (mandant_id, basis_id, eintrag_id),
  foreign key (mandant_id, basis_id) references planung.basis (mandant_id, id)
);
select platform.mandantentabelle('planung.basiswert');
comment on table planung.basiswert is 'append-only: what was approved';

create table planung.aenderungsantrag (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  nummer integer not null check (nummer > 0),
  grund text not null check (length(grund) between 1 and 2000),
  aenderungen jsonb not null,
  -- What the applicant saw: shifts of milestones in working days.
  wirkung jsonb not null,
  status text not null default 'offen' check (status in ('offen', 'genehmigt', 'abgelehnt', 'zurueckgezogen')),
  gestellt_von text not null,
  gestellt_am timestamptz not null,
  entschieden_von text,
  entschieden_am timestamptz,
  entscheidung text check (length(entscheidung) <= 2000),
  primary key (mandant_id, id),
  unique (mandant_id, plan_id, nummer),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  check ((status = 'offen') = (entschieden_am is null))
);
select platform.mandantentabelle('planung.aenderungsantrag');
create index antrag_offen on planung.aenderungsantrag (mandant_id, plan_id) where status = 'offen';

-- What was expected of each milestone on each reporting day (H4-08).
create table planung.prognose (
  mandant_id uuid not null,
  plan_id uuid not null,
  eintrag_id uuid not null,
  stichtag date not null,
  termin date not null,
  erreicht boolean not null default false,
  primary key (mandant_id, plan_id, eintrag_id, stichtag),
  foreign key (mandant_id, eintrag_id) references planung.eintrag (mandant_id, id)
);
select platform.mandantentabelle('planung.prognose');
comment on table planung.prognose is 'append-only: forecasts are not improved afterwards';

create table planung.risiko (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  nummer integer not null check (nummer > 0),
  beschreibung text not null check (length(beschreibung) between 1 and 1000),
  ursache text not null default '' check (length(ursache) <= 1000),
  auswirkung_text text not null default '' check (length(auswirkung_text) <= 1000),
  wahrscheinlichkeit smallint not null check (wahrscheinlichkeit between 1 and 5),
  auswirkung smallint not null check (auswirkung between 1 and 5),
  massnahme text not null default '' check (length(massnahme) <= 1000),
  rest_wahrscheinlichkeit smallint check (rest_wahrscheinlichkeit between 1 and 5),
  rest_auswirkung smallint check (rest_auswirkung between 1 and 5),
  eigner_id uuid,
  faellig date,
  pruefung_am date,
  status text not null default 'offen' check (status in ('offen', 'beobachtet', 'eingetreten', 'geschlossen')),
  eingetreten_am date,
  -- A realised risk is a problem: what is done about it.
  problem text not null default '' check (length(problem) <= 2000),
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, plan_id, nummer),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  check (num_nonnulls(rest_wahrscheinlichkeit, rest_auswirkung) <> 1),
  check ((status = 'eingetreten') <= (eingetreten_am is not null))
);
select platform.mandantentabelle('planung.risiko');

-- The decision register (H4-06).
create table planung.entscheidung (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  nummer integer not null check (nummer > 0),
  sachverhalt text not null check (length(sachverhalt) between 1 and 2000),
  varianten text not null default '' check (length(varianten) <= 4000),
  empfehlung text not null default '' check (length(empfehlung) <= 2000),
  gremium text not null default '' check (length(gremium) <= 200),
  benoetigt_bis date,
  beschluss text check (length(beschluss) between 1 and 2000),
  beschlossen_am date,
  umsetzung_bis date,
  verantwortlich_id uuid,
  status text not null default 'offen' check (status in ('offen', 'beschlossen', 'umgesetzt', 'entfallen')),
  -- Where the need for a decision came from, e.g. a Statusbericht of another room.
  herkunft text not null default '' check (length(herkunft) <= 200),
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, plan_id, nummer),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  check ((status in ('beschlossen', 'umgesetzt')) = (beschluss is not null and beschlossen_am is not null)),
  check (umsetzung_bis >= beschlossen_am)
);
select platform.mandantentabelle('planung.entscheidung');

-- Part of a person's working time for an entry, or for the plan as a whole (H5-05).
create table planung.einsatz (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  eintrag_id uuid,
  konto_id uuid not null,
  anteil smallint not null check (anteil between 1 and 100),
  von date not null,
  bis date not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  foreign key (mandant_id, eintrag_id) references planung.eintrag (mandant_id, id),
  check (bis >= von)
);
select platform.mandantentabelle('planung.einsatz');
create index einsatz_person on planung.einsatz (mandant_id, konto_id);

-- What was agreed with a person for all projects together; without a row 100.
create table planung.obergrenze (
  mandant_id uuid not null,
  konto_id uuid not null,
  anteil smallint not null check (anteil between 1 and 100),
  primary key (mandant_id, konto_id)
);
select platform.mandantentabelle('planung.obergrenze');

-- Who was involved (Personalrat, Gleichstellung, …), by when and with what result (H5-07).
create table planung.beteiligung (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  stelle text not null check (length(stelle) between 1 and 200),
  gegenstand text not null check (length(gegenstand) between 1 and 1000),
  eingeleitet_am date not null,
  frist date,
  abgeschlossen_am date,
  ergebnis text check (ergebnis in ('zugestimmt', 'zur_kenntnis', 'abgelehnt', 'nicht_erforderlich')),
  vermerk text not null default '' check (length(vermerk) <= 2000),
  primary key (mandant_id, id),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  check (frist >= eingeleitet_am),
  check (abgeschlossen_am >= eingeleitet_am),
  check ((abgeschlossen_am is null) = (ergebnis is null))
);
select platform.mandantentabelle('planung.beteiligung');

-- A secret address by which a person's calendar program reads dates; only its hash is kept.
create table planung.kalenderzugang (
  mandant_id uuid not null,
  token_hash bytea not null,
  konto_id uuid not null,
  created_at timestamptz not null,
  primary key (mandant_id, token_hash),
  unique (mandant_id, konto_id)
);
select platform.mandantentabelle('planung.kalenderzugang');

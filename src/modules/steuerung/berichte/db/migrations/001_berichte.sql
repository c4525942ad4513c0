-- What was reported when: frozen on submission, a correction is a new version (H4-01 to H4-09).

create function berichte.unveraenderlich() returns trigger language plpgsql as $$
begin
  raise exception '% is evidence: what was reported is corrected by a new version', tg_table_name using errcode = 'SK409';
end $$;

-- A month of reporting of one strategy. Who has to report is settled when it is opened, so that a later change of a status does not
-- turn a missing report into none that was due.
create table berichte.zeitraum (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  monat date not null check (extract(day from monat) = 1),
  stichtag date not null,
  faellig_am date not null,
  eroeffnet_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, strategie_id, monat),
  check (stichtag >= monat and faellig_am >= stichtag)
);
select platform.mandantentabelle('berichte.zeitraum');
comment on table berichte.zeitraum is 'append-only: which months had to be reported';

-- Names as they were then; the report of a renamed Maßnahme keeps the name it had.
create table berichte.pflicht (
  mandant_id uuid not null,
  zeitraum_id uuid not null,
  objekt_id uuid not null,
  art text not null,
  nummer text,
  name text not null,
  baustein text not null,
  verantwortlich text not null,
  prioritaet text check (prioritaet in ('niedrig', 'mittel', 'hoch')),
  einheit_id uuid,
  rang integer not null,
  primary key (mandant_id, zeitraum_id, objekt_id),
  foreign key (mandant_id, zeitraum_id) references berichte.zeitraum (mandant_id, id)
);
select platform.mandantentabelle('berichte.pflicht');
comment on table berichte.pflicht is 'append-only: who had to report';
create index on berichte.pflicht (mandant_id, objekt_id);

-- Not submitted yet; goes with the submission.
create table berichte.entwurf (
  mandant_id uuid not null,
  zeitraum_id uuid not null,
  objekt_id uuid not null,
  angaben jsonb not null,
  version integer not null check (version > 0),
  geaendert_von text not null,
  geaendert_am timestamptz not null,
  primary key (mandant_id, zeitraum_id, objekt_id),
  foreign key (mandant_id, zeitraum_id, objekt_id) references berichte.pflicht (mandant_id, zeitraum_id, objekt_id)
);
select platform.mandantentabelle('berichte.entwurf');

-- The lights stand beside the frozen content: overviews read them without opening every report.
create table berichte.statusbericht (
  mandant_id uuid not null,
  id uuid not null,
  zeitraum_id uuid not null,
  objekt_id uuid not null,
  version integer not null check (version > 0),
  zeit text not null check (zeit in ('gruen', 'gelb', 'rot')),
  ressourcen text not null check (ressourcen in ('gruen', 'gelb', 'rot')),
  qualitaet text not null check (qualitaet in ('gruen', 'gelb', 'rot')),
  inhalt jsonb not null,
  korrektur text check (length(korrektur) between 1 and 1000),
  eingereicht_von text not null,
  eingereicht_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, zeitraum_id, objekt_id, version),
  foreign key (mandant_id, zeitraum_id, objekt_id) references berichte.pflicht (mandant_id, zeitraum_id, objekt_id),
  check ((version > 1) = (korrektur is not null)),
  -- Yellow and red say why and what is done about it (H4-02).
  check (zeit = 'gruen' or (inhalt #>> '{zeit,begruendung}' <> '' and inhalt #>> '{zeit,gegenmassnahme}' <> '')),
  check (ressourcen = 'gruen' or (inhalt #>> '{ressourcen,begruendung}' <> '' and inhalt #>> '{ressourcen,gegenmassnahme}' <> '')),
  check (qualitaet = 'gruen' or (inhalt #>> '{qualitaet,begruendung}' <> '' and inhalt #>> '{qualitaet,gegenmassnahme}' <> ''))
);
select platform.mandantentabelle('berichte.statusbericht');
comment on table berichte.statusbericht is 'append-only: a submitted report is frozen';
create index on berichte.statusbericht (mandant_id, objekt_id, id);

-- Data and template exactly as they went to the printer: the same bytes come out of them again at any time (H4-09).
create table berichte.programmbericht (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  jahr smallint not null check (jahr between 1990 and 2200),
  quartal smallint not null check (quartal between 1 and 4),
  version integer not null check (version > 0),
  stichtag date not null,
  gremium text not null check (length(gremium) <= 200),
  sitzung_am date,
  -- A quarter without a meeting says why, and how the board is told instead.
  ohne_sitzung text check (length(ohne_sitzung) between 1 and 1000),
  gesamt text check (gesamt in ('gruen', 'gelb', 'rot')),
  daten jsonb not null,
  vorlage text not null,
  erstellt_von text not null,
  erstellt_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, strategie_id, jahr, quartal, version),
  check ((sitzung_am is null) <> (ohne_sitzung is null))
);
select platform.mandantentabelle('berichte.programmbericht');
comment on table berichte.programmbericht is 'append-only: a programme report is frozen';

create table berichte.datei (
  mandant_id uuid not null,
  programmbericht_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes > 0),
  primary key (mandant_id, programmbericht_id),
  foreign key (mandant_id, programmbericht_id) references berichte.programmbericht (mandant_id, id)
);
select platform.mandantentabelle('berichte.datei');
comment on table berichte.datei is 'append-only: the fingerprint of the printed report';

-- Once each: the task to write, and the note to the Programmbüro about what is missing.
create table berichte.erinnerung (
  mandant_id uuid not null,
  zeitraum_id uuid not null,
  stufe text not null check (stufe in ('aufgabe', 'fehlende', 'prognose')),
  am timestamptz not null,
  primary key (mandant_id, zeitraum_id, stufe),
  foreign key (mandant_id, zeitraum_id) references berichte.zeitraum (mandant_id, id)
);
select platform.mandantentabelle('berichte.erinnerung');
comment on table berichte.erinnerung is 'append-only: who was reminded when';

create trigger zeitraum_bleibt before update or delete on berichte.zeitraum for each row execute function berichte.unveraenderlich();
create trigger pflicht_bleibt before update or delete on berichte.pflicht for each row execute function berichte.unveraenderlich();
create trigger statusbericht_bleibt before update or delete on berichte.statusbericht for each row execute function berichte.unveraenderlich();
create trigger programmbericht_bleibt before update or delete on berichte.programmbericht for each row execute function berichte.unveraenderlich();
create trigger datei_bleibt before update or delete on berichte.datei for each row execute function berichte.unveraenderlich();

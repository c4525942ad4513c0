-- Akte, Vorgang, Dokument and its versions. What the law asks of files (complete, true, never changed afterwards) is kept here by
-- constraints and triggers, so that no path of the program can forget it.

create table akten.akte (
  mandant_id uuid not null,
  id uuid not null,
  -- The Aktenzeichen, stored as it was issued and never computed again.
  kennzeichen text not null check (length(kennzeichen) between 1 and 120),
  -- Same sign for every spelling (C1-12).
  schluessel text not null,
  aktenplan_id uuid not null,
  aktenplan_kennzeichen text not null,
  betreff text not null check (length(betreff) between 1 and 500),
  einheit_id uuid not null,
  stufe smallint not null default 0 check (stufe between 0 and 2),
  -- xdomea: 001 elektronisch, 002 hybrid, 003 Papier.
  medium text not null default '001' check (medium in ('001', '002', '003')),
  standort text,
  -- Collects what belongs together: one per unit, year and office, or one per case; null for files made by hand.
  sammel_schluessel text,
  status text not null default 'OFFEN' check (status in ('OFFEN', 'ZDA', 'WIEDER_OFFEN', 'AUSSONDERUNGSREIF', 'ANGEBOTEN', 'BEWERTET_A', 'BEWERTET_V', 'UEBERGEBEN', 'UEBERNAHME_BESTAETIGT', 'GELOESCHT')),
  begonnen_am date not null,
  zda_am date,
  -- Retention as the file plan said when the Akte was made; a later change is applied on purpose, never silently (C5-13).
  aufbewahrung_jahre integer check (aufbewahrung_jahre between 0 and 200),
  aussonderungsart text not null check (aussonderungsart in ('A', 'B', 'V')),
  aufbewahrung_quelle text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, kennzeichen),
  check (medium = '001' or length(standort) > 0),
  check ((status in ('OFFEN', 'WIEDER_OFFEN')) = (zda_am is null))
);
select platform.mandantentabelle('akten.akte');
create unique index akte_sammel on akten.akte (mandant_id, sammel_schluessel) where sammel_schluessel is not null and status in ('OFFEN', 'WIEDER_OFFEN');
create index akte_nach_einheit on akten.akte (mandant_id, einheit_id, id desc) include (stufe, status);
create index akte_liste on akten.akte (mandant_id, id desc);
create index akte_plan on akten.akte (mandant_id, aktenplan_kennzeichen, id desc);
create index akte_schluessel on akten.akte (mandant_id, schluessel text_pattern_ops);

-- Signs that an Akte had before it was moved (C1-05). append-only
create table akten.frueheres_kennzeichen (
  mandant_id uuid not null,
  akte_id uuid not null,
  kennzeichen text not null,
  bis timestamptz not null default now(),
  primary key (mandant_id, kennzeichen),
  foreign key (mandant_id, akte_id) references akten.akte (mandant_id, id)
);
select platform.mandantentabelle('akten.frueheres_kennzeichen');
comment on table akten.frueheres_kennzeichen is 'append-only: an Aktenzeichen is never issued twice';

create table akten.vorgang (
  mandant_id uuid not null,
  id uuid not null,
  vorgangsnummer text not null check (length(vorgangsnummer) between 10 and 40),
  kennzeichen text not null,
  akte_id uuid not null,
  lfd integer not null check (lfd > 0),
  betreff text not null check (length(betreff) between 1 and 500),
  typ text not null check (length(typ) between 1 and 60),
  leistung text,
  einheit_id uuid not null,
  inhaber_id uuid,
  stufe smallint not null default 0 check (stufe between 0 and 2),
  begonnen_am date not null,
  status text not null default 'OFFEN' check (status in ('OFFEN', 'ZDA', 'WIEDER_OFFEN', 'GELOESCHT')),
  zda_am date,
  schlussvermerk text,
  aufbewahrung_bis date,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgangsnummer),
  unique (mandant_id, kennzeichen),
  unique (mandant_id, akte_id, lfd),
  foreign key (mandant_id, akte_id) references akten.akte (mandant_id, id),
  check ((status in ('OFFEN', 'WIEDER_OFFEN')) = (zda_am is null)),
  check (zda_am is not null or aufbewahrung_bis is null)
);
select platform.mandantentabelle('akten.vorgang');
create index vorgang_akte on akten.vorgang (mandant_id, akte_id, id desc);
create index vorgang_einheit on akten.vorgang (mandant_id, einheit_id, id desc) include (akte_id, stufe, status);
create index vorgang_inhaber on akten.vorgang (mandant_id, inhaber_id, id desc) where inhaber_id is not null;

-- Accounts that may not touch a Vorgang although their role allows (§ 20 VwVfG).
create table akten.befangenheit (
  mandant_id uuid not null,
  vorgang_id uuid not null,
  konto_id uuid not null,
  grund text not null check (length(grund) between 1 and 500),
  created_at timestamptz not null default now(),
  primary key (mandant_id, vorgang_id, konto_id),
  foreign key (mandant_id, vorgang_id) references akten.vorgang (mandant_id, id)
);
select platform.mandantentabelle('akten.befangenheit');
create index befangenheit_konto on akten.befangenheit (mandant_id, konto_id, vorgang_id);

create table akten.dokument (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  lfd integer not null check (lfd > 0),
  betreff text not null check (length(betreff) between 1 and 500),
  typ text not null check (length(typ) between 1 and 60),
  richtung text not null check (richtung in ('eingang', 'ausgang', 'intern')),
  -- Date on the document; the day of receipt and the time of capture are other things (C2-02).
  datum date not null,
  eingegangen_am date,
  absender text,
  fuer_inhaber boolean not null default false,
  slot text,
  version integer not null default 0 check (version >= 0),
  festgeschrieben_am timestamptz,
  festgeschrieben_grund text,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgang_id, lfd),
  foreign key (mandant_id, vorgang_id) references akten.vorgang (mandant_id, id),
  check ((festgeschrieben_am is null) = (festgeschrieben_grund is null))
);
select platform.mandantentabelle('akten.dokument');

create table akten.dokumentversion (
  mandant_id uuid not null,
  -- Id of the Primaerdokument, the same in every export (C1-11).
  id uuid not null,
  dokument_id uuid not null,
  nummer integer not null check (nummer > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  mime text not null check (length(mime) between 3 and 100),
  dateiname text not null check (length(dateiname) between 1 and 255),
  pruefstatus text not null check (pruefstatus in ('sauber', 'ungeprueft', 'befallen')),
  kommentar text not null default '',
  autor_art text not null,
  autor_id text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, dokument_id, nummer),
  foreign key (mandant_id, dokument_id) references akten.dokument (mandant_id, id)
);
select platform.mandantentabelle('akten.dokumentversion');
comment on table akten.dokumentversion is 'append-only: no version of a document is ever overwritten (C2-04)';
create index dokumentversion_inhalt on akten.dokumentversion (mandant_id, sha256);

create table akten.vermerk (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  -- Day of the talk; the day of writing is created_at and cannot be chosen (C2-08).
  ereignis_am date not null,
  text text not null check (length(text) between 1 and 20000),
  beteiligte text not null default '',
  autor_art text not null,
  autor_id text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, vorgang_id) references akten.vorgang (mandant_id, id)
);
select platform.mandantentabelle('akten.vermerk');
comment on table akten.vermerk is 'append-only: a note for the file is evidence';
create index vermerk_vorgang on akten.vermerk (mandant_id, vorgang_id, id);

create table akten.wiedervorlage (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  faellig_am date not null,
  grund text not null check (length(grund) between 1 and 500),
  -- Whom it reminds: an account, or everybody who works on the unit's Vorgänge.
  konto_id uuid,
  einheit_id uuid not null,
  angelegt_von text not null,
  created_at timestamptz not null,
  erledigt_am timestamptz,
  erledigt_von text,
  primary key (mandant_id, id),
  foreign key (mandant_id, vorgang_id) references akten.vorgang (mandant_id, id),
  check ((erledigt_am is null) = (erledigt_von is null))
);
select platform.mandantentabelle('akten.wiedervorlage');
create index wiedervorlage_offen on akten.wiedervorlage (mandant_id, einheit_id, faellig_am, id) where erledigt_am is null;
create index wiedervorlage_vorgang on akten.wiedervorlage (mandant_id, vorgang_id);

-- Other files point here instead of holding copies (C1-09). append-only
create table akten.verweis (
  mandant_id uuid not null,
  id uuid not null,
  von_art text not null check (von_art in ('akte', 'vorgang', 'dokument')),
  von_id uuid not null,
  nach_art text not null check (nach_art in ('akte', 'vorgang', 'dokument')),
  nach_id uuid not null,
  bemerkung text not null default '',
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, von_id, nach_id),
  check (von_id <> nach_id)
);
select platform.mandantentabelle('akten.verweis');
comment on table akten.verweis is 'append-only: a reference is part of the file';
create index verweis_nach on akten.verweis (mandant_id, nach_id);

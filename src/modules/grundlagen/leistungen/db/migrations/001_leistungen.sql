-- Services of the town. A service is a package; every change of it is a new version and old versions never change (A1-09).

create table leistungen.leistung (
  mandant_id uuid not null,
  id uuid not null,
  schluessel text not null check (schluessel ~ '^[a-z][a-z0-9-]{1,79}$'),
  leistungsschluessel text check (leistungsschluessel ~ '^99[0-9]{12}$'),
  -- What the public sees; null while there is only a draft or after it was withdrawn.
  version_id uuid,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, schluessel)
);
select platform.mandantentabelle('leistungen.leistung');
create unique index on leistungen.leistung (mandant_id, leistungsschluessel) where leistungsschluessel is not null;

create table leistungen.version (
  mandant_id uuid not null,
  id uuid not null,
  leistung_id uuid not null,
  version integer not null check (version >= 1),
  inhalt_hash text not null check (inhalt_hash ~ '^[0-9a-f]{64}$'),
  stammdaten jsonb not null,
  formular jsonb,
  texte jsonb not null,
  gebuehr jsonb,
  bescheid_vorlage text,
  modell_id uuid,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, leistung_id, version),
  foreign key (mandant_id, leistung_id) references leistungen.leistung (mandant_id, id)
);
select platform.mandantentabelle('leistungen.version');
comment on table leistungen.version is 'append-only: an application refers to the version it was made with';

alter table leistungen.leistung add foreign key (mandant_id, version_id) references leistungen.version (mandant_id, id);

-- The package as it came, byte for byte, so that an export gives it back.
create table leistungen.datei (
  mandant_id uuid not null,
  version_id uuid not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,79}$'),
  inhalt text not null,
  primary key (mandant_id, version_id, name),
  foreign key (mandant_id, version_id) references leistungen.version (mandant_id, id)
);
select platform.mandantentabelle('leistungen.datei');
comment on table leistungen.datei is 'append-only: the package that a version was made from';

-- Since when which version was public, and why it ended.
create table leistungen.veroeffentlichung (
  mandant_id uuid not null,
  id uuid not null,
  leistung_id uuid not null,
  version_id uuid not null,
  von timestamptz not null,
  bis timestamptz,
  grund text check (length(grund) <= 500),
  primary key (mandant_id, id),
  foreign key (mandant_id, leistung_id) references leistungen.leistung (mandant_id, id),
  foreign key (mandant_id, version_id) references leistungen.version (mandant_id, id),
  check (bis is null or bis >= von)
);
select platform.mandantentabelle('leistungen.veroeffentlichung');
create unique index on leistungen.veroeffentlichung (mandant_id, leistung_id) where bis is null;

-- The online way is closed for a while; the page says why and what to do instead (A1-05).
create table leistungen.schliessung (
  mandant_id uuid not null,
  id uuid not null,
  leistung_id uuid not null,
  von date not null,
  bis date,
  grund text not null check (length(grund) between 1 and 500),
  alternative text check (length(alternative) <= 500),
  aufgehoben_am timestamptz,
  primary key (mandant_id, id),
  foreign key (mandant_id, leistung_id) references leistungen.leistung (mandant_id, id),
  check (bis is null or bis >= von)
);
select platform.mandantentabelle('leistungen.schliessung');
create index on leistungen.schliessung (mandant_id, leistung_id);

-- Raised with every change that the public sees; processes compare it before they use what they remembered.
create table leistungen.katalogstand (
  mandant_id uuid not null primary key,
  stand bigint not null
);
select platform.mandantentabelle('leistungen.katalogstand');

-- What was searched for and not found, counted per day and word; nothing of the person (A1-06).
create table leistungen.nullsuche (
  mandant_id uuid not null,
  tag date not null,
  begriff text not null check (length(begriff) between 2 and 60),
  anzahl integer not null check (anzahl >= 1),
  primary key (mandant_id, tag, begriff)
);
select platform.mandantentabelle('leistungen.nullsuche');

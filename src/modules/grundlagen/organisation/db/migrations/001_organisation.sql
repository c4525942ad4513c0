-- Units, roles and who holds which role where. Accounts belong to the room konten; here only their ids.

create table organisation.einheit (
  mandant_id uuid not null,
  id uuid not null,
  kuerzel text not null check (kuerzel ~ '^[A-Za-z0-9ÄÖÜäöüß./ -]{1,20}$'),
  name text not null check (length(name) between 2 and 200),
  ober_id uuid,
  telefon text,
  email text,
  anschrift text,
  gueltig_von date not null,
  gueltig_bis date,
  primary key (mandant_id, id),
  unique (mandant_id, kuerzel),
  foreign key (mandant_id, ober_id) references organisation.einheit (mandant_id, id),
  check (gueltig_bis is null or gueltig_bis >= gueltig_von),
  check (ober_id <> id)
);
select platform.mandantentabelle('organisation.einheit');

create table organisation.rolle (
  mandant_id uuid not null,
  id uuid not null,
  schluessel text not null check (schluessel ~ '^[a-z][a-z0-9_-]{1,40}$'),
  name text not null check (length(name) between 2 and 100),
  beschreibung text not null default '',
  rechte text[] not null,
  stufe smallint not null default 0 check (stufe between 0 and 2),
  primary key (mandant_id, id),
  unique (mandant_id, schluessel)
);
select platform.mandantentabelle('organisation.rolle');

-- einheit_id null: the whole town. Ends by date, never by deletion, so that the past stays explainable.
create table organisation.zuweisung (
  mandant_id uuid not null,
  id uuid not null,
  konto_id uuid not null,
  rolle_id uuid not null,
  einheit_id uuid,
  von date not null,
  bis date,
  primary key (mandant_id, id),
  foreign key (mandant_id, rolle_id) references organisation.rolle (mandant_id, id),
  foreign key (mandant_id, einheit_id) references organisation.einheit (mandant_id, id),
  check (bis is null or bis >= von)
);
select platform.mandantentabelle('organisation.zuweisung');
create index on organisation.zuweisung (mandant_id, konto_id);
create index on organisation.zuweisung (mandant_id, rolle_id);

-- Standing in for somebody: a period, never a shared account (X6-03).
create table organisation.vertretung (
  mandant_id uuid not null,
  id uuid not null,
  vertretener_id uuid not null,
  vertreter_id uuid not null,
  von date not null,
  bis date not null,
  grund text not null check (length(grund) between 1 and 200),
  beendet_am timestamptz,
  primary key (mandant_id, id),
  check (vertretener_id <> vertreter_id),
  check (bis >= von)
);
select platform.mandantentabelle('organisation.vertretung');
create index on organisation.vertretung (mandant_id, vertreter_id, von);

-- Accounts of people and machines, and what proves that it is them. What they may do belongs to the room organisation.

create table konten.konto (
  mandant_id uuid not null,
  id uuid not null,
  art text not null check (art in ('personal', 'buerger', 'dienst')),
  -- What one signs in with. An e-mail address is no key: two persons may share one (A2-07).
  kennung text not null check (kennung ~ '^[a-z0-9][a-z0-9._-]{1,79}$'),
  -- As it is shown; the parts are known for citizens only, and a person may have one name without a first name.
  name text not null check (length(name) between 1 and 200),
  vorname text,
  nachname text,
  email text check (length(email) between 3 and 254),
  email_bestaetigt_am timestamptz,
  telefon text,
  status text not null default 'aktiv' check (status in ('aktiv', 'gesperrt', 'ausgeschieden')),
  status_grund text,
  passwort_hash text,
  passwort_geaendert_am timestamptz,
  -- Sealed with a key of the installation. Usable from totp_aktiv_am on; a step is accepted once.
  totp_siegel bytea,
  totp_aktiv_am timestamptz,
  totp_schritt bigint not null default 0,
  -- Of a machine: exactly these permissions, and the level it may read.
  rechte text[] not null default '{}',
  stufe smallint not null default 0 check (stufe between 0 and 2),
  letzte_anmeldung_am timestamptz,
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  unique (mandant_id, art, kennung),
  check (art = 'dienst' or rechte = '{}'),
  check (art <> 'dienst' or passwort_hash is null)
);
select platform.mandantentabelle('konten.konto');
create index on konten.konto (mandant_id, art, lower(email));
create index on konten.konto (mandant_id, art, name, id);

create table konten.passkey (
  mandant_id uuid not null,
  id text not null check (length(id) between 1 and 1400),
  konto_id uuid not null,
  oeffentlicher_schluessel bytea not null,
  zaehler bigint not null,
  transporte text[] not null default '{}',
  bezeichnung text not null check (length(bezeichnung) between 1 and 100),
  created_at timestamptz not null default now(),
  benutzt_am timestamptz,
  primary key (mandant_id, id),
  foreign key (mandant_id, konto_id) references konten.konto (mandant_id, id)
);
select platform.mandantentabelle('konten.passkey');
create index on konten.passkey (mandant_id, konto_id);

-- Keys of machines: only the hash; the prefix is what an administrator recognises one by. Several at once, for rotation.
create table konten.dienstschluessel (
  mandant_id uuid not null,
  id uuid not null,
  konto_id uuid not null,
  hash bytea not null,
  praefix text not null,
  gueltig_bis date not null,
  widerrufen_am timestamptz,
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  unique (mandant_id, hash),
  foreign key (mandant_id, konto_id) references konten.konto (mandant_id, id)
);
select platform.mandantentabelle('konten.dienstschluessel');
create index on konten.dienstschluessel (mandant_id, konto_id);

-- Secrets that work once: links and codes of mails, first passwords, recovery codes, challenges of passkeys.
create table konten.einmalcode (
  mandant_id uuid not null,
  id uuid not null,
  art text not null check (art in ('registrierung', 'passwort', 'email', 'start', 'wiederherstellung', 'passkey', 'hinweis')),
  konto_id uuid,
  geheimnis_hash bytea not null,
  -- A short code to type instead of following a link; bounded by versuche.
  code_hash bytea,
  versuche smallint not null default 0,
  -- What is to happen when it is redeemed and what the mail says, sealed: it is personal.
  siegel bytea,
  gueltig_bis timestamptz,
  verbraucht_am timestamptz,
  created_at timestamptz not null default now(),
  primary key (mandant_id, id),
  unique (mandant_id, geheimnis_hash),
  foreign key (mandant_id, konto_id) references konten.konto (mandant_id, id)
);
select platform.mandantentabelle('konten.einmalcode');
create index on konten.einmalcode (mandant_id, konto_id, art);
create index on konten.einmalcode (mandant_id, gueltig_bis);

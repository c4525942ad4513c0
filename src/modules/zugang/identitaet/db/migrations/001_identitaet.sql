-- Providers of identities (OpenID Connect, SAML 2.0), attempts to sign in with them, and whom they have proved.

create table identitaet.anbieter (
  mandant_id uuid not null,
  id uuid not null,
  bezeichnung text not null check (length(bezeichnung) between 1 and 100),
  -- Whom it signs in.
  kontoart text not null check (kontoart in ('buerger', 'personal')),
  protokoll text not null check (protokoll in ('oidc', 'saml')),
  -- Issuer of OpenID Connect or entityID of SAML, exactly as the provider writes it. Null: the simulator of a demo, which lives at the town's own address.
  aussteller text check (length(aussteller) between 1 and 500),
  client_id text check (length(client_id) between 1 and 300),
  -- Client secret (OpenID Connect), sealed with the installation's key; never shown again.
  geheimnis bytea,
  -- SAML: address to send people to, certificates of the provider (PEM, one or two), and our own key (sealed) with its certificate.
  einstieg text check (einstieg ~ '^https?://' and length(einstieg) <= 500),
  zertifikate text[] not null default '{}',
  schluessel bytea,
  eigenes_zertifikat text,
  -- Our name of an attribute: the provider's; our level: the provider's words for it.
  attribute jsonb not null default '{}',
  niveaus jsonb not null default '{}',
  -- Employees: which group gives which role in which unit.
  rollen jsonb not null default '[]',
  -- Employees: only accounts for emergencies sign in with their own password.
  nur_anbieter boolean not null default false,
  simulator boolean not null default false,
  aktiv boolean not null default true,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  check (simulator or aussteller is not null),
  check (protokoll <> 'saml' or simulator or (einstieg is not null and schluessel is not null and cardinality(zertifikate) > 0)),
  check (protokoll <> 'oidc' or client_id is not null)
);
select platform.mandantentabelle('identitaet.anbieter');

-- One way to the provider and back. What comes back belongs to one attempt, one browser, once.
create table identitaet.versuch (
  mandant_id uuid not null,
  id uuid not null,
  anbieter_id uuid not null,
  -- Hash of the browser's session that began it.
  bindung bytea not null check (length(bindung) = 32),
  -- Signed in already: the account that it has to remain.
  konto_id uuid,
  -- Began while acting for this company: the stronger session acts for it again.
  fuer_konto uuid,
  -- Hash of `state` or RelayState.
  state_hash bytea not null check (length(state_hash) = 32),
  -- PKCE verifier and nonce, sealed; with SAML the id of the request stands beside.
  siegel bytea not null,
  anfrage_id text,
  niveau text not null check (niveau in ('niedrig', 'substantiell', 'hoch')),
  -- Only these attributes are asked for and kept (A2-02).
  attribute text[] not null default '{}',
  ziel text not null check (ziel ~ '^/' and length(ziel) <= 500),
  begonnen_am timestamptz not null,
  verbraucht_am timestamptz,
  -- SAML: what was proved, sealed, until the browser that began it comes for it.
  ergebnis bytea,
  primary key (mandant_id, id),
  unique (mandant_id, state_hash),
  foreign key (mandant_id, anbieter_id) references identitaet.anbieter (mandant_id, id) on delete cascade
);
select platform.mandantentabelle('identitaet.versuch');
create index on identitaet.versuch (mandant_id, begonnen_am);
create index on identitaet.versuch (mandant_id, anfrage_id) where anfrage_id is not null;

-- Ids of assertions and codes that were used: none works twice.
create table identitaet.verbraucht (
  mandant_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  gueltig_bis timestamptz not null,
  primary key (mandant_id, hash)
);
select platform.mandantentabelle('identitaet.verbraucht');
create index on identitaet.verbraucht (mandant_id, gueltig_bis);

-- Whose account it is: by the provider's pseudonym (keyed hash), never by e-mail or name (A2-07).
create table identitaet.verknuepfung (
  mandant_id uuid not null,
  anbieter_id uuid not null,
  pseudonym_hash bytea not null check (length(pseudonym_hash) = 32),
  konto_id uuid not null,
  postfach text check (length(postfach) <= 200),
  letztes_niveau text not null check (letztes_niveau in ('niedrig', 'substantiell', 'hoch')),
  verknuepft_am timestamptz not null,
  primary key (mandant_id, anbieter_id, pseudonym_hash),
  unique (mandant_id, anbieter_id, konto_id),
  foreign key (mandant_id, anbieter_id) references identitaet.anbieter (mandant_id, id)
);
select platform.mandantentabelle('identitaet.verknuepfung');
create index on identitaet.verknuepfung (mandant_id, konto_id);

-- What a sign-in brought along, for prefilling; goes a day after the sign-in. What an application keeps is in the application.
create table identitaet.nachweis (
  mandant_id uuid not null,
  id uuid not null,
  anbieter_id uuid not null,
  konto_id uuid not null,
  niveau text not null check (niveau in ('niedrig', 'substantiell', 'hoch')),
  -- Attributes, sealed: nobody but the person's own forms reads them.
  siegel bytea not null,
  abgerufen_am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, anbieter_id) references identitaet.anbieter (mandant_id, id)
);
select platform.mandantentabelle('identitaet.nachweis');
create index on identitaet.nachweis (mandant_id, abgerufen_am);

-- Employees who may sign in with their own password although the provider is the rule.
create table identitaet.notfallkonto (
  mandant_id uuid not null,
  konto_id uuid not null,
  benannt_am timestamptz not null,
  benannt_von text not null,
  primary key (mandant_id, konto_id)
);
select platform.mandantentabelle('identitaet.notfallkonto');

-- Roles that a sign-in with the provider has given, so that it can also take them; what people assigned by hand stays theirs.
create table identitaet.rollenvergabe (
  mandant_id uuid not null,
  anbieter_id uuid not null,
  konto_id uuid not null,
  zuweisung_id uuid not null,
  rolle text not null,
  einheit text not null,
  primary key (mandant_id, anbieter_id, konto_id, zuweisung_id)
);
select platform.mandantentabelle('identitaet.rollenvergabe');

-- Companies: an account of its own without a password, for which people act under their own name (A2-04).
create table identitaet.unternehmen (
  mandant_id uuid not null,
  konto_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- As the person says it: register court and number, address.
  register text check (length(register) <= 200),
  anschrift text[] not null default '{}',
  angelegt_am timestamptz not null,
  primary key (mandant_id, konto_id)
);
select platform.mandantentabelle('identitaet.unternehmen');

create table identitaet.mitglied (
  mandant_id uuid not null,
  unternehmen_id uuid not null,
  konto_id uuid not null,
  rolle text not null check (rolle in ('verwaltung', 'mitarbeit')),
  seit timestamptz not null,
  ausgeschieden_am timestamptz,
  primary key (mandant_id, unternehmen_id, konto_id),
  foreign key (mandant_id, unternehmen_id) references identitaet.unternehmen (mandant_id, konto_id)
);
select platform.mandantentabelle('identitaet.mitglied');
create index on identitaet.mitglied (mandant_id, konto_id) where ausgeschieden_am is null;

create table identitaet.einladung (
  mandant_id uuid not null,
  id uuid not null,
  unternehmen_id uuid not null,
  email text not null check (length(email) between 3 and 254),
  rolle text not null check (rolle in ('verwaltung', 'mitarbeit')),
  geheimnis_hash bytea not null check (length(geheimnis_hash) = 32),
  eingeladen_von uuid not null,
  gueltig_bis timestamptz not null,
  beendet_am timestamptz,
  primary key (mandant_id, id),
  foreign key (mandant_id, unternehmen_id) references identitaet.unternehmen (mandant_id, konto_id)
);
select platform.mandantentabelle('identitaet.einladung');
create index on identitaet.einladung (mandant_id, unternehmen_id);

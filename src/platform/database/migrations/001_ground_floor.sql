-- The ground floor: towns, events, idempotency, numbers, sessions. Every business table of every room follows the pattern of
-- platform.ereignis: mandant_id first in the key, forced row-level security by the helper function below.

create table platform.mandant (
  id uuid primary key,
  nr smallint generated always as identity unique,
  schluessel text not null unique check (schluessel ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null check (length(name) between 1 and 200),
  hosts text[] not null,
  -- What every page shows of the town: contact, opening hours, Land (for holidays), AGS.
  profil jsonb not null default '{}',
  gesperrt_am timestamptz,
  created_at timestamptz not null default now()
);

-- Gives a table the tenant policy: reading and writing only rows of the town that the transaction has set.
create function platform.mandantentabelle(tabelle regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tabelle);
  execute format('alter table %s force row level security', tabelle);
  execute format('create policy mandant on %s using (mandant_id = nullif(current_setting(''app.mandant'', true), '''')::uuid)
                  with check (mandant_id = nullif(current_setting(''app.mandant'', true), '''')::uuid)', tabelle);
  execute format('alter table %s alter column mandant_id set default nullif(current_setting(''app.mandant'', true), '''')::uuid', tabelle);
end $$;

create function platform.aktueller_mandant() returns uuid language sql stable as
  $$ select nullif(current_setting('app.mandant', true), '')::uuid $$;

-- The application role may not write the list of towns; this lets a town change its own profile and nothing else.
create function platform.profil_setzen(neu jsonb) returns void language sql security definer set search_path = platform, pg_temp as $$
  update platform.mandant set profil = neu where id = platform.aktueller_mandant();
  select pg_notify('stadtkern_mandanten', '');
$$;

-- One row per change: the audit entry. Ids and field names, never content (duties of erasure); old and new values live in the
-- object's own history. The application role may insert and select, nothing else.
create table platform.ereignis (
  mandant_id uuid not null,
  id uuid not null,
  typ text not null,
  objekt_art text not null,
  objekt_id text not null,
  vorgang_id uuid,
  akteur_art text not null check (akteur_art in ('personal', 'buerger', 'gast', 'dienst', 'verfahren', 'system')),
  akteur_id text,
  fuer_id text,
  befehl text not null,
  grund text,
  daten jsonb not null,
  korrelation uuid not null,
  ip_klasse text,
  zeitpunkt timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  primary key (mandant_id, id)
);
select platform.mandantentabelle('platform.ereignis');
create index on platform.ereignis (mandant_id, vorgang_id, id) where vorgang_id is not null;
create index on platform.ereignis (mandant_id, objekt_art, objekt_id, id);

-- What a key of a form, a message or a caller has already led to: the repetition gets the first answer.
create table platform.idempotenz (
  mandant_id uuid not null,
  befehl text not null,
  schluessel text not null check (length(schluessel) <= 300),
  eingabe_hash bytea not null,
  ergebnis jsonb,
  created_at timestamptz not null default now(),
  primary key (mandant_id, befehl, schluessel)
);
select platform.mandantentabelle('platform.idempotenz');

-- Consecutive numbers per town, kind and year. A rolled-back transaction gives its number back, so there are no gaps.
create table platform.nummernkreis (
  mandant_id uuid not null,
  kreis text not null,
  jahr integer not null,
  letzte bigint not null check (letzte >= 0),
  primary key (mandant_id, kreis, jahr)
);
select platform.mandantentabelle('platform.nummernkreis');

create table platform.sitzung (
  mandant_id uuid not null,
  token_hash bytea not null,
  konto_id uuid,
  art text not null check (art in ('personal', 'buerger', 'gast')),
  vertretung_fuer uuid,
  daten jsonb not null default '{}',
  created_at timestamptz not null,
  gesehen_am timestamptz not null,
  endet_am timestamptz not null,
  primary key (mandant_id, token_hash)
);
select platform.mandantentabelle('platform.sitzung');
create index on platform.sitzung (mandant_id, konto_id);
create index on platform.sitzung (endet_am);

-- Refused actions survive the rollback of what they tried.
create table platform.abweisung (
  mandant_id uuid not null,
  id uuid not null,
  befehl text not null,
  akteur_art text not null,
  akteur_id text,
  code text not null,
  objekt text,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('platform.abweisung');

-- Reads of personal data (X6-02); an own retention period, apart from the events.
create table platform.zugriff (
  mandant_id uuid not null,
  id uuid not null,
  abfrage text not null,
  objekt text not null,
  akteur_art text not null,
  akteur_id text,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('platform.zugriff');
create index on platform.zugriff (mandant_id, objekt, id);

create table platform.uhr (
  id smallint primary key default 1 check (id = 1),
  versatz_ms bigint not null default 0
);
insert into platform.uhr default values;

create unlogged table platform.ratenlimit (
  schluessel bytea primary key,
  anzahl integer not null,
  endet_am timestamptz not null
);

create table platform.einstellung (
  name text primary key,
  wert jsonb not null
);

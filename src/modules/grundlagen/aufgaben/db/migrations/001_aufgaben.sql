-- The work list: one row per thing that a person has to do, with what a list shows and the keys that decide who sees it, so
-- that the list is one query (no joins across rooms).

create table aufgaben.aufgabe (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid,
  vorgangsnummer text,
  betreff text not null check (length(betreff) <= 500),
  person text check (length(person) <= 300),
  titel text not null check (length(titel) between 1 and 300),
  maske text not null,
  gruppe text not null,
  einheit_id uuid not null,
  stufe smallint not null default 0 check (stufe between 0 and 2),
  zugewiesen_an uuid,
  -- Four eyes, Befangenheit: accounts that may not do it.
  ausgeschlossen uuid[] not null default '{}',
  faellig_am date,
  -- The list's order: by deadline, those without one last.
  rang date generated always as (coalesce(faellig_am, '9999-12-31'::date)) stored,
  quelle text not null default 'hand',
  instanz_id uuid,
  token_id text,
  eingabe jsonb not null default '{}',
  status text not null default 'offen' check (status in ('offen', 'erledigt', 'entfallen')),
  ergebnis text,
  vermerk text check (length(vermerk) <= 4000),
  angelegt_am timestamptz not null,
  beendet_am timestamptz,
  beendet_von uuid,
  beendet_fuer uuid,
  primary key (mandant_id, id),
  check ((status = 'offen') = (beendet_am is null)),
  check (zugewiesen_an is null or not (zugewiesen_an = any (ausgeschlossen)))
);
select platform.mandantentabelle('aufgaben.aufgabe');
create unique index on aufgaben.aufgabe (mandant_id, instanz_id, token_id) where instanz_id is not null;
create index on aufgaben.aufgabe (mandant_id, einheit_id, rang, id) include (gruppe, stufe, zugewiesen_an) where status = 'offen';
create index on aufgaben.aufgabe (mandant_id, zugewiesen_an, rang, id) where status = 'offen';
create index on aufgaben.aufgabe (mandant_id, vorgang_id, id);

-- From a formless notice to the Roadmap: what was proposed, who was heard, what was decided (H2).

-- The ways a town decides by; each is a released process `projektantrag-<schluessel>`.
create table projektantraege.weg (
  mandant_id uuid not null,
  schluessel text not null check (schluessel ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null check (length(name) between 2 and 200),
  einheit_id uuid not null,
  aktenplaneinheit text not null,
  rang integer not null default 0,
  primary key (mandant_id, schluessel)
);
select platform.mandantentabelle('projektantraege.weg');

create table projektantraege.antrag (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  vorgangsnummer text not null,
  weg text not null,
  titel text not null check (length(titel) between 3 and 300),
  mitteilung text not null check (length(mitteilung) between 1 and 10000),
  melder_id uuid not null,
  -- Fields of the Projektstammblatt by name, see domain/stammblatt.ts.
  stammblatt jsonb not null default '{}',
  stand text not null check (stand in ('laufend', 'angenommen', 'zurueckgestellt', 'abgelehnt')),
  grund text check (length(grund) <= 4000),
  auflagen text check (length(auflagen) <= 4000),
  entschieden_am date,
  wiedervorlage_am date,
  vorgelegt_am timestamptz,
  -- The object on the Roadmap that came of it.
  objekt_id uuid,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgang_id),
  foreign key (mandant_id, weg) references projektantraege.weg (mandant_id, schluessel)
);
select platform.mandantentabelle('projektantraege.antrag');
create index on projektantraege.antrag (mandant_id, melder_id, id);
create index on projektantraege.antrag (mandant_id, wiedervorlage_am) where stand = 'zurueckgestellt';

-- Each of the four is heard on a day, or is not, and then why (H2-04).
create table projektantraege.beteiligung (
  mandant_id uuid not null,
  antrag_id uuid not null,
  stelle text not null check (stelle in ('personalrat', 'gleichstellung', 'schwerbehindertenvertretung', 'datenschutz')),
  beteiligt_am date,
  text text check (length(text) <= 2000),
  akteur_id text not null,
  am timestamptz not null,
  primary key (mandant_id, antrag_id, stelle),
  foreign key (mandant_id, antrag_id) references projektantraege.antrag (mandant_id, id),
  check (beteiligt_am is not null or length(text) > 0)
);
select platform.mandantentabelle('projektantraege.beteiligung');

-- Every decision at every gate, also the earlier ones of a proposal that came again.
create table projektantraege.entscheidung (
  mandant_id uuid not null,
  id uuid not null,
  antrag_id uuid not null,
  gate text not null,
  ergebnis text not null check (ergebnis in ('annehmen', 'auflagen', 'zurueckstellen', 'ablehnen', 'ueberarbeiten')),
  auflagen text,
  grund text,
  wiedervorlage_am date,
  akteur_id text not null,
  am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, antrag_id) references projektantraege.antrag (mandant_id, id),
  check (ergebnis <> 'auflagen' or length(auflagen) > 0),
  check (ergebnis not in ('zurueckstellen', 'ablehnen', 'ueberarbeiten') or length(grund) > 0),
  check (ergebnis <> 'zurueckstellen' or wiedervorlage_am is not null)
);
select platform.mandantentabelle('projektantraege.entscheidung');
create index on projektantraege.entscheidung (mandant_id, antrag_id, id);

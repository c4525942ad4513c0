-- The file plan: Fassungen (versions) with their units. A unit is never deleted: files of decades refer to it.

create table aktenplan.fassung (
  mandant_id uuid not null,
  id uuid not null,
  nummer integer not null check (nummer > 0),
  bezeichnung text not null check (length(bezeichnung) between 2 and 200),
  -- How an Aktenzeichen is written, e.g. '{aktenplan}/{jahr}/{lfd}'.
  muster text not null check (length(muster) between 10 and 100),
  gueltig_von date not null,
  gueltig_bis date,
  primary key (mandant_id, id),
  unique (mandant_id, nummer),
  check (gueltig_bis is null or gueltig_bis >= gueltig_von)
);
select platform.mandantentabelle('aktenplan.fassung');
create unique index fassung_eine_gueltige on aktenplan.fassung (mandant_id) where gueltig_bis is null;

create table aktenplan.einheit (
  mandant_id uuid not null,
  id uuid not null,
  fassung_id uuid not null,
  kennzeichen text not null check (kennzeichen ~ '^[0-9A-Za-z]+([./-][0-9A-Za-z]+)*$' and length(kennzeichen) <= 40),
  ober_kennzeichen text,
  bezeichnung text not null check (length(bezeichnung) between 2 and 300),
  beschreibung text not null default '',
  blatt boolean not null,
  aktiv boolean not null default false,
  gueltig_von date not null,
  gueltig_bis date,
  stillgelegt_am date,
  nachfolger_kennzeichen text,
  unbefristet boolean not null default false,
  aufbewahrung_jahre integer check (aufbewahrung_jahre between 0 and 200),
  aussonderungsart text check (aussonderungsart in ('A', 'B', 'V')),
  -- Law or rule that sets the period.
  quelle text not null default '',
  primary key (mandant_id, id),
  unique (mandant_id, fassung_id, kennzeichen),
  foreign key (mandant_id, fassung_id) references aktenplan.fassung (mandant_id, id),
  foreign key (mandant_id, fassung_id, ober_kennzeichen) references aktenplan.einheit (mandant_id, fassung_id, kennzeichen) deferrable initially deferred,
  check (gueltig_bis is null or gueltig_bis >= gueltig_von),
  check (ober_kennzeichen <> kennzeichen),
  check (not (unbefristet and aufbewahrung_jahre is not null)),
  -- Files lie only where it is known how long they stay and what comes then (C1-07).
  constraint einheit_aktiv_nur_mit_aufbewahrung
    check (not aktiv or not blatt or (aussonderungsart is not null and (unbefristet or aufbewahrung_jahre is not null)))
);
select platform.mandantentabelle('aktenplan.einheit');
create index einheit_kennzeichen on aktenplan.einheit (mandant_id, kennzeichen);

create function aktenplan.nie_loeschen() returns trigger language plpgsql as $$
begin
  raise exception 'Aktenplan units are retired, never deleted' using errcode = 'restrict_violation';
end $$;
create trigger einheit_bleibt before delete on aktenplan.einheit for each row execute function aktenplan.nie_loeschen();
create trigger fassung_bleibt before delete on aktenplan.fassung for each row execute function aktenplan.nie_loeschen();

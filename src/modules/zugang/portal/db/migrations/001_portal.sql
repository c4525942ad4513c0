-- What people tell us about the pages: barriers first of all (A9-03). A number, a deadline for the answer, an end.

create table portal.rueckmeldung (
  mandant_id uuid not null,
  id uuid not null,
  nummer text not null,
  art text not null check (art in ('barriere', 'fehler', 'lob', 'sonstiges')),
  seite text check (length(seite) <= 300),
  text text not null check (length(text) between 1 and 4000),
  name text check (length(name) <= 200),
  email text check (length(email) <= 200),
  eingegangen_am timestamptz not null,
  antwort_bis date not null,
  erledigt_am timestamptz,
  erledigt_von uuid,
  vermerk text check (length(vermerk) <= 4000),
  primary key (mandant_id, id),
  unique (mandant_id, nummer)
);
select platform.mandantentabelle('portal.rueckmeldung');
create index on portal.rueckmeldung (mandant_id, eingegangen_am, id);

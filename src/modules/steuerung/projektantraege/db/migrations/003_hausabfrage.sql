-- No idea without an answer: until when, and what was said meanwhile (H2-07).
alter table projektantraege.weg add column antwort_wochen smallint not null default 6 check (antwort_wochen between 1 and 52);
alter table projektantraege.antrag add column antwort_bis date;
alter table projektantraege.antrag add column antwort_erinnert_am timestamptz;
alter table projektantraege.antrag add column zwischenbescheid text check (length(zwischenbescheid) between 1 and 4000);
create index on projektantraege.antrag (mandant_id, antwort_bis) where stand = 'laufend' and antwort_erinnert_am is null;

-- The yearly survey of what the units need (H2-09). The questions are data; what was asked stays what was asked.
create table projektantraege.abfrage (
  mandant_id uuid not null,
  id uuid not null,
  titel text not null check (length(titel) between 3 and 200),
  einleitung text not null default '' check (length(einleitung) <= 2000),
  fragen text[] not null check (cardinality(fragen) between 1 and 20),
  faellig_am date not null,
  erinnert_am timestamptz,
  created_at timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('projektantraege.abfrage');

-- Who was asked, with the names as they were then.
create table projektantraege.abfrageeinheit (
  mandant_id uuid not null,
  abfrage_id uuid not null,
  einheit_id uuid not null,
  kuerzel text not null,
  name text not null,
  beantwortet_am timestamptz,
  beantwortet_von uuid,
  primary key (mandant_id, abfrage_id, einheit_id),
  foreign key (mandant_id, abfrage_id) references projektantraege.abfrage (mandant_id, id),
  check ((beantwortet_am is null) = (beantwortet_von is null))
);
select platform.mandantentabelle('projektantraege.abfrageeinheit');

create table projektantraege.abfrageantwort (
  mandant_id uuid not null,
  abfrage_id uuid not null,
  einheit_id uuid not null,
  -- Place of the question, from 0.
  frage smallint not null check (frage >= 0),
  text text not null check (length(text) between 1 and 4000),
  -- The idea that was made of it.
  antrag_id uuid,
  primary key (mandant_id, abfrage_id, einheit_id, frage),
  foreign key (mandant_id, abfrage_id, einheit_id) references projektantraege.abfrageeinheit (mandant_id, abfrage_id, einheit_id),
  foreign key (mandant_id, antrag_id) references projektantraege.antrag (mandant_id, id)
);
select platform.mandantentabelle('projektantraege.abfrageantwort');

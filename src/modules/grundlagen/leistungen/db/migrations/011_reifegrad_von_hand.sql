-- A judgement may also be entered in the program, with its proof; then no package brought it along.
alter table leistungen.reifegrad alter column version_id drop not null;
alter table leistungen.reifegrad
  add column nachweis text not null default '' check (length(nachweis) <= 1000),
  add column nachweis_link text not null default '' check (length(nachweis_link) <= 500),
  add column bewertet_von text,
  add check (version_id is not null or (bewertet_von is not null and (nachweis <> '' or nachweis_link <> '')));

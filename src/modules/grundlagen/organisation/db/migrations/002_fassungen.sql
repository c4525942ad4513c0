-- How a unit was called and where it hung before it was changed; files of that time stay explainable (C6-03).
create table organisation.einheit_fassung (
  mandant_id uuid not null,
  id uuid not null,
  einheit_id uuid not null,
  kuerzel text not null,
  name text not null,
  ober_id uuid,
  gueltig_bis date,
  grund text not null check (length(grund) between 1 and 500),
  geaendert_am timestamptz not null,
  geaendert_von text not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, einheit_id) references organisation.einheit (mandant_id, id)
);
select platform.mandantentabelle('organisation.einheit_fassung');
comment on table organisation.einheit_fassung is 'append-only: former names and places of a unit';
create index on organisation.einheit_fassung (mandant_id, einheit_id, id);

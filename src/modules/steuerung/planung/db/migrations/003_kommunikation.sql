-- Who hears what, how, when and from whom (H5-08). Without a day of its own it follows its milestone.
create table planung.kommunikation (
  mandant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  zielgruppe text not null check (length(zielgruppe) between 1 and 200),
  botschaft text not null check (length(botschaft) between 1 and 1000),
  kanal text not null check (length(kanal) between 1 and 200),
  termin date,
  meilenstein_id uuid,
  verantwortlich_id uuid,
  erledigt_am timestamptz,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, plan_id) references planung.plan (mandant_id, id),
  foreign key (mandant_id, meilenstein_id) references planung.eintrag (mandant_id, id),
  check (num_nonnulls(termin, meilenstein_id) >= 1)
);
select platform.mandantentabelle('planung.kommunikation');
create index kommunikation_plan on planung.kommunikation (mandant_id, plan_id);

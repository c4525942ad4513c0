-- How far a service is online, as somebody judged it on a day, by one of two federal models. Levels of different models are never compared
-- (A1-04): 0 to 4 in model 1.1 (2020), 0 to 7 in model 2.0 (2025).
create table leistungen.reifegrad (
  mandant_id uuid not null,
  id uuid not null,
  leistung_id uuid not null,
  -- With which version of the package the judgement came.
  version_id uuid not null,
  modell text not null check (modell in ('OZG_1_1', 'OZG_2_0')),
  bewertet_am date not null,
  -- The lowest of the criteria that apply (A1-02); computed, never typed.
  stufe smallint not null check (stufe between 0 and case modell when 'OZG_1_1' then 4 else 7 end),
  kriterien jsonb not null check (jsonb_typeof(kriterien) = 'array'),
  created_at timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, leistung_id) references leistungen.leistung (mandant_id, id),
  foreign key (mandant_id, version_id) references leistungen.version (mandant_id, id)
);
select platform.mandantentabelle('leistungen.reifegrad');
comment on table leistungen.reifegrad is 'append-only: a judgement stays what it was on its day';
create index reifegrad_leistung on leistungen.reifegrad (mandant_id, modell, leistung_id, bewertet_am desc, id desc);

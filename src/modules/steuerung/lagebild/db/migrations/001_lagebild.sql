-- Views that people keep: the figures themselves belong to other rooms and are never copied here.

create table lagebild.ansicht (
  mandant_id uuid not null,
  id uuid not null,
  konto_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  sicht text not null check (sicht in ('programmbuero', 'vorstand', 'einheit')),
  -- The filters as they stand in an address; what they name may be gone by the time the view is opened.
  frage text not null check (length(frage) <= 1000),
  -- Whoever holds this role sees the view too; null: nobody else.
  rolle text check (length(rolle) between 1 and 60),
  created_at timestamptz not null,
  geaendert_am timestamptz not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('lagebild.ansicht');
create unique index ansicht_name on lagebild.ansicht (mandant_id, konto_id, lower(name));
create index ansicht_rolle on lagebild.ansicht (mandant_id, rolle) where rolle is not null;

-- With which view a person begins; goes with the view.
create table lagebild.startansicht (
  mandant_id uuid not null,
  konto_id uuid not null,
  ansicht_id uuid not null,
  primary key (mandant_id, konto_id),
  foreign key (mandant_id, ansicht_id) references lagebild.ansicht (mandant_id, id) on delete cascade
);
select platform.mandantentabelle('lagebild.startansicht');
create index on lagebild.startansicht (mandant_id, ansicht_id);

-- From when to when a service can be applied for, entered by the administration (an election, a funding period). Where a town has
-- entered its own, those of the package do not count.
create table leistungen.antragszeit (
  mandant_id uuid not null,
  id uuid not null,
  leistung_id uuid not null,
  anlass text not null check (length(anlass) between 1 and 200),
  von timestamptz not null,
  -- From this moment on it is closed.
  bis timestamptz not null,
  aufgehoben_am timestamptz,
  primary key (mandant_id, id),
  foreign key (mandant_id, leistung_id) references leistungen.leistung (mandant_id, id),
  check (bis > von)
);
select platform.mandantentabelle('leistungen.antragszeit');
create index on leistungen.antragszeit (mandant_id, leistung_id) where aufgehoben_am is null;

-- What a citizen may ask of the own account: a copy of everything (Art. 15 and 20 DSGVO) and its deletion (Art. 17).

create table kontodaten.auskunft (
  mandant_id uuid not null,
  id uuid not null,
  konto_id uuid not null,
  status text not null check (status in ('wartet', 'fertig', 'abgelaufen')),
  angefordert_am timestamptz not null,
  fertig_am timestamptz,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  -- Last day on which it can be fetched.
  gueltig_bis date,
  primary key (mandant_id, id),
  check ((status = 'fertig') = (sha256 is not null and bytes is not null and gueltig_bis is not null))
);
select platform.mandantentabelle('kontodaten.auskunft');
create index on kontodaten.auskunft (mandant_id, konto_id, id desc);
create index on kontodaten.auskunft (mandant_id, gueltig_bis) where status = 'fertig';

create table kontodaten.loeschung (
  mandant_id uuid not null,
  id uuid not null,
  konto_id uuid not null,
  beantragt_am timestamptz not null,
  -- On this day the rest is erased; until the day before it can be taken back.
  vollzug_am date not null,
  zurueckgenommen_am timestamptz,
  vollzogen_am timestamptz,
  primary key (mandant_id, id),
  check (zurueckgenommen_am is null or vollzogen_am is null)
);
select platform.mandantentabelle('kontodaten.loeschung');
create unique index on kontodaten.loeschung (mandant_id, konto_id) where zurueckgenommen_am is null;
create index on kontodaten.loeschung (mandant_id, vollzug_am) where zurueckgenommen_am is null and vollzogen_am is null;

-- That a value was asked for, once for each Stichtag: by a task in the work list.
create table kennzahlen.erinnerung (
  mandant_id uuid not null,
  kennzahl_id uuid not null,
  stichtag date not null,
  am timestamptz not null,
  primary key (mandant_id, kennzahl_id, stichtag),
  foreign key (mandant_id, kennzahl_id) references kennzahlen.kennzahl (mandant_id, id)
);
select platform.mandantentabelle('kennzahlen.erinnerung');
comment on table kennzahlen.erinnerung is 'append-only: nobody is reminded twice of the same value';

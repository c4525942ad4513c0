-- What one full-time equivalent stands for in this town: working hours of a year, with where the figure comes from (H3-09).
create table finanzplan.vzaebasis (
  mandant_id uuid not null,
  jahresstunden integer not null check (jahresstunden between 1000 and 2400),
  quelle text not null check (length(quelle) between 1 and 300),
  festgelegt_am timestamptz not null,
  primary key (mandant_id)
);
select platform.mandantentabelle('finanzplan.vzaebasis');

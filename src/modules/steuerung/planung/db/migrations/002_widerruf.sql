-- An approval that was taken back after the fact: the baseline stays readable, it counts no longer. The one before it counts again.
create table planung.basiswiderruf (
  mandant_id uuid not null,
  basis_id uuid not null,
  grund text not null check (length(grund) between 1 and 1000),
  zurueckgezogen_von text not null,
  zurueckgezogen_am timestamptz not null,
  primary key (mandant_id, basis_id),
  foreign key (mandant_id, basis_id) references planung.basis (mandant_id, id)
);
select platform.mandantentabelle('planung.basiswiderruf');
comment on table planung.basiswiderruf is 'append-only: which approvals were taken back, and why';

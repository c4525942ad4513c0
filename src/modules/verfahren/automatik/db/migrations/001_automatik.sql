-- Whether a case may be decided without a person, and if not, why: one answer for each case, kept (§ 35a VwVfG NRW).

create table automatik.pruefung (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  leistungsversion_id uuid not null,
  ergebnis text not null check (ergebnis in ('automatisch', 'person')),
  -- In words, for the person who decides instead.
  gruende text[] not null,
  -- Could have been decided automatically and was drawn for a person to look at.
  stichprobe boolean not null,
  norm text not null,
  am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgang_id),
  check ((ergebnis = 'automatisch') = (cardinality(gruende) = 0))
);
comment on table automatik.pruefung is 'append-only: who had to decide and why';
select platform.mandantentabelle('automatik.pruefung');

-- Correction, Ruecknahme and Widerruf are decisions of their own (A8-12). What the law asks of them stands beside the text.

create table bescheide.korrektur (
  mandant_id uuid not null,
  bescheid_id uuid not null,
  -- The provision, e.g. '§ 48 Abs. 1 Satz 2 VwVfG NRW'.
  norm text not null check (length(norm) between 1 and 200),
  -- From when on the first decision has no effect; null: nothing of it is taken back.
  wirkung_ab date,
  -- The day on which the town came to know the facts: the year of § 48(4) runs from it.
  kenntnis_am date,
  primary key (mandant_id, bescheid_id),
  foreign key (mandant_id, bescheid_id) references bescheide.bescheid (mandant_id, id)
);
comment on table bescheide.korrektur is 'append-only: on what a correction rests';
select platform.mandantentabelle('bescheide.korrektur');

-- One at a time: the next begins when the one before is issued.
create unique index eine_korrektur on bescheide.bescheid (mandant_id, vorgaenger_id) where vorgaenger_id is not null and erlassen_am is null;

create index on bescheide.bescheid (mandant_id, vorgang_id, id);

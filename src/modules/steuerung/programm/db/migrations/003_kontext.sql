-- What a strategy starts from (H2-10): SWOT, demography, analyses of how things are, each with its day and source. A newer one replaces an
-- older one, which stays readable.
create table programm.kontext (
  mandant_id uuid not null,
  id uuid not null,
  strategie_id uuid not null,
  -- The field, Ziel or Baustein that it is about; null: the whole strategy.
  objekt_id uuid,
  art text not null check (art in ('swot', 'demografie', 'ist_analyse')),
  titel text not null check (length(titel) between 1 and 200),
  stand date not null,
  quelle text not null check (length(quelle) between 1 and 500),
  quelle_link text not null default '' check (length(quelle_link) <= 500),
  staerken text not null default '' check (length(staerken) <= 4000),
  schwaechen text not null default '' check (length(schwaechen) <= 4000),
  chancen text not null default '' check (length(chancen) <= 4000),
  risiken text not null default '' check (length(risiken) <= 4000),
  inhalt text not null default '' check (length(inhalt) <= 10000),
  ersetzt_id uuid,
  erfasst_von text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, strategie_id) references programm.strategie (mandant_id, id),
  foreign key (mandant_id, objekt_id) references programm.objekt (mandant_id, id),
  foreign key (mandant_id, ersetzt_id) references programm.kontext (mandant_id, id),
  check ((art = 'swot') = (staerken || schwaechen || chancen || risiken <> '')),
  check ((art = 'swot') = (inhalt = ''))
);
select platform.mandantentabelle('programm.kontext');
comment on table programm.kontext is 'append-only: what people once started from stays citable';
create unique index kontext_ersetzt on programm.kontext (mandant_id, ersetzt_id) where ersetzt_id is not null;
create index kontext_strategie on programm.kontext (mandant_id, strategie_id, stand desc);

-- Deadlines of a Vorgang with the rule and the reasons they were computed by. A recomputation changes the row and leaves what it
-- said before in the history (X2-02); nothing is ever taken out of that.

create table fristen.frist (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  art text not null check (art in ('RECHTSBEHELF', 'ANHOERUNG', 'NACHREICHUNG', 'GENEHMIGUNGSFIKTION', 'AUSKUNFT_DSGVO', 'AUSKUNFT_IFG', 'ZAHLUNG', 'SKONTO', 'WIEDERVORLAGE', 'AUFBEWAHRUNG')),
  -- What the deadline belongs to inside the Vorgang, e.g. the Sendung; one deadline of a kind for each.
  bezug_id uuid,
  beginn date not null,
  ende date not null,
  regel text not null check (length(regel) between 1 and 200),
  begruendung text not null check (length(begruendung) between 1 and 2000),
  status text not null default 'offen' check (status in ('offen', 'erledigt', 'hinfaellig')),
  gesetzt_am timestamptz not null,
  beendet_am timestamptz,
  primary key (mandant_id, id),
  check (ende >= beginn),
  check ((status = 'offen') = (beendet_am is null))
);
select platform.mandantentabelle('fristen.frist');
create index on fristen.frist (mandant_id, vorgang_id, ende);
create index on fristen.frist (mandant_id, ende, id) where status = 'offen';
create unique index on fristen.frist (mandant_id, bezug_id, art) where bezug_id is not null;

create table fristen.verlauf (
  mandant_id uuid not null,
  id uuid not null,
  frist_id uuid not null,
  was text not null check (was in ('gesetzt', 'neu_berechnet', 'erledigt', 'hinfaellig', 'wieder_offen')),
  beginn_vorher date,
  ende_vorher date,
  beginn date not null,
  ende date not null,
  regel text not null,
  begruendung text not null,
  grund text,
  akteur_art text not null,
  akteur_id text not null,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, frist_id) references fristen.frist (mandant_id, id)
);
comment on table fristen.verlauf is 'append-only: how a legal deadline came about and changed';
select platform.mandantentabelle('fristen.verlauf');
create index on fristen.verlauf (mandant_id, frist_id, id);

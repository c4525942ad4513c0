-- Acting for somebody else, and the consent that an application waits for.

-- For whom the person applies, if not for themselves (A2-08); goes with the draft's content.
alter table onlineantrag.entwurf add column vertretung jsonb;
-- Declared binding, waiting for somebody else's consent; while it waits the draft does not change.
alter table onlineantrag.entwurf add column zustimmung_seit timestamptz;
alter table onlineantrag.entwurf add constraint vertretung_geht_mit check (status = 'offen' or (vertretung is null and zustimmung_seit is null));
create index entwurf_zustimmung on onlineantrag.entwurf (mandant_id, zustimmung_seit) where zustimmung_seit is not null;

-- Somebody who is asked to agree: the other parent, or the person who is represented. One at a time for a draft.
create table onlineantrag.zustimmung (
  mandant_id uuid not null,
  id uuid not null,
  entwurf_id uuid not null,
  art text not null check (art in ('elternteil', 'vertretene')),
  email text not null check (length(email) between 3 and 254),
  geheimnis_hash bytea not null check (length(geheimnis_hash) = 32),
  -- Version of the draft that is agreed to: a change afterwards needs a new consent.
  stand integer not null,
  erbeten_am timestamptz not null,
  gueltig_bis timestamptz not null,
  erinnert_am timestamptz,
  entschieden_am timestamptz,
  ergebnis text check (ergebnis in ('zugestimmt', 'abgelehnt')),
  konto_id uuid,
  -- Who agreed and how surely that was known: {name, niveau, anbieter}.
  person jsonb,
  primary key (mandant_id, id),
  unique (mandant_id, entwurf_id),
  foreign key (mandant_id, entwurf_id) references onlineantrag.entwurf (mandant_id, id) on delete cascade,
  check ((entschieden_am is null) = (ergebnis is null))
);
select platform.mandantentabelle('onlineantrag.zustimmung');
create index on onlineantrag.zustimmung (mandant_id, gueltig_bis) where ergebnis is null;

-- A draft that is paid before it is sent: the person has declared it binding, and it is sent when the money is there.

alter table onlineantrag.entwurf add column absendewunsch_am timestamptz;
-- The version that was declared; while the wish stands the draft does not change.
alter table onlineantrag.entwurf add column absendewunsch_sprache text check (absendewunsch_sprache in ('de', 'en'));
-- Paid and could not be sent: why, for the person and the treasury.
alter table onlineantrag.entwurf add column absenden_fehler text check (length(absenden_fehler) between 1 and 500);
alter table onlineantrag.entwurf add check ((absendewunsch_am is null) = (absendewunsch_sprache is null));
alter table onlineantrag.entwurf add check (absenden_fehler is null or absendewunsch_am is not null);
create index entwurf_absendewunsch on onlineantrag.entwurf (mandant_id, absendewunsch_am) where absendewunsch_am is not null and status = 'offen';

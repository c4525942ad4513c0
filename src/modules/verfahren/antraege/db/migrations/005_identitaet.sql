-- Who declared it, how surely that was known, and where single answers come from. Part of the declaration: never changed.

-- By question: provider, trust level, moment, value (A2-05). What is not in here the person has said without proof.
alter table antraege.antrag add column herkunft jsonb not null default '{}';
-- Trust level of the sign-in with which it was declared, and the provider; null: handed in by machine or clerk.
alter table antraege.antrag add column identitaet jsonb;

create or replace function antraege.erklaerung_bleibt() returns trigger language plpgsql as $$
begin
  if (new.daten, new.zusammenfassung, new.eingang_am, new.eingang_datum, new.vorgang_id, new.leistungsversion_id, new.kontakt_name, new.herkunft, new.identitaet)
     is distinct from (old.daten, old.zusammenfassung, old.eingang_am, old.eingang_datum, old.vorgang_id, old.leistungsversion_id, old.kontakt_name, old.herkunft, old.identitaet) then
    raise exception 'A declaration that was received is never changed' using errcode = 'SK409';
  end if;
  return new;
end $$;

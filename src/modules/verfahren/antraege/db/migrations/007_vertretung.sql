-- For whom it was declared, if not for the person themselves, and who agreed (A2-08, A2-09). Part of the declaration: never changed.

alter table antraege.antrag add column vertretung jsonb;

create or replace function antraege.erklaerung_bleibt() returns trigger language plpgsql as $$
begin
  if (new.daten, new.zusammenfassung, new.eingang_am, new.eingang_datum, new.vorgang_id, new.leistungsversion_id, new.kontakt_name, new.herkunft, new.identitaet, new.vertretung)
     is distinct from (old.daten, old.zusammenfassung, old.eingang_am, old.eingang_datum, old.vorgang_id, old.leistungsversion_id, old.kontakt_name, old.herkunft, old.identitaet, old.vertretung) then
    raise exception 'A declaration that was received is never changed' using errcode = 'SK409';
  end if;
  return new;
end $$;

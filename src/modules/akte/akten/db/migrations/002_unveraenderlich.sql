-- Rules that hold whatever the program does. SQLSTATE SK409 is turned into a conflict by nobody on purpose: commands check first
-- and say it kindly; who gets here has found a way around them.

create function akten.nie_loeschen() returns trigger language plpgsql as $$
begin
  raise exception '% is part of a file and is never deleted', tg_table_name using errcode = 'SK409';
end $$;
create trigger akte_bleibt before delete on akten.akte for each row execute function akten.nie_loeschen();
create trigger vorgang_bleibt before delete on akten.vorgang for each row execute function akten.nie_loeschen();
create trigger dokument_bleibt before delete on akten.dokument for each row execute function akten.nie_loeschen();
create trigger wiedervorlage_bleibt before delete on akten.wiedervorlage for each row execute function akten.nie_loeschen();

-- An Akte that gets another sign keeps the former one; a sign that anybody ever had is not issued again (C1-03, C1-05).
create function akten.akte_pruefen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from akten.frueheres_kennzeichen f where f.mandant_id = new.mandant_id and f.kennzeichen = new.kennzeichen) then
    raise exception 'Aktenzeichen % was in use before', new.kennzeichen using errcode = 'SK409';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if new.id <> old.id or new.created_at <> old.created_at or new.begonnen_am <> old.begonnen_am then
    raise exception 'An Akte keeps its identity' using errcode = 'SK409';
  end if;
  if old.status not in ('OFFEN', 'WIEDER_OFFEN') and new.status not in ('OFFEN', 'WIEDER_OFFEN')
     and (new.kennzeichen, new.betreff, new.aktenplan_id, new.zda_am) is distinct from (old.kennzeichen, old.betreff, old.aktenplan_id, old.zda_am) then
    raise exception 'Akte % is z.d.A.', old.kennzeichen using errcode = 'SK409';
  end if;
  if new.kennzeichen <> old.kennzeichen then
    insert into akten.frueheres_kennzeichen (mandant_id, akte_id, kennzeichen) values (old.mandant_id, old.id, old.kennzeichen);
  end if;
  return new;
end $$;
create trigger akte_pruefen before insert or update on akten.akte for each row execute function akten.akte_pruefen();

create function akten.vorgang_pruefen() returns trigger language plpgsql as $$
begin
  if (new.id, new.vorgangsnummer, new.begonnen_am, new.created_at) is distinct from (old.id, old.vorgangsnummer, old.begonnen_am, old.created_at) then
    raise exception 'A Vorgang keeps its number' using errcode = 'SK409';
  end if;
  -- z.d.A. freezes it: nothing but being opened again, or being deleted by the Aussonderung, changes it (C4-05).
  if old.status = 'ZDA' and new.status = 'ZDA' and new is distinct from old then
    raise exception 'Vorgang % is z.d.A.', old.vorgangsnummer using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger vorgang_pruefen before update on akten.vorgang for each row execute function akten.vorgang_pruefen();

-- Whatever comes into a Vorgang comes while it is open; the row is locked so that closing and filing do not pass each other.
create function akten.vorgang_offen() returns trigger language plpgsql as $$
declare v_status text;
begin
  select status into v_status from akten.vorgang v where v.mandant_id = new.mandant_id and v.id = new.vorgang_id for share;
  if v_status not in ('OFFEN', 'WIEDER_OFFEN') then
    raise exception 'The Vorgang is z.d.A.' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger dokument_in_offenem before insert on akten.dokument for each row execute function akten.vorgang_offen();
create trigger vermerk_in_offenem before insert on akten.vermerk for each row execute function akten.vorgang_offen();
create trigger wiedervorlage_in_offenem before insert on akten.wiedervorlage for each row execute function akten.vorgang_offen();

create function akten.vorgang_in_offener_akte() returns trigger language plpgsql as $$
declare v_status text;
begin
  select status into v_status from akten.akte a where a.mandant_id = new.mandant_id and a.id = new.akte_id for share;
  if v_status not in ('OFFEN', 'WIEDER_OFFEN') then
    raise exception 'The Akte is z.d.A.' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger vorgang_in_offener_akte before insert on akten.vorgang for each row execute function akten.vorgang_in_offener_akte();

-- A document may get versions and may be moved or shown to the citizen; what it is stays as it was captured once it is evidence.
create function akten.dokument_pruefen() returns trigger language plpgsql as $$
declare v_status text;
begin
  if (new.id, new.created_at, new.richtung) is distinct from (old.id, old.created_at, old.richtung) then
    raise exception 'A document keeps its identity' using errcode = 'SK409';
  end if;
  if old.festgeschrieben_am is not null and (
    (new.festgeschrieben_am, new.festgeschrieben_grund, new.version, new.betreff, new.typ, new.datum, new.eingegangen_am, new.absender)
    is distinct from (old.festgeschrieben_am, old.festgeschrieben_grund, old.version, old.betreff, old.typ, old.datum, old.eingegangen_am, old.absender)) then
    raise exception 'The document is frozen: %', old.festgeschrieben_grund using errcode = 'SK409';
  end if;
  select status into v_status from akten.vorgang v where v.mandant_id = old.mandant_id and v.id = old.vorgang_id for share;
  if v_status not in ('OFFEN', 'WIEDER_OFFEN') then
    raise exception 'The Vorgang is z.d.A.' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger dokument_pruefen before update on akten.dokument for each row execute function akten.dokument_pruefen();

-- Versions follow each other without gap, and none is added to evidence (C2-05).
create function akten.version_pruefen() returns trigger language plpgsql as $$
declare v_version integer; v_fest timestamptz; v_richtung text;
begin
  select version, festgeschrieben_am, richtung into v_version, v_fest, v_richtung from akten.dokument d
    where d.mandant_id = new.mandant_id and d.id = new.dokument_id for update;
  if v_fest is not null then raise exception 'The document is frozen' using errcode = 'SK409'; end if;
  if v_richtung = 'eingang' and v_version > 0 then raise exception 'What came in stays as it came' using errcode = 'SK409'; end if;
  if new.nummer <> v_version + 1 then raise exception 'Version % after version %', new.nummer, v_version using errcode = 'SK409'; end if;
  update akten.dokument set version = new.nummer where mandant_id = new.mandant_id and id = new.dokument_id;
  return new;
end $$;
create trigger version_pruefen before insert on akten.dokumentversion for each row execute function akten.version_pruefen();

-- A word goes when no entry of the town has it any more: it may be somebody's name (Art. 17 DSGVO). Which words lost an entry is noted
-- with the deletion or change itself; only those are looked at later. A queue without a unique word, so that nobody waits for others.
create table suche.wort_pruefen (
  mandant_id uuid not null,
  id uuid not null default uuidv7(),
  wort text not null,
  primary key (mandant_id, id)
);
select platform.mandantentabelle('suche.wort_pruefen');

-- What stayed behind so far.
insert into suche.wort_pruefen (mandant_id, wort) select mandant_id, wort from suche.wort;

create function suche.worte_vormerken() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into suche.wort_pruefen (mandant_id, wort) select distinct a.mandant_id, w from alt a cross join lateral suche.titelworte(a.tsv) w;
  else
    insert into suche.wort_pruefen (mandant_id, wort)
      select distinct a.mandant_id, w from alt a join neu n on n.mandant_id = a.mandant_id and n.objekt_art = a.objekt_art and n.objekt_id = a.objekt_id and n.tsv <> a.tsv
      cross join lateral suche.titelworte(a.tsv) w where not n.tsv @@ quote_literal(w)::tsquery;
  end if;
  return null;
end $$;
create trigger worte_vormerken_geloescht after delete on suche.eintrag referencing old table as alt for each statement execute function suche.worte_vormerken();
create trigger worte_vormerken_geaendert after update on suche.eintrag referencing old table as alt new table as neu for each statement execute function suche.worte_vormerken();

-- Who writes entries and finds their words there must not have them taken away in the same moment: writers share this lock, the clean-up
-- has it alone.
create or replace function suche.worte_merken() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(t.stadt) from (select distinct hashtextextended('suche.wort ' || mandant_id, 0) as stadt from neu order by 1) t;
  insert into suche.wort (mandant_id, mandant_nr, wort)
    select distinct n.mandant_id, n.mandant_nr, w from neu n cross join lateral suche.titelworte(n.tsv) w
    -- In one order, so that two who write the same words do not wait for each other crosswise.
    where not exists (select 1 from suche.wort da where da.mandant_id = n.mandant_id and da.wort = w) order by 3
  on conflict do nothing;
  return null;
end $$;

-- Looks at so many noted words of the town and removes those that no entry has. Gives how many were looked at; 0 also where somebody
-- has been writing for too long to be waited for. First without the lock, so that it is held for those words only that seem to be gone.
create function suche.worte_aufraeumen(p_hoechstens integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off set lock_timeout = '200ms' as $$
declare
  v_mandant uuid := platform.aktueller_mandant();
  v_nr smallint := (select m.nr from platform.mandant m where m.id = v_mandant);
  v_ids uuid[];
  v_fehlen text[];
  v_wort text;
begin
  select array_agg(p.id), array_agg(distinct p.wort) into v_ids, v_fehlen
    from (select id, wort from suche.wort_pruefen where mandant_id = v_mandant order by id limit p_hoechstens for update skip locked) p;
  if v_ids is null then return 0; end if;
  for i in 1..2 loop
    foreach v_wort in array v_fehlen loop
      if exists (select 1 from suche.eintrag e where e.mandant_nr = v_nr and e.mandant_id = v_mandant and e.tsv @@ quote_literal(v_wort)::tsquery) then
        v_fehlen := array_remove(v_fehlen, v_wort);
      end if;
    end loop;
    if i = 1 and cardinality(v_fehlen) > 0 then perform pg_advisory_xact_lock(hashtextextended('suche.wort ' || v_mandant, 0)); end if;
  end loop;
  delete from suche.wort where mandant_id = v_mandant and wort = any (v_fehlen);
  delete from suche.wort_pruefen where mandant_id = v_mandant and id = any (v_ids);
  return cardinality(v_ids);
exception when lock_not_available then return 0;
end $$;

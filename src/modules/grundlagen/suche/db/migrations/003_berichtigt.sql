-- Who passes row-level security by takes the town from the transaction's setting and from nothing else.
drop function suche.berichtigt(text, smallint);

-- The question with every word in the ten spellings nearest to it that occur; null where a word is like none. Comparing is what costs,
-- and the planner thinks it cheap: by the index always.
create function suche.berichtigt(p_schluessel text) returns tsquery
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.similarity_threshold = 0.3 set enable_seqscan = off as $$
declare
  v_nr smallint := (select m.nr from platform.mandant m where m.id = platform.aktueller_mandant());
  v_frage tsquery;
  v_wort text;
  v_formen text;
begin
  foreach v_wort in array string_to_array(p_schluessel, ' ') loop
    if v_wort !~ '^[[:alpha:]]{4,60}$' then
      v_formen := case when v_wort ~ '^[[:alnum:]]+$' then quote_literal(v_wort) || ':*' end;
    else
      -- What is much less like it than the nearest is another word.
      select string_agg(quote_literal(n.wort), ' | ') into v_formen from (
        select w.wort, similarity(w.wort, v_wort) as naehe, max(similarity(w.wort, v_wort)) over () as naechste
        from suche.wort w where w.mandant_nr = v_nr and w.wort % v_wort order by naehe desc, w.wort limit 10) n where n.naehe >= 0.8 * n.naechste;
    end if;
    if v_formen is null then return null; end if;
    v_frage := case when v_frage is null then v_formen::tsquery else v_frage && v_formen::tsquery end;
  end loop;
  return v_frage;
end $$;
revoke all on function suche.berichtigt(text) from public;

create or replace function suche.treffer(
  p_worte text[], p_schluessel text, p_rechte text[], p_zugriffe text[], p_stufe smallint, p_konto uuid, p_art text, p_unscharf boolean
) returns table (objekt_art text, objekt_id uuid, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_mandant uuid := platform.aktueller_mandant();
  v_nr smallint := (select m.nr from platform.mandant m where m.id = v_mandant);
  v_frage tsquery;
  v_wort text;
begin
  if v_nr is null then return; end if;
  if p_unscharf then
    v_frage := suche.berichtigt(p_schluessel);
  else
    foreach v_wort in array p_worte loop
      v_frage := case when v_frage is null then v_wort::tsquery else v_frage && v_wort::tsquery end;
    end loop;
  end if;
  if v_frage is null then return; end if;
  return query
    select t.objekt_art, t.objekt_id, ts_rank(t.tsv, v_frage) as naehe from (
      select e.objekt_art, e.objekt_id, e.datum, e.tsv from suche.eintrag e
      where e.mandant_nr = v_nr and e.mandant_id = v_mandant and e.tsv @@ v_frage
        and (e.recht = any (p_rechte) or e.zugriff = any (p_zugriffe)) and e.stufe <= p_stufe
        and (p_konto is null or not p_konto = any (e.ausgeschlossen)) and (e.nur_fuer is null or e.nur_fuer = p_konto)
        and (p_art is null or e.objekt_art = p_art)
      order by e.datum desc, e.objekt_id desc limit 200) t
    order by naehe desc, t.datum desc, t.objekt_id desc;
end $$;

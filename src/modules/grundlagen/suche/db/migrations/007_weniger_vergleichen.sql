-- What costs is comparing; so fewer rows and fewer words are compared.
drop function suche.berichtigt(text);

-- For each word of a question its alternatives, as `suche.treffer` takes them: a word that occurs is right, any other becomes the one with the fewest
-- letters changed among the ten that look like it, and its stem. Of a long word those much like it are asked for first: one mistake leaves nearly half of
-- its trigrams, and asking for less reads many times as many words. Null where nothing can be mended, so that nothing is asked again in vain.
create function suche.berichtigt(p_schluessel text) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.similarity_threshold = 0.3 set enable_seqscan = off as $$
declare
  v_nr smallint := (select m.nr from platform.mandant m where m.id = platform.aktueller_mandant());
  v_worte text[] := '{}';
  v_wort text;
  v_schwelle text;
  v_abstand integer;
  v_formen text;
  v_anders boolean := false;
begin
  foreach v_wort in array string_to_array(p_schluessel, ' ') loop
    if v_wort !~ '^[[:alpha:]]{4,60}$' then
      v_formen := case when v_wort ~ '^[[:alnum:]]+$' then quote_literal(v_wort) || ':*' end;
      -- Groups of a sign were looked for as one word before.
      v_anders := v_anders or v_wort ~ '\d';
    elsif exists (select 1 from suche.wort w where w.mandant_id = platform.aktueller_mandant() and w.wort = v_wort) then
      v_formen := quote_literal(v_wort);
    else
      v_anders := true;
      foreach v_schwelle in array case when length(v_wort) >= 8 then array['0.45', '0.3'] else array['0.3'] end loop
        perform set_config('pg_trgm.similarity_threshold', v_schwelle, true);
        with aehnlich as (
          select w.wort, levenshtein(w.wort, v_wort) as abstand from suche.wort w where w.mandant_nr = v_nr and w.wort % v_wort
          order by similarity(w.wort, v_wort) desc, w.wort limit 10
        ), naechste as (select wort from aehnlich where abstand = (select min(abstand) from aehnlich))
        select string_agg(quote_literal(a.wort), ' | ' order by a.wort), (select min(abstand) from aehnlich) into v_formen, v_abstand
        from aehnlich a where exists (select 1 from naechste n where starts_with(n.wort, a.wort));
        exit when v_abstand <= 2;
      end loop;
    end if;
    if v_formen is null then return null; end if;
    v_worte := v_worte || v_formen;
  end loop;
  return case when v_anders then v_worte end;
end $$;
revoke all on function suche.berichtigt(text) from public;

-- The words that the planner's statistics call common, and what share of all entries has each. Null as long as there are no statistics.
drop function suche.haeufige_worte();
create function suche.haeufige_worte(out worte text[], out anteile real[]) language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  select s.most_common_elems::text::text[], s.most_common_elem_freqs into worte, anteile
  from pg_stats s where s.schemaname = 'suche' and s.tablename = 'eintrag' and s.attname = 'tsv';
end $$;
revoke all on function suche.haeufige_worte() from public;

-- The newest 200 entries in which all words are and that the person may see, walking the newest ones: of her units only, merged in the order of the dates.
-- Given up after p_gang entries: null, unless there are no more.
create function suche.treffer_im_gang(
  p_frage tsquery, p_gang integer, p_rechte text[], p_zugriffe text[], p_stufe smallint, p_konto uuid, p_art text, out arten text[], out ids uuid[], out raenge real[]
) language plpgsql stable set search_path = pg_catalog, pg_temp
-- The planner does not see how early the walk ends.
set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
declare
  v_mandant constant uuid := platform.aktueller_mandant();
  v_zweig constant text := '(select objekt_art, objekt_id, datum, tsv, recht, zugriff, stufe, ausgeschlossen, nur_fuer from suche.eintrag
    where mandant_id = $1%s order by datum desc, objekt_id desc offset 0)';
  v_zweige constant text := coalesce((
    select string_agg(format(v_zweig, format(' and zugriff = %L', z)), ' union all ') from (select distinct unnest(p_zugriffe) as z) einer
    where cardinality(p_rechte) = 0 and cardinality(p_zugriffe) <= 40), format(v_zweig, ''));
  v_mehr boolean;
begin
  execute 'select array_agg(t.objekt_art order by t.naehe desc, t.datum desc, t.objekt_id desc), array_agg(t.objekt_id order by t.naehe desc, t.datum desc, t.objekt_id desc),
      array_agg(t.naehe order by t.naehe desc, t.datum desc, t.objekt_id desc)
    from (
      select e.objekt_art, e.objekt_id, e.datum, ts_rank(e.tsv, $2) as naehe
      from (select * from (' || v_zweige || ') alle order by datum desc, objekt_id desc limit $3) e
      where e.tsv @@ $2 and (e.recht = any ($4) or e.zugriff = any ($5)) and e.stufe <= $6
        and ($7 is null or not $7 = any (e.ausgeschlossen)) and (e.nur_fuer is null or e.nur_fuer = $7) and ($8 is null or e.objekt_art = $8)
      order by e.datum desc, e.objekt_id desc limit 200) t'
    into arten, ids, raenge using v_mandant, p_frage, p_gang, p_rechte, p_zugriffe, p_stufe, p_konto, p_art;
  if coalesce(cardinality(ids), 0) < 200 then
    execute 'select exists (select from (' || v_zweige || ') alle offset $2)' into v_mehr using v_mandant, p_gang;
    if v_mehr then ids := null; else ids := coalesce(ids, '{}'); end if;
  end if;
end $$;
revoke all on function suche.treffer_im_gang(tsquery, integer, text[], text[], smallint, uuid, text) from public;

-- Three ways to the same hits. A rare word leads to them by the index; the other words are compared in its rows, last, and only in those of the town. Where all
-- words are common, walking the newest entries finds 200 soon, as soon as by the index where sqrt(200 * entries) have to be walked. Where the words are common,
-- but hardly together, or not where the person may look, all words are asked of the index.
create or replace function suche.treffer(
  p_worte text[], p_schluessel text, p_rechte text[], p_zugriffe text[], p_stufe smallint, p_konto uuid, p_art text, p_unscharf boolean
) returns table (objekt_art text, objekt_id uuid, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan
set enable_indexscan = on set enable_seqscan = on as $$
declare
  v_mandant constant uuid := platform.aktueller_mandant();
  v_nr constant smallint := (select m.nr from platform.mandant m where m.id = v_mandant);
  v_worte constant text[] := case when p_unscharf then suche.berichtigt(p_schluessel) else p_worte end;
  v_alle constant double precision := (select greatest(c.reltuples, 1) from pg_class c where c.oid = 'suche.eintrag'::regclass);
  v_haeufig record;
  v_frage tsquery;
  v_im_index tsquery;
  v_ohne_stadt boolean;
  v_wort text;
  v_anteil double precision;
  v_zusammen double precision := 1;
  v_gang record;
begin
  if v_nr is null or coalesce(cardinality(v_worte), 0) = 0 then return; end if;
  select * into v_haeufig from suche.haeufige_worte();
  foreach v_wort in array v_worte loop
    v_frage := case when v_frage is null then v_wort::tsquery else v_frage && v_wort::tsquery end;
    select sum(v_haeufig.anteile[h.nr]) into v_anteil from unnest(v_haeufig.worte) with ordinality h(wort, nr)
    where exists (select from regexp_matches(v_wort, '''([^'']+)''', 'g') form where starts_with(h.wort, form[1]));
    if v_anteil is null then v_im_index := case when v_im_index is null then v_wort::tsquery else v_im_index && v_wort::tsquery end; end if;
    v_zusammen := v_zusammen * least(v_anteil, 1);
  end loop;
  if v_im_index is null and v_zusammen >= sqrt(200 / v_alle) then
    select * into v_gang from suche.treffer_im_gang(v_frage, (1.5 * sqrt(200 * v_alle))::integer, p_rechte, p_zugriffe, p_stufe, p_konto, p_art);
    if v_gang.ids is not null then
      return query select g.art, g.id, g.rang from unnest(v_gang.arten, v_gang.ids, v_gang.raenge) with ordinality as g(art, id, rang, nr) order by g.nr;
      return;
    end if;
  end if;
  -- The planner would rather walk.
  if v_im_index is null then perform set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true); end if;
  v_ohne_stadt := v_im_index is not null and v_haeufig.worte is not null and coalesce(suche.ist_gross(v_nr), false);
  v_im_index := coalesce(v_im_index, v_frage);
  return query
    select t.objekt_art, t.objekt_id, ts_rank(t.tsv, v_frage) as naehe from (
      select e.objekt_art, e.objekt_id, e.datum, e.tsv from suche.eintrag e
      where e.mandant_id = v_mandant and (v_ohne_stadt or e.mandant_nr = v_nr) and e.tsv @@ v_im_index
        and (v_im_index = v_frage or case when e.mandant_id = v_mandant and e.stufe <= p_stufe then ts_match_vq(e.tsv, v_frage) end)
        and (e.recht = any (p_rechte) or e.zugriff = any (p_zugriffe)) and e.stufe <= p_stufe
        and (p_konto is null or not p_konto = any (e.ausgeschlossen)) and (e.nur_fuer is null or e.nur_fuer = p_konto)
        and (p_art is null or e.objekt_art = p_art)
      order by e.datum desc, e.objekt_id desc limit 200) t
    order by naehe desc, t.datum desc, t.objekt_id desc;
end $$;

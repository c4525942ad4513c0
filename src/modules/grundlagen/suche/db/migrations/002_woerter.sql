-- Typing errors are mended word by word: the words of all titles, few and rarely new, are what a mistyped word is compared with.
-- Comparing it with every title took a second among a million. The words are no secret store: what is shown are entries that the
-- person may see, found by the mended word; a word alone is never shown.
create table suche.wort (
  mandant_id uuid not null,
  mandant_nr smallint not null,
  wort text not null check (length(wort) between 4 and 60),
  primary key (mandant_id, wort)
);
select platform.mandantentabelle('suche.wort');
create index wort_aehnlich on suche.wort using gin (mandant_nr, wort gin_trgm_ops);

-- The words of some entries' titles (weight A): letters only.
create function suche.titelworte(p_tsv tsvector) returns setof text language sql immutable as
  $$ select u.lexeme from unnest(p_tsv) u where 'A' = any (u.weights) and length(u.lexeme) between 4 and 60 and u.lexeme !~ '[^[:alpha:]]' $$;

insert into suche.wort (mandant_id, mandant_nr, wort)
  select distinct e.mandant_id, e.mandant_nr, w from suche.eintrag e cross join lateral suche.titelworte(e.tsv) w;

create function suche.worte_merken() returns trigger language plpgsql as $$
begin
  insert into suche.wort (mandant_id, mandant_nr, wort)
    select distinct n.mandant_id, n.mandant_nr, w from neu n cross join lateral suche.titelworte(n.tsv) w
    -- In one order, so that two who write the same words do not wait for each other crosswise.
    where not exists (select 1 from suche.wort da where da.mandant_id = n.mandant_id and da.wort = w) order by 3
  on conflict do nothing;
  return null;
end $$;
create trigger worte_merken_neu after insert on suche.eintrag referencing new table as neu for each statement execute function suche.worte_merken();
create trigger worte_merken_geaendert after update on suche.eintrag referencing new table as neu for each statement execute function suche.worte_merken();

-- Nothing looks at the trigrams of whole titles any more.
drop index suche.eintrag_schluessel;

-- What was written lately lies in a list that every search reads from end to end: a short one.
alter index suche.eintrag_text set (gin_pending_list_limit = 256);

-- The question with every word in the ten spellings nearest to it that occur; null where a word is like none. Comparing is what costs,
-- and the planner thinks it cheap: by the index always.
create function suche.berichtigt(p_schluessel text, p_nr smallint) returns tsquery
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.similarity_threshold = 0.3 set enable_seqscan = off as $$
declare
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
        from suche.wort w where w.mandant_nr = p_nr and w.wort % v_wort order by naehe desc, w.wort limit 10) n where n.naehe >= 0.8 * n.naechste;
    end if;
    if v_formen is null then return null; end if;
    v_frage := case when v_frage is null then v_formen::tsquery else v_frage && v_formen::tsquery end;
  end loop;
  return v_frage;
end $$;
revoke all on function suche.berichtigt(text, smallint) from public;

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
    v_frage := suche.berichtigt(p_schluessel, v_nr);
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

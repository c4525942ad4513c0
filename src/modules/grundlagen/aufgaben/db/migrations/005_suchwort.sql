-- The list with a word: where few open tasks contain it, they are found by an index; where many do, walking the list stops early.
create extension if not exists btree_gin;
create extension if not exists pg_trgm;
create index aufgabe_suchtext on aufgaben.aufgabe using gin (mandant_id, suchtext gin_trgm_ops) with (gin_pending_list_limit = 256) where status = 'offen';

-- Open tasks of the town whose text contains the word, in any order, at most p_hoechstens. Under row-level security no index serves
-- `like`, hence security definer; the town comes from the transaction's setting and from nothing else. Who may see a task is for the
-- question around it to say, as it is for the table. By the index always: the planner thinks that what is common were found soon.
create function aufgaben.mit_wort(p_wort text, p_hoechstens integer)
returns table (id uuid, rang date, titel text, einheit_id uuid, gruppe text, zugewiesen_an uuid, ausgeschlossen uuid[], stufe smallint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
  return query
    select a.id, a.rang, a.titel, a.einheit_id, a.gruppe, a.zugewiesen_an, a.ausgeschlossen, a.stufe from aufgaben.aufgabe a
    where a.mandant_id = platform.aktueller_mandant() and a.status = 'offen'
      and a.suchtext like '%' || replace(replace(replace(lower(p_wort), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    limit p_hoechstens;
end $$;

-- A mistyped word is mended to the one with the fewest letters changed among the ten that look like it, and to its stem. Looking like it alone
-- takes 'Winkelweg' for 'Winkelwlad' and finds far too much.
create extension if not exists fuzzystrmatch;

create or replace function suche.berichtigt(p_schluessel text) returns tsquery
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
      with aehnlich as (
        select w.wort, levenshtein(w.wort, v_wort) as abstand from suche.wort w where w.mandant_nr = v_nr and w.wort % v_wort
        order by similarity(w.wort, v_wort) desc, w.wort limit 10
      ), naechste as (select wort from aehnlich where abstand = (select min(abstand) from aehnlich))
      select string_agg(quote_literal(a.wort), ' | ' order by a.wort) into v_formen
      from aehnlich a where exists (select 1 from naechste n where starts_with(n.wort, a.wort));
    end if;
    if v_formen is null then return null; end if;
    v_frage := case when v_frage is null then v_formen::tsquery else v_frage && v_formen::tsquery end;
  end loop;
  return v_frage;
end $$;

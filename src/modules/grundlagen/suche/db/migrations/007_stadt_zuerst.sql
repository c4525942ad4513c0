-- The rows that a rare word led to are compared with the other words last, and only those of the town: comparing is what costs, and without the
-- condition in front of it the planner puts it first.
create or replace function suche.treffer(
  p_worte text[], p_schluessel text, p_rechte text[], p_zugriffe text[], p_stufe smallint, p_konto uuid, p_art text, p_unscharf boolean
) returns table (objekt_art text, objekt_id uuid, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_mandant uuid := platform.aktueller_mandant();
  v_nr smallint := (select m.nr from platform.mandant m where m.id = v_mandant);
  v_haeufig text[];
  v_frage tsquery;
  v_im_index tsquery;
  v_ohne_stadt boolean := false;
  v_wort text;
begin
  if v_nr is null then return; end if;
  if p_unscharf then
    v_frage := suche.berichtigt(p_schluessel);
    v_im_index := v_frage;
  else
    v_haeufig := suche.haeufige_worte();
    foreach v_wort in array p_worte loop
      v_frage := case when v_frage is null then v_wort::tsquery else v_frage && v_wort::tsquery end;
      if not exists (select 1 from regexp_matches(v_wort, '''([^'']+)''', 'g') form join unnest(v_haeufig) haeufig on starts_with(haeufig, form[1])) then
        v_im_index := case when v_im_index is null then v_wort::tsquery else v_im_index && v_wort::tsquery end;
      end if;
    end loop;
    v_ohne_stadt := v_im_index is not null and v_haeufig is not null and coalesce(suche.ist_gross(v_nr), false);
    v_im_index := coalesce(v_im_index, v_frage);
  end if;
  if v_frage is null then return; end if;
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

-- Who looked at what, and what was refused, is kept as long as the operator says and then deleted. The program may not shorten its own
-- record by itself: it has no right to delete in these tables, and this does nothing to what is younger than 90 days.
create function platform.protokolle_loeschen(p_tage integer, p_hoechstens integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_mandant uuid := platform.aktueller_mandant();
  v_vor timestamptz := now() - make_interval(days => greatest(p_tage, 90));
  v_zugriffe integer;
  v_abweisungen integer;
begin
  -- The oldest by their ids, which begin with the time; of them what is old enough.
  delete from platform.zugriff where mandant_id = v_mandant and zeitpunkt < v_vor
    and id in (select z.id from platform.zugriff z where z.mandant_id = v_mandant order by z.id limit p_hoechstens);
  get diagnostics v_zugriffe = row_count;
  delete from platform.abweisung where mandant_id = v_mandant and zeitpunkt < v_vor
    and id in (select a.id from platform.abweisung a where a.mandant_id = v_mandant order by a.id limit p_hoechstens);
  get diagnostics v_abweisungen = row_count;
  return v_zugriffe + v_abweisungen;
end $$;

create index on platform.ratenlimit (endet_am);

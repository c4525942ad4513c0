-- One row per thing that can be found, filled by the rooms through this room's door. Kept slim: matching reads only `eintrag`,
-- what a hit shows lies in `inhalt` and is read for the page's 20 rows.

create extension if not exists btree_gin;
create extension if not exists pg_trgm;

create table suche.eintrag (
  mandant_id uuid not null,
  -- The town as two bytes, because it leads the GIN index.
  mandant_nr smallint not null,
  objekt_art text not null check (objekt_art ~ '^[a-z]{2,30}$'),
  objekt_id uuid not null,
  vorgang_id uuid,
  -- Permission that makes it visible, and the unit where the permission must be held: 'vorgang.lesen:<einheit>'.
  recht text not null,
  zugriff text not null,
  stufe smallint not null check (stufe between 0 and 2),
  -- Accounts for which it does not exist (Befangenheit), and the only account that may find it (personal things).
  ausgeschlossen uuid[] not null default '{}',
  nur_fuer uuid,
  datum date not null,
  -- Folded title for hits in spite of typing errors.
  schluessel text not null,
  tsv tsvector not null,
  primary key (mandant_id, objekt_art, objekt_id)
);
select platform.mandantentabelle('suche.eintrag');
create index eintrag_text on suche.eintrag using gin (mandant_nr, tsv);
create index eintrag_schluessel on suche.eintrag using gin (mandant_nr, schluessel gin_trgm_ops);
create index eintrag_datum on suche.eintrag (mandant_id, datum desc, objekt_id desc);
create index eintrag_zugriff on suche.eintrag (mandant_id, zugriff, datum desc, objekt_id desc);
create index eintrag_vorgang on suche.eintrag (mandant_id, vorgang_id) where vorgang_id is not null;

create table suche.inhalt (
  mandant_id uuid not null,
  objekt_art text not null,
  objekt_id uuid not null,
  titel text not null check (length(titel) between 1 and 1000),
  auszug text not null,
  url text not null check (url ~ '^/[^/]'),
  primary key (mandant_id, objekt_art, objekt_id),
  foreign key (mandant_id, objekt_art, objekt_id) references suche.eintrag (mandant_id, objekt_art, objekt_id) on delete cascade
);
select platform.mandantentabelle('suche.inhalt');

-- Writes or replaces one entry. `folded` holds the spellings under which words are looked up (umlauts both ways), already
-- made of letters, digits and blanks only.
create function suche.eintragen(
  p_art text, p_id uuid, p_vorgang uuid, p_recht text, p_einheit uuid, p_stufe smallint, p_ausgeschlossen uuid[], p_nur_fuer uuid,
  p_datum date, p_titel text, p_text text, p_titel_gefaltet text, p_text_gefaltet text, p_schluessel text, p_url text
) returns void language sql as $$
  insert into suche.eintrag (mandant_nr, objekt_art, objekt_id, vorgang_id, recht, zugriff, stufe, ausgeschlossen, nur_fuer, datum, schluessel, tsv)
  values (
    (select nr from platform.mandant where id = platform.aktueller_mandant()),
    p_art, p_id, p_vorgang, p_recht, p_recht || ':' || coalesce(p_einheit::text, ''), p_stufe, p_ausgeschlossen, p_nur_fuer, p_datum, p_schluessel,
    setweight(to_tsvector('german', p_titel), 'A') || setweight(to_tsvector('simple', p_titel_gefaltet), 'A')
      || setweight(to_tsvector('german', p_text), 'C') || setweight(to_tsvector('simple', p_text_gefaltet), 'C'))
  on conflict (mandant_id, objekt_art, objekt_id) do update set
    vorgang_id = excluded.vorgang_id, recht = excluded.recht, zugriff = excluded.zugriff, stufe = excluded.stufe,
    ausgeschlossen = excluded.ausgeschlossen, nur_fuer = excluded.nur_fuer, datum = excluded.datum,
    schluessel = excluded.schluessel, tsv = excluded.tsv;
  insert into suche.inhalt (objekt_art, objekt_id, titel, auszug, url) values (p_art, p_id, p_titel, left(p_text, 4000), p_url)
  on conflict (mandant_id, objekt_art, objekt_id) do update set titel = excluded.titel, auszug = excluded.auszug, url = excluded.url;
$$;

-- The newest 200 permitted matches, best first. Under row-level security no index serves @@ or %, hence security definer; the
-- town comes from the transaction's setting and from nothing else, so the function cannot be asked for another town.
-- p_worte: per word the alternatives as one tsquery text; p_rechte: permissions held in the whole town; p_zugriffe: 'recht:einheit'.
create function suche.treffer(
  p_worte text[], p_schluessel text, p_rechte text[], p_zugriffe text[], p_stufe smallint, p_konto uuid, p_art text, p_unscharf boolean
) returns table (objekt_art text, objekt_id uuid, rang real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan
set pg_trgm.word_similarity_threshold = 0.5 as $$
declare
  v_mandant uuid := platform.aktueller_mandant();
  v_nr smallint := (select m.nr from platform.mandant m where m.id = v_mandant);
  v_frage tsquery;
  v_wort text;
begin
  if v_nr is null then return; end if;
  if p_unscharf then
    return query
      select t.objekt_art, t.objekt_id, t.naehe from (
        select e.objekt_art, e.objekt_id, e.datum, word_similarity(p_schluessel, e.schluessel) as naehe from suche.eintrag e
        where e.mandant_nr = v_nr and e.mandant_id = v_mandant and p_schluessel <% e.schluessel
          and (e.recht = any (p_rechte) or e.zugriff = any (p_zugriffe)) and e.stufe <= p_stufe
          and (p_konto is null or not p_konto = any (e.ausgeschlossen)) and (e.nur_fuer is null or e.nur_fuer = p_konto)
          and (p_art is null or e.objekt_art = p_art)
        order by e.datum desc, e.objekt_id desc limit 200) t
      order by t.naehe desc, t.datum desc, t.objekt_id desc;
    return;
  end if;
  foreach v_wort in array p_worte loop
    v_frage := case when v_frage is null then v_wort::tsquery else v_frage && v_wort::tsquery end;
  end loop;
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

-- The lexemes of one word in German, as text of a tsquery; empty for stop words.
create function suche.lexeme(p_wort text) returns text language sql stable as $$ select plainto_tsquery('german', p_wort)::text $$;

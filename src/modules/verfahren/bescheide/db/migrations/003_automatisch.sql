-- Decided without a person (§ 35a VwVfG NRW): the law that permits it stands in the place of the signature. Said when the row is made and never
-- after: no draft of a person becomes automatic, and no automatic decision is written on by one.

alter table bescheide.bescheid add column automatisch_norm text check (length(automatisch_norm) between 1 and 300);
alter table bescheide.bescheid add check (automatisch_norm is null or (art = 'genehmigung' and vorgaenger_id is null));

create or replace function bescheide.fassung_pruefen() returns trigger language plpgsql as $$
declare v_fassung integer; v_angestossen timestamptz; v_automatisch text;
begin
  select fassung, angestossen_am, automatisch_norm into v_fassung, v_angestossen, v_automatisch from bescheide.bescheid b
    where b.mandant_id = new.mandant_id and b.id = new.bescheid_id for update;
  if v_angestossen is not null then raise exception 'The decision is issued' using errcode = 'SK409'; end if;
  if new.nr <> v_fassung + 1 then raise exception 'Version % after version %', new.nr, v_fassung using errcode = 'SK409'; end if;
  if (v_automatisch is not null) <> (new.autor_id = 'automatik') then raise exception 'Either a person or the program writes a decision' using errcode = 'SK409'; end if;
  return new;
end $$;

create or replace function bescheide.bescheid_pruefen() returns trigger language plpgsql as $$
begin
  if (new.id, new.vorgang_id, new.vorgaenger_id, new.automatisch_norm) is distinct from (old.id, old.vorgang_id, old.vorgaenger_id, old.automatisch_norm) then
    raise exception 'A decision keeps its identity' using errcode = 'SK409';
  end if;
  if old.angestossen_am is not null and (new.fassung, new.ausfertigung, new.angestossen_am) is distinct from (old.fassung, old.ausfertigung, old.angestossen_am) then
    raise exception 'The decision is issued' using errcode = 'SK409';
  end if;
  if old.erlassen_am is not null and (new.dokument_id, new.sendung_id, new.erlassen_am) is distinct from (old.dokument_id, old.sendung_id, old.erlassen_am) then
    raise exception 'The decision is issued' using errcode = 'SK409';
  end if;
  if new.automatisch_norm is null and (new.status in ('gezeichnet', 'erlassen') or new.angestossen_am is not null) and not exists (
    select 1 from bescheide.zeichnung z join bescheide.fassung f
      on f.mandant_id = z.mandant_id and f.bescheid_id = z.bescheid_id and f.nr = z.fassung_nr and f.hash = z.fassung_hash
    where z.mandant_id = new.mandant_id and z.bescheid_id = new.id and z.fassung_nr = new.fassung and z.art = 'GEZEICHNET') then
    raise exception 'The newest version is not signed' using errcode = 'SK409';
  end if;
  return new;
end $$;

-- Decisions: versions that are never overwritten, signatures bound to the hash of a version, four eyes kept by the database.

create table bescheide.bescheid (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  -- Correction, Ruecknahme, Widerruf are decisions of their own that name the first (A8-12).
  vorgaenger_id uuid,
  art text not null check (art in ('genehmigung', 'ablehnung', 'berichtigung', 'ruecknahme', 'widerruf')),
  status text not null check (status in ('entwurf', 'zur_zeichnung', 'gezeichnet', 'erlassen', 'korrigiert')),
  -- Number of the newest version.
  fassung integer not null default 0 check (fassung >= 0),
  -- What was true when it was issued: Belehrung, addressee, channel, rule, template; the file is made from it once.
  ausfertigung jsonb,
  angestossen_am timestamptz,
  dokument_id uuid,
  sendung_id uuid,
  erlassen_am timestamptz,
  angelegt_am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, vorgaenger_id) references bescheide.bescheid (mandant_id, id),
  check ((ausfertigung is null) = (angestossen_am is null)),
  check (erlassen_am is null or (dokument_id is not null and sendung_id is not null)),
  check ((status in ('erlassen', 'korrigiert')) = (erlassen_am is not null))
);
select platform.mandantentabelle('bescheide.bescheid');
create unique index ein_bescheid on bescheide.bescheid (mandant_id, vorgang_id) where vorgaenger_id is null;

create table bescheide.fassung (
  mandant_id uuid not null,
  bescheid_id uuid not null,
  nr integer not null check (nr > 0),
  inhalt jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  autor_id text not null,
  -- Drafted standing in for this account.
  autor_fuer text,
  erstellt_am timestamptz not null,
  primary key (mandant_id, bescheid_id, nr),
  foreign key (mandant_id, bescheid_id) references bescheide.bescheid (mandant_id, id)
);
comment on table bescheide.fassung is 'append-only: no version of a decision is overwritten (C2-04)';
select platform.mandantentabelle('bescheide.fassung');

create table bescheide.zeichnung (
  mandant_id uuid not null,
  id uuid not null,
  bescheid_id uuid not null,
  fassung_nr integer not null,
  fassung_hash text not null,
  art text not null check (art in ('GEZEICHNET', 'ZURUECKGEGEBEN')),
  wer_id text not null,
  -- i. V. for this account (C3-06).
  fuer_id text,
  grund text,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, bescheid_id, fassung_nr) references bescheide.fassung (mandant_id, bescheid_id, nr),
  check (wer_id is distinct from fuer_id),
  check (art = 'GEZEICHNET' or length(grund) > 0)
);
comment on table bescheide.zeichnung is 'append-only: who signed which version (C3-02)';
select platform.mandantentabelle('bescheide.zeichnung');
create index on bescheide.zeichnung (mandant_id, bescheid_id, id);

-- Versions follow each other without gap, and none after the decision is on its way (C2-05).
create function bescheide.fassung_pruefen() returns trigger language plpgsql as $$
declare v_fassung integer; v_angestossen timestamptz;
begin
  select fassung, angestossen_am into v_fassung, v_angestossen from bescheide.bescheid b
    where b.mandant_id = new.mandant_id and b.id = new.bescheid_id for update;
  if v_angestossen is not null then raise exception 'The decision is issued' using errcode = 'SK409'; end if;
  if new.nr <> v_fassung + 1 then raise exception 'Version % after version %', new.nr, v_fassung using errcode = 'SK409'; end if;
  return new;
end $$;
create trigger fassung_pruefen before insert on bescheide.fassung for each row execute function bescheide.fassung_pruefen();

-- A signature is for the newest version, for exactly its content, and never by (or for) somebody who wrote any version of it.
create function bescheide.zeichnung_pruefen() returns trigger language plpgsql as $$
declare v_fassung integer; v_hash text;
begin
  select fassung into v_fassung from bescheide.bescheid b where b.mandant_id = new.mandant_id and b.id = new.bescheid_id for update;
  select hash into v_hash from bescheide.fassung f
    where f.mandant_id = new.mandant_id and f.bescheid_id = new.bescheid_id and f.nr = new.fassung_nr;
  if new.fassung_nr <> v_fassung or new.fassung_hash is distinct from v_hash then
    raise exception 'There is a newer version' using errcode = 'SK409';
  end if;
  if new.art = 'GEZEICHNET' and exists (
    select 1 from bescheide.fassung f where f.mandant_id = new.mandant_id and f.bescheid_id = new.bescheid_id
      and (f.autor_id in (new.wer_id, new.fuer_id) or f.autor_fuer in (new.wer_id, new.fuer_id))) then
    raise exception 'Four eyes: an author cannot sign' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger zeichnung_pruefen before insert on bescheide.zeichnung for each row execute function bescheide.zeichnung_pruefen();

-- Nothing is signed or issued whose newest version bears no valid signature; what is issued stays as it is.
create function bescheide.bescheid_pruefen() returns trigger language plpgsql as $$
begin
  if (new.id, new.vorgang_id, new.vorgaenger_id) is distinct from (old.id, old.vorgang_id, old.vorgaenger_id) then
    raise exception 'A decision keeps its identity' using errcode = 'SK409';
  end if;
  if old.angestossen_am is not null and (new.fassung, new.ausfertigung, new.angestossen_am) is distinct from (old.fassung, old.ausfertigung, old.angestossen_am) then
    raise exception 'The decision is issued' using errcode = 'SK409';
  end if;
  if old.erlassen_am is not null and (new.dokument_id, new.sendung_id, new.erlassen_am) is distinct from (old.dokument_id, old.sendung_id, old.erlassen_am) then
    raise exception 'The decision is issued' using errcode = 'SK409';
  end if;
  if (new.status in ('gezeichnet', 'erlassen') or new.angestossen_am is not null) and not exists (
    select 1 from bescheide.zeichnung z join bescheide.fassung f
      on f.mandant_id = z.mandant_id and f.bescheid_id = z.bescheid_id and f.nr = z.fassung_nr and f.hash = z.fassung_hash
    where z.mandant_id = new.mandant_id and z.bescheid_id = new.id and z.fassung_nr = new.fassung and z.art = 'GEZEICHNET') then
    raise exception 'The newest version is not signed' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger bescheid_pruefen before update on bescheide.bescheid for each row execute function bescheide.bescheid_pruefen();

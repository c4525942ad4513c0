-- Letters that come out of working on a case and decide nothing: what they say is fixed when somebody sends them; the file is made from it once.

create table schreiben.schreiben (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  -- What it belongs to in the room that wrote it, given back when it has left.
  bezug_art text not null check (length(bezug_art) between 1 and 60),
  bezug_id uuid not null,
  typ text not null check (length(typ) between 1 and 60),
  betreff text not null check (length(betreff) between 1 and 300),
  brief jsonb not null,
  nachricht text not null,
  kanal text not null check (kanal in ('postfach', 'post')),
  empfaenger jsonb not null,
  einheit_id uuid not null,
  angelegt_am timestamptz not null,
  dokument_id uuid,
  sendung_id uuid,
  versandt_am timestamptz,
  primary key (mandant_id, id),
  check ((versandt_am is null) = (dokument_id is null)),
  check ((versandt_am is null) = (sendung_id is null))
);
select platform.mandantentabelle('schreiben.schreiben');
create index on schreiben.schreiben (mandant_id, vorgang_id, id);

-- What was said stays as it was said; only that it has left is added, once.
create function schreiben.bleibt() returns trigger language plpgsql as $$
begin
  if (new.vorgang_id, new.bezug_art, new.bezug_id, new.typ, new.betreff, new.brief, new.kanal, new.empfaenger) is distinct from (old.vorgang_id, old.bezug_art, old.bezug_id, old.typ, old.betreff, old.brief, old.kanal, old.empfaenger)
     or (old.versandt_am is not null and (new.versandt_am, new.dokument_id, new.sendung_id) is distinct from (old.versandt_am, old.dokument_id, old.sendung_id)) then
    raise exception 'A letter stays as it was written' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger bleibt before update on schreiben.schreiben for each row execute function schreiben.bleibt();

-- Before a burdensome decision the person is heard (§ 28 VwVfG NRW), or somebody says why not.

create table anhoerung.anhoerung (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  art text not null check (art in ('anhoerung', 'absehen')),
  -- What the person is told: what is intended and why.
  text text check (length(text) between 1 and 20000),
  frist date,
  schreiben_id uuid,
  -- § 28(2) no. 1 to 5, § 28(3), with the reason of the single case.
  ausnahme text check (ausnahme in ('2.1', '2.2', '2.3', '2.4', '2.5', '3')),
  grund text check (length(grund) between 1 and 4000),
  von text not null,
  am timestamptz not null,
  antwort text check (length(antwort) <= 20000),
  antwort_am timestamptz,
  -- Legal day of the answer.
  antwort_datum date,
  antwort_art text,
  antwort_von text,
  verstrichen_am timestamptz,
  primary key (mandant_id, id),
  check ((art = 'anhoerung') = (text is not null and frist is not null and schreiben_id is not null)),
  check ((art = 'absehen') = (ausnahme is not null and grund is not null)),
  check ((antwort_am is null) = (antwort_datum is null)),
  check (antwort_am is null or art = 'anhoerung')
);
select platform.mandantentabelle('anhoerung.anhoerung');
create index on anhoerung.anhoerung (mandant_id, vorgang_id, id);
create index on anhoerung.anhoerung (mandant_id, frist) where antwort_am is null and verstrichen_am is null;

-- What was said and asked stays; the answer and the end of the deadline are added, once.
create function anhoerung.bleibt() returns trigger language plpgsql as $$
begin
  if (new.vorgang_id, new.art, new.text, new.frist, new.schreiben_id, new.ausnahme, new.grund, new.von, new.am) is distinct from (old.vorgang_id, old.art, old.text, old.frist, old.schreiben_id, old.ausnahme, old.grund, old.von, old.am)
     or (old.antwort_am is not null and (new.antwort, new.antwort_am, new.antwort_datum) is distinct from (old.antwort, old.antwort_am, old.antwort_datum)) then
    raise exception 'A hearing stays as it was' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger bleibt before update on anhoerung.anhoerung for each row execute function anhoerung.bleibt();

-- Units that work on Vorgänge of an Akte which another unit keeps: the second branch of every list of Akten, ready as an index
-- because looking for it row by row costs half a second in a town of some size.
create table akten.beteiligte_einheit (
  mandant_id uuid not null,
  akte_id uuid not null,
  einheit_id uuid not null,
  primary key (mandant_id, akte_id, einheit_id),
  foreign key (mandant_id, akte_id) references akten.akte (mandant_id, id)
);
select platform.mandantentabelle('akten.beteiligte_einheit');
create index beteiligte_einheit_liste on akten.beteiligte_einheit (mandant_id, einheit_id, akte_id desc);

create function akten.einheit_beteiligen() returns trigger language plpgsql as $$
begin
  insert into akten.beteiligte_einheit (mandant_id, akte_id, einheit_id)
    select new.mandant_id, new.akte_id, new.einheit_id from akten.akte a
    where a.mandant_id = new.mandant_id and a.id = new.akte_id and a.einheit_id <> new.einheit_id
  on conflict do nothing;
  return null;
end $$;
create trigger einheit_beteiligen after insert or update of einheit_id, akte_id on akten.vorgang for each row execute function akten.einheit_beteiligen();

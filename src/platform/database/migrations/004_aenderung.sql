-- Says of every committed event to which town it belongs, so that processes forget what they remember of that town (pages for
-- visitors who are not signed in). Sent with the commit or not at all; several in one transaction are one notification.
create function platform.aenderung_melden() returns trigger language plpgsql as $$
begin
  perform pg_notify('stadtkern_aenderung', mandant_id::text) from (select distinct mandant_id from neu) as town;
  return null;
end $$;

create trigger aenderung_melden after insert on platform.ereignis
  referencing new table as neu for each statement execute function platform.aenderung_melden();

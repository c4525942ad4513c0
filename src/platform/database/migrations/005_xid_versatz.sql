-- Seals go by the transaction number of an event. A snapshot that comes back on another server brings higher numbers than that
-- server gives out: new events would slip in between sealed ones. Restoring therefore raises this offset, never lowers it.
create table platform.xid_versatz (
  id smallint primary key default 1 check (id = 1),
  versatz bigint not null default 0 check (versatz >= 0)
);
insert into platform.xid_versatz default values;
comment on table platform.xid_versatz is 'append-only: only a restore by the owner raises it';

-- Volatile: looks at the offset when the row is written, not when the statement began and perhaps had to wait for a restore.
create function platform.aktuelle_xid() returns xid8 language sql volatile set search_path = pg_catalog
  as $$ select (pg_current_xact_id()::text::numeric + versatz)::text::xid8 from platform.xid_versatz $$;

alter table platform.ereignis alter column xid set default platform.aktuelle_xid();

-- The Posteingangsbuch: whatever reaches the town, once, as it came. What was received never changes; only where it lies does.

create table eingang.eingang (
  mandant_id uuid not null,
  id uuid not null,
  jahr integer not null,
  lfd integer not null check (lfd > 0),
  kanal text not null check (kanal in ('portal', 'api', 'post', 'email', 'schalter')),
  eingang_am timestamptz not null,
  -- Legal day in Germany; the number's year is its year.
  eingang_tag date not null,
  absender_name text not null check (length(absender_name) between 1 and 300),
  absender_email text,
  absender_konto_id uuid,
  betreff text not null check (length(betreff) between 1 and 500),
  inhalt_art text not null check (length(inhalt_art) between 1 and 60),
  inhalt jsonb not null,
  -- Id of the message on its way here: the same message again is no second Eingang (D1-03).
  transport_id text check (length(transport_id) between 1 and 300),
  schluessel text not null,
  -- From here on: where it is. null: at the central desk.
  einheit_id uuid,
  vorgang_id uuid,
  status text not null default 'neu' check (status in ('neu', 'zugeordnet', 'erledigt')),
  erledigt_grund text,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, jahr, lfd),
  unique (mandant_id, kanal, transport_id),
  check (extract(year from eingang_tag) = jahr),
  check ((status = 'zugeordnet') <= (vorgang_id is not null)),
  check ((status = 'erledigt') = (erledigt_grund is not null))
);
select platform.mandantentabelle('eingang.eingang');
create index eingang_liste on eingang.eingang (mandant_id, id desc);
create index eingang_einheit on eingang.eingang (mandant_id, einheit_id, id desc) include (status, kanal);
create index eingang_neu on eingang.eingang (mandant_id, einheit_id, id desc) where status = 'neu';
create index eingang_vorgang on eingang.eingang (mandant_id, vorgang_id) where vorgang_id is not null;

create table eingang.anhang (
  mandant_id uuid not null,
  eingang_id uuid not null,
  lfd integer not null check (lfd > 0),
  dateiname text not null check (length(dateiname) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  mime text not null,
  pruefstatus text not null check (pruefstatus in ('sauber', 'ungeprueft', 'befallen')),
  primary key (mandant_id, eingang_id, lfd),
  foreign key (mandant_id, eingang_id) references eingang.eingang (mandant_id, id)
);
select platform.mandantentabelle('eingang.anhang');
comment on table eingang.anhang is 'append-only: attachments stay as they were received';

-- Every hop with who and why (D2-05).
create table eingang.verteilung (
  mandant_id uuid not null,
  id uuid not null,
  eingang_id uuid not null,
  art text not null check (art in ('verteilt', 'zurueckgegeben', 'zugeordnet', 'erledigt')),
  von_einheit_id uuid,
  an_einheit_id uuid,
  vorgang_id uuid,
  grund text not null default '',
  akteur_art text not null,
  akteur_id text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, eingang_id) references eingang.eingang (mandant_id, id)
);
select platform.mandantentabelle('eingang.verteilung');
comment on table eingang.verteilung is 'append-only: the way that a letter took';
create index verteilung_eingang on eingang.verteilung (mandant_id, eingang_id, id);

create function eingang.bleibt_wie_empfangen() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'An Eingang is never deleted (D2-06)' using errcode = 'SK409'; end if;
  if (new.id, new.jahr, new.lfd, new.kanal, new.eingang_am, new.eingang_tag, new.absender_name, new.absender_email, new.absender_konto_id, new.betreff, new.inhalt_art, new.inhalt, new.transport_id, new.created_at)
     is distinct from (old.id, old.jahr, old.lfd, old.kanal, old.eingang_am, old.eingang_tag, old.absender_name, old.absender_email, old.absender_konto_id, old.betreff, old.inhalt_art, old.inhalt, old.transport_id, old.created_at) then
    raise exception 'An Eingang stays as it was received' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger eingang_bleibt before update or delete on eingang.eingang for each row execute function eingang.bleibt_wie_empfangen();

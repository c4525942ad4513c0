-- Drafts of online applications. They belong to the person who fills them in: no permission of staff reaches them (A3-05).

create table onlineantrag.entwurf (
  mandant_id uuid not null,
  id uuid not null,
  -- Account (uuid) or guest session (hash of its token); null once the draft is gone, so that figures stay and the person goes.
  inhaber_art text not null check (inhaber_art in ('konto', 'gast')),
  inhaber_id text,
  leistung text not null,
  leistungsversion_id uuid not null,
  antworten jsonb not null default '{}',
  -- What was typed on pages that were saved with mistakes in them, by page: people get their own typing back.
  eingaben jsonb not null default '{}',
  -- Counts changes; two windows on one draft notice each other by it.
  version integer not null default 1 check (version > 0),
  -- By page: the version in which its answers changed last.
  seitenstand jsonb not null default '{}',
  seite text not null,
  frist_tage integer not null check (frist_tage between 1 and 365),
  begonnen_am timestamptz not null,
  letzte_aenderung timestamptz not null,
  -- Last day on which the draft can be used; it is deleted after that day, not on it.
  loeschen_ab date not null,
  -- Where guests want code and reminder to go.
  email text,
  erinnert_am timestamptz,
  status text not null default 'offen' check (status in ('offen', 'eingereicht', 'geloescht')),
  beendet_am timestamptz,
  bestaetigung jsonb,
  primary key (mandant_id, id),
  check ((status = 'eingereicht') = (bestaetigung is not null)),
  check (status = 'geloescht' or inhaber_id is not null),
  check (status <> 'geloescht' or (inhaber_id is null and email is null and antworten = '{}' and eingaben = '{}'))
);
select platform.mandantentabelle('onlineantrag.entwurf');
create index on onlineantrag.entwurf (mandant_id, inhaber_id, letzte_aenderung desc) where inhaber_id is not null;
create index on onlineantrag.entwurf (mandant_id, loeschen_ab) where status = 'offen';
create index on onlineantrag.entwurf (mandant_id, leistung, begonnen_am);

create table onlineantrag.entwurf_datei (
  mandant_id uuid not null,
  id uuid not null,
  entwurf_id uuid not null,
  slot text not null,
  dateiname text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  mime text not null,
  pruefstatus text not null check (pruefstatus in ('sauber', 'ungeprueft')),
  hochgeladen_am timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, entwurf_id) references onlineantrag.entwurf (mandant_id, id) on delete cascade
);
select platform.mandantentabelle('onlineantrag.entwurf_datei');
create index on onlineantrag.entwurf_datei (mandant_id, entwurf_id);

-- One-time codes with which somebody without an account goes on elsewhere. Only the hash is kept; a new code ends the old one.
create table onlineantrag.fortsetzungscode (
  mandant_id uuid not null,
  entwurf_id uuid not null,
  code_hash bytea not null,
  ausgestellt_am timestamptz not null,
  primary key (mandant_id, entwurf_id),
  unique (mandant_id, code_hash),
  foreign key (mandant_id, entwurf_id) references onlineantrag.entwurf (mandant_id, id) on delete cascade
);
select platform.mandantentabelle('onlineantrag.fortsetzungscode');

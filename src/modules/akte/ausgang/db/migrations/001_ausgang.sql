-- The one way out: what is sent (Sendung), what lies in a citizen's mailbox (nachricht), the proofs of both, and the days on
-- which decisions count as announced. Proofs and computed days are only ever added to.

create table ausgang.sendung (
  mandant_id uuid not null,
  id uuid not null,
  -- Postausgangsbuch: one number for each Sendung, whatever the channel (D3-13).
  jahr integer not null,
  nummer bigint check (nummer > 0),
  vorgang_id uuid not null,
  dokument_id uuid not null,
  -- The exact bytes that are sent; also what is shown years later (D3-12).
  dokument_hash text not null check (dokument_hash ~ '^[0-9a-f]{64}$'),
  dateiname text not null,
  betreff text not null check (length(betreff) between 1 and 300),
  einheit_id uuid not null,
  stufe smallint not null default 0 check (stufe between 0 and 2),
  konto_id uuid,
  name text not null check (length(name) between 1 and 300),
  anschrift text[] not null default '{}',
  land text not null default 'NW' check (land ~ '^[A-Z]{2}$'),
  -- Each addressee has a Bekanntgabe of their own (X2-05): account, or name and address in one line.
  empfaenger text not null,
  kanal text not null check (kanal in ('postfach', 'post')),
  -- Why the letter goes out although the mailbox was wanted (A7-08).
  ersatzweg text,
  status text not null check (status in ('ENTWURF', 'FREIGEGEBEN', 'UEBERGEBEN', 'AUFGEGEBEN', 'BEREITGESTELLT', 'BENACHRICHTIGT', 'ABGERUFEN', 'RUECKLAUF', 'FEHLER')),
  regel text,
  rechtsbehelf text,
  -- Null with a rechtsbehelf: sent without Belehrung, the year runs (X3-02).
  belehrung_version text,
  vorgaenger_id uuid,
  angelegt_am timestamptz not null,
  uebergabe_am timestamptz,
  aufgabe_am timestamptz,
  aufgabe_tag date,
  bereitstellung_am timestamptz,
  bereitstellung_tag date,
  benachrichtigung_am timestamptz,
  benachrichtigung_tag date,
  abruf_am timestamptz,
  abruf_tag date,
  zustellung_tag date,
  zugang text check (zugang in ('NACHGEWIESEN_AM', 'NICHT_ZUGEGANGEN')),
  zugang_tag date,
  benachrichtigung_bestritten boolean not null default false,
  frueher_abgerufen_tag date,
  -- The newest row of ausgang.bekanntgabe, for lists.
  bekanntgabe_status text,
  bekanntgabe_tag date,
  primary key (mandant_id, id),
  unique (mandant_id, jahr, nummer),
  foreign key (mandant_id, vorgaenger_id) references ausgang.sendung (mandant_id, id),
  check (status = 'ENTWURF' or nummer is not null),
  check (kanal = 'post' or konto_id is not null),
  check ((aufgabe_am is null) = (aufgabe_tag is null)),
  check ((bereitstellung_am is null) = (bereitstellung_tag is null)),
  check ((benachrichtigung_am is null) = (benachrichtigung_tag is null)),
  check ((abruf_am is null) = (abruf_tag is null)),
  check ((zugang is not distinct from 'NACHGEWIESEN_AM') = (zugang_tag is not null))
);
select platform.mandantentabelle('ausgang.sendung');
-- Double dispatch is impossible: one document goes to one addressee once, and each Sendung is repeated at most once.
create unique index einmal_versandt on ausgang.sendung (mandant_id, dokument_id, empfaenger) where vorgaenger_id is null;
create unique index einmal_wiederholt on ausgang.sendung (mandant_id, vorgaenger_id) where vorgaenger_id is not null;
create index on ausgang.sendung (mandant_id, vorgang_id, id);
create index on ausgang.sendung (mandant_id, id) where kanal = 'post' and status in ('FREIGEGEBEN', 'UEBERGEBEN');
create index on ausgang.sendung (mandant_id, benachrichtigung_tag) where regel = 'VWVFG_ABRUF' and abruf_am is null;

-- A message in a citizen's mailbox.
create table ausgang.nachricht (
  mandant_id uuid not null,
  id uuid not null,
  konto_id uuid not null,
  vorgang_id uuid not null,
  sendung_id uuid,
  art text not null check (art ~ '^[a-z][a-z_]{1,40}$'),
  betreff text not null check (length(betreff) between 1 and 300),
  text text not null check (length(text) <= 20000),
  dokument_ids uuid[] not null default '{}',
  bereitgestellt_am timestamptz not null,
  benachrichtigt_am timestamptz,
  abgerufen_am timestamptz,
  -- Provision ended without fetch (§ 41(2a) VwVfG): the document can no longer be fetched here.
  beendet_am timestamptz,
  gelesen smallint not null generated always as (case when abgerufen_am is null then 0 else 1 end) stored,
  primary key (mandant_id, id),
  foreign key (mandant_id, sendung_id) references ausgang.sendung (mandant_id, id)
);
select platform.mandantentabelle('ausgang.nachricht');
create index on ausgang.nachricht (mandant_id, konto_id, gelesen, id desc);
create index on ausgang.nachricht (mandant_id, vorgang_id, id);
create unique index on ausgang.nachricht (mandant_id, sendung_id) where sendung_id is not null;

create table ausgang.versandnachweis (
  mandant_id uuid not null,
  id uuid not null,
  sendung_id uuid,
  nachricht_id uuid,
  vorgang_id uuid not null,
  art text not null check (art in ('FREIGABE', 'ERSATZWEG', 'UEBERGABE', 'AUFGABE_ZUR_POST', 'BEREITSTELLUNG', 'BENACHRICHTIGUNG', 'BENACHRICHTIGUNG_GESCHEITERT', 'ABRUF', 'BEREITSTELLUNG_BEENDET', 'RUECKLAUF', 'ZUGANG', 'BESTRITTEN', 'ANSCHRIFT')),
  kanal text not null check (kanal in ('postfach', 'post', 'email')),
  -- Account id for the mailbox, lines for a letter, an e-mail address for the notification.
  adresse text not null default '',
  dokument_hash text,
  transport_id text,
  tag date not null,
  zeitpunkt timestamptz not null,
  bemerkung text,
  akteur_art text not null,
  akteur_id text not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, sendung_id) references ausgang.sendung (mandant_id, id),
  foreign key (mandant_id, nachricht_id) references ausgang.nachricht (mandant_id, id),
  check (sendung_id is not null or nachricht_id is not null)
);
comment on table ausgang.versandnachweis is 'append-only: proof of dispatch and fetch (D3-04, A7-07)';
select platform.mandantentabelle('ausgang.versandnachweis');
create index on ausgang.versandnachweis (mandant_id, sendung_id, id);
create index on ausgang.versandnachweis (mandant_id, nachricht_id, id);
create unique index ein_erster_abruf on ausgang.versandnachweis (mandant_id, nachricht_id) where art = 'ABRUF';

-- The day on which a Sendung counts as announced, as it was computed at some time; the newest row is what holds (X2-01, X2-02).
create table ausgang.bekanntgabe (
  mandant_id uuid not null,
  id uuid not null,
  sendung_id uuid not null,
  nr integer not null check (nr > 0),
  status text not null,
  datum date,
  regel text not null,
  regel_version text,
  begruendung text not null,
  -- What led to this computation.
  anlass text not null,
  -- Set by a person against the rule, with the reason in `anlass`.
  festgelegt boolean not null default false,
  akteur_art text not null,
  akteur_id text not null,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, sendung_id, nr),
  foreign key (mandant_id, sendung_id) references ausgang.sendung (mandant_id, id),
  check ((status = 'BEKANNTGEGEBEN') = (datum is not null))
);
comment on table ausgang.bekanntgabe is 'append-only: how the day of announcement came about and changed';
select platform.mandantentabelle('ausgang.bekanntgabe');

-- Online payments: attempts at a provider (XBezahldienste), what has to be cleared, and the daily comparison.

create table bezahlung.anbieter (
  mandant_id uuid not null primary key,
  -- Null: the simulator of a demo.
  basis_url text check (basis_url ~ '^https?://' and length(basis_url) <= 300),
  originator_id text not null check (originator_id ~ '^[A-Za-z0-9_-]{1,36}$'),
  endpoint_id text not null check (endpoint_id ~ '^[A-Za-z0-9_-]{1,36}$'),
  -- Sealed with the installation's key; never shown again.
  zugang bytea
);
select platform.mandantentabelle('bezahlung.anbieter');

create table bezahlung.zahlung (
  mandant_id uuid not null,
  -- Also the requestId that the provider gets.
  id uuid not null,
  forderung_id uuid not null,
  kassenzeichen text not null,
  betrag bigint not null check (betrag between 1 and 99999900),
  status text not null check (status in ('NEU', 'INITIAL', 'PAYED', 'CANCELED', 'FAILED')),
  transaktion text check (length(transaktion) between 1 and 100),
  weiterleitung text check (weiterleitung ~ '^https?://' and length(weiterleitung) <= 2000),
  bezahlart text check (length(bezahlart) <= 60),
  fehlercode text check (length(fehlercode) <= 60),
  begonnen_am timestamptz not null,
  geprueft_am timestamptz,
  -- When the provider is asked again by itself; null: only by the daily comparison.
  naechste_pruefung timestamptz,
  beendet_am timestamptz,
  primary key (mandant_id, id),
  check ((status in ('INITIAL', 'PAYED')) <= (transaktion is not null))
);
select platform.mandantentabelle('bezahlung.zahlung');
create unique index on bezahlung.zahlung (mandant_id, transaktion) where transaktion is not null;
create index on bezahlung.zahlung (mandant_id, forderung_id, id);
create index on bezahlung.zahlung (mandant_id, naechste_pruefung) where naechste_pruefung is not null;
-- Two windows share one running attempt: nobody pays twice by opening a second one.
create unique index eine_laufende_zahlung on bezahlung.zahlung (mandant_id, forderung_id) where status in ('NEU', 'INITIAL');

create table bezahlung.klaerung (
  mandant_id uuid not null,
  id uuid not null,
  art text not null check (art in ('betragAbweichend', 'zuVielBezahlt', 'spaetBezahlt', 'widerspruch', 'fehltBeimAnbieter', 'fehltImHauptbuch', 'bezahltNichtEingereicht')),
  forderung_id uuid not null,
  kassenzeichen text not null,
  referenz text not null,
  betrag bigint not null,
  text text not null check (length(text) between 1 and 500),
  entstanden_am timestamptz not null,
  erledigt_am timestamptz,
  erledigt_von text,
  erledigt_grund text check (length(erledigt_grund) between 1 and 500),
  primary key (mandant_id, id),
  unique (mandant_id, art, referenz),
  check ((erledigt_am is null) = (erledigt_grund is null))
);
select platform.mandantentabelle('bezahlung.klaerung');
create index on bezahlung.klaerung (mandant_id, id) where erledigt_am is null;

create table bezahlung.abgleich (
  mandant_id uuid not null,
  tag date not null,
  verglichen integer not null check (verglichen >= 0),
  summe bigint not null,
  abweichungen integer not null check (abweichungen >= 0),
  nicht_erreicht integer not null check (nicht_erreicht >= 0),
  beendet_am timestamptz not null,
  primary key (mandant_id, tag)
);
select platform.mandantentabelle('bezahlung.abgleich');

-- What the simulated provider remembers; in production the simulator does not answer and this stays empty.
create table bezahlung.simulator (
  mandant_id uuid not null,
  transaktion text not null,
  originator_id text not null,
  endpoint_id text not null,
  request_id text not null,
  anfrage jsonb not null,
  status text not null check (status in ('INITIAL', 'PAYED', 'CANCELED', 'FAILED')),
  -- Reports CANCELED once and PAYED from the second question on.
  spaeter_bezahlt boolean not null default false,
  gezahlt_cent bigint,
  created_at timestamptz not null,
  primary key (mandant_id, transaktion),
  unique (mandant_id, originator_id, endpoint_id, request_id)
);
select platform.mandantentabelle('bezahlung.simulator');

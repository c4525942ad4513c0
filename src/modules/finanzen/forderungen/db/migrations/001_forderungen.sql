-- Claims of the town and what happened to them. What is owed and what was paid is the sum of rows that only grow.

create table forderungen.forderung (
  mandant_id uuid not null,
  id uuid not null,
  kassenzeichen text not null check (kassenzeichen ~ '^[0-9]{13}$'),
  -- Before the application is sent the claim hangs on the draft; afterwards on the Vorgang. Both stay, so the way can be followed.
  entwurf_id uuid,
  vorgang_id uuid,
  vorgangsnummer text,
  einheit_id uuid,
  -- Whose it is in the portal: an account or a guest session while it lasts.
  inhaber_art text check (inhaber_art in ('buerger', 'gast')),
  inhaber_id text,
  schuldner text not null check (length(schuldner) between 1 and 300),
  schuldner_email text check (length(schuldner_email) <= 254),
  anschrift text[] not null default '{}',
  leistung text not null,
  bezeichnung text not null,
  -- What it is made of, as computed then: lines, reductions with reason, legal basis (A6-01, A6-14).
  aufstellung jsonb not null,
  wege text[] not null,
  produkt text,
  sachkonto text,
  faellig_am date not null,
  -- The result of the rows, kept for lists; written by one function under the row's lock.
  status text not null check (status in ('offen', 'teilbezahlt', 'bezahlt', 'ueberzahlt', 'erstattet', 'storniert')),
  saldo bigint not null,
  beleg_id uuid,
  erinnert_am timestamptz,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, kassenzeichen),
  unique (mandant_id, entwurf_id),
  unique (mandant_id, vorgang_id),
  check (entwurf_id is not null or vorgang_id is not null),
  check ((inhaber_art is null) = (inhaber_id is null))
);
select platform.mandantentabelle('forderungen.forderung');
create index on forderungen.forderung (mandant_id, inhaber_id) where inhaber_id is not null;
create index on forderungen.forderung (mandant_id, status, faellig_am, id);

create table forderungen.buchung (
  mandant_id uuid not null,
  id uuid not null,
  forderung_id uuid not null,
  art text not null check (art in ('soll', 'sollminderung', 'storno', 'zahlung', 'ruecklastschrift', 'erstattung')),
  -- Cents, always positive; the kind says which way it counts.
  betrag bigint not null check (betrag > 0),
  weg text check (weg in ('online', 'ueberweisung', 'bar', 'ec')),
  -- Of the payment: transaction of the provider, line of the bank statement, number of the receipt. The same one books once.
  referenz text check (length(referenz) between 1 and 140),
  wertstellung date not null,
  grund text check (length(grund) between 1 and 500),
  akteur_art text not null,
  akteur_id text not null,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  foreign key (mandant_id, forderung_id) references forderungen.forderung (mandant_id, id)
);
select platform.mandantentabelle('forderungen.buchung');
comment on table forderungen.buchung is 'append-only: a ledger is corrected by further rows';
create index on forderungen.buchung (mandant_id, forderung_id, id);
create unique index buchung_referenz on forderungen.buchung (mandant_id, art, weg, referenz) where referenz is not null;

-- Money back: asked for by one, decided by another (A6-11).
create table forderungen.erstattung (
  mandant_id uuid not null,
  id uuid not null,
  forderung_id uuid not null,
  betrag bigint not null check (betrag > 0),
  -- The payment that is given back.
  zahlung_id uuid not null,
  grund text not null check (length(grund) between 1 and 500),
  status text not null check (status in ('beantragt', 'freigegeben', 'abgelehnt')),
  beantragt_von text not null,
  beantragt_fuer text,
  beantragt_am timestamptz not null,
  entschieden_von text,
  entschieden_fuer text,
  entschieden_am timestamptz,
  entscheidungsgrund text check (length(entscheidungsgrund) between 1 and 500),
  primary key (mandant_id, id),
  foreign key (mandant_id, forderung_id) references forderungen.forderung (mandant_id, id),
  foreign key (mandant_id, zahlung_id) references forderungen.buchung (mandant_id, id),
  check ((status = 'beantragt') = (entschieden_von is null)),
  -- Four eyes, whatever the program does: neither the same person nor one standing in for the other.
  constraint vier_augen check (status <> 'freigegeben' or (entschieden_von <> beantragt_von and entschieden_von is distinct from beantragt_fuer
    and entschieden_fuer is distinct from beantragt_von and (entschieden_fuer is null or entschieden_fuer is distinct from beantragt_fuer)))
);
select platform.mandantentabelle('forderungen.erstattung');
create index on forderungen.erstattung (mandant_id, forderung_id);
create index on forderungen.erstattung (mandant_id, status, id);

-- Where transfers go.
create table forderungen.kassenkonto (
  mandant_id uuid not null primary key,
  kontoinhaber text not null check (length(kontoinhaber) between 1 and 70),
  iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$'),
  schalter text not null check (length(schalter) between 1 and 300)
);
select platform.mandantentabelle('forderungen.kassenkonto');

-- Bank statements (CAMT.053) as the bank delivered them. First a preview, then booked, once: by the bank's id and by the bytes.
create table kontoauszug.auszug (
  mandant_id uuid not null,
  id uuid not null,
  -- IBAN of the account and the bank's id of the statement.
  iban text not null check (length(iban) between 1 and 34),
  auszug_nr text not null check (length(auszug_nr) between 1 and 140),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  dateiname text not null check (length(dateiname) between 1 and 255),
  anfang bigint not null,
  ende bigint not null,
  status text not null check (status in ('vorschau', 'gebucht')),
  hochgeladen_am timestamptz not null,
  gebucht_am timestamptz,
  primary key (mandant_id, id),
  unique (mandant_id, iban, auszug_nr),
  check ((status = 'gebucht') = (gebucht_am is not null))
);
select platform.mandantentabelle('kontoauszug.auszug');

create table kontoauszug.zeile (
  mandant_id uuid not null,
  auszug_id uuid not null,
  nr integer not null check (nr > 0),
  buchungstag date not null,
  -- Cents; negative when money left the account.
  betrag bigint not null,
  text text not null check (length(text) <= 2000),
  gegenseite text not null check (length(gegenseite) <= 200),
  -- What became of it, in the words of the domain.
  ergebnis text not null check (ergebnis in ('gebucht', 'zurueckgebucht', 'klaerung', 'ausgang')),
  primary key (mandant_id, auszug_id, nr),
  foreign key (mandant_id, auszug_id) references kontoauszug.auszug (mandant_id, id)
);
select platform.mandantentabelle('kontoauszug.zeile');

-- A Vorgang that was filed in the wrong Akte moves; the sign it had stays findable and is never issued again (C1-05, C1-10).
create table akten.umhaengung (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  von_akte_id uuid not null,
  nach_akte_id uuid not null,
  kennzeichen_vorher text not null,
  zeitpunkt timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, kennzeichen_vorher),
  foreign key (mandant_id, vorgang_id) references akten.vorgang (mandant_id, id),
  foreign key (mandant_id, von_akte_id) references akten.akte (mandant_id, id),
  foreign key (mandant_id, nach_akte_id) references akten.akte (mandant_id, id),
  check (von_akte_id <> nach_akte_id)
);
select platform.mandantentabelle('akten.umhaengung');
comment on table akten.umhaengung is 'append-only: where a Vorgang was filed before';
create index umhaengung_vorgang on akten.umhaengung (mandant_id, vorgang_id);

create trigger vorgang_nur_in_offene_akte before update of akte_id on akten.vorgang for each row
  when (new.akte_id is distinct from old.akte_id) execute function akten.vorgang_in_offener_akte();

-- Files that came in while no virus scanner was there are scanned later. Versions of documents are never changed, so the verdict
-- stands beside them, once per content.
create table akten.virenpruefung (
  mandant_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  ergebnis text not null check (ergebnis in ('sauber', 'befallen')),
  signatur text check (length(signatur) <= 200),
  zeitpunkt timestamptz not null,
  primary key (mandant_id, sha256),
  check ((ergebnis = 'befallen') = (signatur is not null))
);
select platform.mandantentabelle('akten.virenpruefung');
comment on table akten.virenpruefung is 'append-only: what the scanner said is on record';
create index dokumentversion_ungeprueft on akten.dokumentversion (mandant_id, sha256) where pruefstatus = 'ungeprueft';

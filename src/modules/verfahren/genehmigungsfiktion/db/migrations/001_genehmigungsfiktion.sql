-- An application that counts as granted when nobody has decided in time (§ 42a VwVfG NRW), where a law orders it.

create table genehmigungsfiktion.fiktion (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  -- The rule of the version of the service under which the application was made.
  norm text not null check (length(norm) between 1 and 300),
  monate integer not null check (monate > 0),
  verlaengerung_monate integer not null check (verlaengerung_monate >= 0),
  ruht_bei_rueckfrage boolean not null,
  warnung_tage integer not null check (warnung_tage > 0),
  -- The day on which the documents were complete; the period begins with it. null: not yet.
  vollstaendig_am date,
  vollstaendig_von text,
  verlaengert_am date,
  verlaengerung_grund text check (length(verlaengerung_grund) <= 4000),
  -- Resting since; days of former rests.
  ruht_seit date,
  ruhetage integer not null default 0 check (ruhetage >= 0),
  -- Last day on which it can be decided; computed from the above, null while nothing runs.
  ende date,
  gewarnt_am timestamptz,
  eingetreten_am date,
  beendet_am timestamptz,
  beendet_weil text check (beendet_weil in ('eingetreten', 'entschieden', 'zurueckgenommen')),
  bescheinigung_am timestamptz,
  angelegt_am timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgang_id),
  check ((vollstaendig_am is null) = (ende is null)),
  check ((beendet_am is null) = (beendet_weil is null)),
  check ((eingetreten_am is not null) = (beendet_weil is not null and beendet_weil = 'eingetreten')),
  check ((verlaengert_am is null) = (verlaengerung_grund is null)),
  check (bescheinigung_am is null or eingetreten_am is not null)
);
select platform.mandantentabelle('genehmigungsfiktion.fiktion');
create index on genehmigungsfiktion.fiktion (mandant_id, ende) where beendet_am is null and ruht_seit is null;

-- What has come about by law is not taken back here, and an extension is given once.
create function genehmigungsfiktion.fiktion_pruefen() returns trigger language plpgsql as $$
begin
  if old.eingetreten_am is not null and (new.eingetreten_am, new.ende, new.beendet_weil) is distinct from (old.eingetreten_am, old.ende, old.beendet_weil) then
    raise exception 'The approval has come about' using errcode = 'SK409';
  end if;
  if old.verlaengert_am is not null and new.verlaengert_am is distinct from old.verlaengert_am then
    raise exception 'The period is extended once' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger fiktion_pruefen before update on genehmigungsfiktion.fiktion for each row execute function genehmigungsfiktion.fiktion_pruefen();

-- Applications: what somebody declared, as it was declared, and what became of it. Documents lie in the Akte; here are their ids.

create table antraege.antrag (
  mandant_id uuid not null,
  id uuid not null,
  vorgang_id uuid not null,
  vorgangsnummer text not null check (length(vorgangsnummer) between 1 and 60),
  aktenzeichen text not null,
  eingang_id uuid not null,
  einheit_id uuid not null,
  leistung text not null check (length(leistung) between 1 and 80),
  leistungsversion_id uuid not null,
  bezeichnung text not null,
  kanal text not null check (kanal in ('portal', 'api', 'post', 'email', 'schalter')),
  -- Who handed it in: account, guest session or service account.
  einreicher_art text not null,
  einreicher_id text not null,
  -- Whose it is and who may read it in the portal: an account, or a guest session while it lasts. null: only by letter.
  inhaber_art text check (inhaber_art in ('buerger', 'gast')),
  inhaber_id text,
  kontakt_name text not null check (length(kontakt_name) between 1 and 300),
  kontakt_email text check (length(kontakt_email) <= 254),
  zustellung text not null check (zustellung in ('postfach', 'post')),
  -- Lines of the address for letters, the name not among them.
  anschrift text[] not null default '{}',
  sprache text not null default 'de' check (sprache in ('de', 'en')),
  formular_version text not null,
  daten jsonb not null,
  -- The declaration as the person saw it on the check page (A4-13); never rendered again from a newer form.
  zusammenfassung jsonb not null,
  -- One draft gives one application, however often it is sent (A4-11).
  entwurf_id uuid,
  eingang_am timestamptz not null,
  -- The legal day in Germany (X1-01); deadlines count from it.
  eingang_datum date not null,
  status text not null check (status in ('EINGEGANGEN', 'IN_PRUEFUNG', 'RUECKFRAGE', 'ENTSCHIEDEN', 'BEKANNTGEGEBEN', 'BESTANDSKRAEFTIG',
    'RECHTSBEHELF', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT')),
  bestaetigung_id uuid,
  kopie_id uuid,
  created_at timestamptz not null,
  primary key (mandant_id, id),
  unique (mandant_id, vorgang_id),
  unique (mandant_id, vorgangsnummer),
  unique (mandant_id, entwurf_id),
  check ((inhaber_art is null) = (inhaber_id is null)),
  check (zustellung <> 'postfach' or inhaber_art = 'buerger')
);
select platform.mandantentabelle('antraege.antrag');
create index antrag_inhaber on antraege.antrag (mandant_id, inhaber_id, id desc) where inhaber_id is not null;

create function antraege.erklaerung_bleibt() returns trigger language plpgsql as $$
begin
  if (new.daten, new.zusammenfassung, new.eingang_am, new.eingang_datum, new.vorgang_id, new.leistungsversion_id, new.kontakt_name)
     is distinct from (old.daten, old.zusammenfassung, old.eingang_am, old.eingang_datum, old.vorgang_id, old.leistungsversion_id, old.kontakt_name) then
    raise exception 'A declaration that was received is never changed' using errcode = 'SK409';
  end if;
  return new;
end $$;
create trigger erklaerung_bleibt before update on antraege.antrag for each row execute function antraege.erklaerung_bleibt();

create table antraege.statuswechsel (
  mandant_id uuid not null,
  id uuid not null,
  antrag_id uuid not null,
  von text,
  nach text not null,
  zeitpunkt timestamptz not null,
  akteur_art text not null,
  akteur_id text not null,
  grund text,
  primary key (mandant_id, id),
  foreign key (mandant_id, antrag_id) references antraege.antrag (mandant_id, id)
);
select platform.mandantentabelle('antraege.statuswechsel');
create index on antraege.statuswechsel (mandant_id, antrag_id, id);
comment on table antraege.statuswechsel is 'append-only: who changed the state of an application, when and why';

create table antraege.rueckfrage (
  mandant_id uuid not null,
  id uuid not null,
  antrag_id uuid not null,
  frage text not null check (length(frage) between 1 and 2000),
  -- Name of the question or upload slot of the form that it is about, and its label at that time.
  bezug text check (length(bezug) <= 100),
  bezug_text text,
  frist date not null,
  gestellt_am timestamptz not null,
  gestellt_von text not null,
  antwort text check (length(antwort) <= 10000),
  beantwortet_am timestamptz,
  -- The legal day of the answer.
  beantwortet_datum date,
  -- No longer expected: the application was withdrawn or decided.
  entfallen_am timestamptz,
  primary key (mandant_id, id),
  foreign key (mandant_id, antrag_id) references antraege.antrag (mandant_id, id),
  check ((beantwortet_am is null) = (beantwortet_datum is null))
);
select platform.mandantentabelle('antraege.rueckfrage');
create index on antraege.rueckfrage (mandant_id, antrag_id, id);

create table antraege.anhang (
  mandant_id uuid not null,
  id uuid not null,
  antrag_id uuid not null,
  -- Set when it came as an answer.
  rueckfrage_id uuid,
  slot text not null check (length(slot) between 1 and 100),
  bezeichnung text not null,
  dateiname text not null check (length(dateiname) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  mime text not null,
  pruefstatus text not null check (pruefstatus in ('sauber', 'ungeprueft')),
  dokument_id uuid not null,
  eingang_datum date not null,
  bewertung text check (bewertung in ('angenommen', 'abgelehnt', 'unleserlich')),
  bewertung_grund text check (length(bewertung_grund) <= 1000),
  bewertet_am timestamptz,
  bewertet_von text,
  primary key (mandant_id, id),
  foreign key (mandant_id, antrag_id) references antraege.antrag (mandant_id, id),
  foreign key (mandant_id, rueckfrage_id) references antraege.rueckfrage (mandant_id, id),
  check ((bewertung is null) = (bewertet_am is null))
);
select platform.mandantentabelle('antraege.anhang');
create index on antraege.anhang (mandant_id, antrag_id, id);

-- A withdrawal is a declaration of its own, with its own receipt (A4-14).
create table antraege.ruecknahme (
  mandant_id uuid not null,
  antrag_id uuid not null,
  grund text check (length(grund) <= 2000),
  erklaert_am timestamptz not null,
  erklaert_datum date not null,
  akteur_art text not null,
  akteur_id text not null,
  dokument_id uuid,
  vermerkt_am timestamptz,
  primary key (mandant_id, antrag_id),
  foreign key (mandant_id, antrag_id) references antraege.antrag (mandant_id, id)
);
select platform.mandantentabelle('antraege.ruecknahme');

-- Applicants are reminded of an open question once, shortly before its day.

alter table antraege.rueckfrage add column erinnert_am timestamptz;
create index rueckfrage_zu_erinnern on antraege.rueckfrage (mandant_id, frist)
  where beantwortet_am is null and entfallen_am is null and erinnert_am is null;

-- What the town was told and noted without deciding anything: the note is all that the person hears, so it is kept with the declaration.
alter table antraege.antrag add column vermerk text check (length(vermerk) between 1 and 4000);
alter table antraege.antrag drop constraint antrag_status_check;
alter table antraege.antrag add constraint antrag_status_check check (status in ('EINGEGANGEN', 'IN_PRUEFUNG', 'RUECKFRAGE', 'ENTSCHIEDEN',
  'BEKANNTGEGEBEN', 'BESTANDSKRAEFTIG', 'RECHTSBEHELF', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT', 'ERLEDIGT'));
alter table antraege.antrag add check (status <> 'ERLEDIGT' or vermerk is not null);

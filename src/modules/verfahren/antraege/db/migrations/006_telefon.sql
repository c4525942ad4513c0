alter table antraege.antrag drop constraint antrag_kanal_check;
alter table antraege.antrag add constraint antrag_kanal_check check (kanal in ('portal', 'api', 'post', 'email', 'schalter', 'telefon'));

-- Applicants without an account open their application by a link that is mailed to them. Only the hash of its key is kept.

alter table antraege.antrag add column gast_schluessel bytea check (length(gast_schluessel) = 32);
-- Last day on which the link works; every mail moves it on.
alter table antraege.antrag add column gast_bis date;
alter table antraege.antrag add constraint gastzugang_ganz check ((gast_schluessel is null) = (gast_bis is null));

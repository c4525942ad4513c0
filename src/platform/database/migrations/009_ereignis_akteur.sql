-- „What has this person done?“ is asked of the log.
create index ereignis_akteur on platform.ereignis (mandant_id, akteur_id, id) where akteur_id is not null;

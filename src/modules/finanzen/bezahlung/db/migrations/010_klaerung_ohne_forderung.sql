-- A line of a bank statement may belong to no claim that anybody knows: it is cleared all the same.
alter table bezahlung.klaerung alter column forderung_id drop not null;
alter table bezahlung.klaerung alter column kassenzeichen drop not null;
alter table bezahlung.klaerung add check ((forderung_id is null) = (kassenzeichen is null));
alter table bezahlung.klaerung drop constraint klaerung_art_check;
alter table bezahlung.klaerung add constraint klaerung_art_check check (art in ('betragAbweichend', 'zuVielBezahlt', 'spaetBezahlt', 'widerspruch',
  'fehltBeimAnbieter', 'fehltImHauptbuch', 'bezahltNichtEingereicht', 'nichtZugeordnet', 'aufteilungUnklar', 'rueckbuchungUnklar'));

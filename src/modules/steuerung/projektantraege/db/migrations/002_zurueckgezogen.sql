-- An approval can be taken back after the fact, with its reason; what was decided before stays in `entscheidung`.
alter table projektantraege.antrag drop constraint antrag_stand_check;
alter table projektantraege.antrag add constraint antrag_stand_check check (stand in ('laufend', 'angenommen', 'zurueckgestellt', 'abgelehnt', 'zurueckgezogen'));
alter table projektantraege.entscheidung drop constraint entscheidung_ergebnis_check;
alter table projektantraege.entscheidung add constraint entscheidung_ergebnis_check check (ergebnis in ('annehmen', 'auflagen', 'zurueckstellen', 'ablehnen', 'ueberarbeiten', 'zurueckziehen'));
alter table projektantraege.entscheidung add constraint entscheidung_zurueckziehen_check check (ergebnis <> 'zurueckziehen' or length(grund) > 0);

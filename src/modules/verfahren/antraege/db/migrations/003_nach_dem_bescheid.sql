-- Decided applications wait for the day of announcement and then for the end of the remedy; few at a time among many.

create index antrag_nach_bescheid on antraege.antrag (mandant_id, id) where status in ('ENTSCHIEDEN', 'BEKANNTGEGEBEN');

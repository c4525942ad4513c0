-- Two who ask at the same moment: one hearing of a Vorgang waits for its answer.
create unique index anhoerung_eine_offene on anhoerung.anhoerung (mandant_id, vorgang_id) where art = 'anhoerung' and antwort_am is null;

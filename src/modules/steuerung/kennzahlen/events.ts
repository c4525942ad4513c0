import { event } from '../../../platform/events/event.js'

const kennzahl = (id: string) => ({ art: 'kennzahl', id })
const modell = (id: string) => ({ art: 'reifegradmodell', id })

export const kennzahlFestgelegt = event(
  'kennzahlen.kennzahl.festgelegt/1',
  (id: string, daten: { zielId: string | null; quelle: string | null }) => ({ objekt: kennzahl(id), daten })
)
export const kennzahlGeaendert = event(
  'kennzahlen.kennzahl.geaendert/1',
  (id: string, daten: { version: number; felder: readonly string[] }) => ({ objekt: kennzahl(id), daten })
)
export const kennzahlStillgelegt = event(
  'kennzahlen.kennzahl.stillgelegt/1', (id: string, daten: { version: number }) => ({ objekt: kennzahl(id), daten })
)
export const kennzahlWiederaufgenommen = event(
  'kennzahlen.kennzahl.wiederaufgenommen/1',
  (id: string, daten: { version: number }) => ({ objekt: kennzahl(id), daten })
)

/** `fassung` above 1: a correction. */
export const wertErfasst = event('kennzahlen.wert.erfasst/1', (
  id: string, daten: { wertId: string; stichtag: string; einheitId: string | null; fassung: number }
) => ({ objekt: kennzahl(id), daten }))
/** Somebody was asked to enter the value of a Stichtag. */
export const wertAngefordert = event(
  'kennzahlen.wert.angefordert/1', (id: string, daten: { stichtag: string }) => ({ objekt: kennzahl(id), daten })
)
/** What a source gave for a Stichtag: how many rows were written, how many of them say that there is no value. */
export const wertGemessen = event('kennzahlen.wert.gemessen/1', (
  id: string, daten: { stichtag: string; quelle: string; werte: number; fehlen: number }
) => ({ objekt: kennzahl(id), daten }))

export const modellFestgelegt = event(
  'kennzahlen.modell.festgelegt/1',
  (id: string, daten: { kennung: string; nummer: number }) => ({ objekt: modell(id), daten })
)
export const reifegradBewertet = event('kennzahlen.reifegrad.bewertet/1', (
  id: string, daten: { baustein: string; jahr: number; stufe: string; fassung: number }
) => ({ objekt: modell(id), daten }))

export const vorhabenEvaluiert = event('kennzahlen.vorhaben.evaluiert/1', (
  objektId: string, daten: { zyklus: number; ergebnis: string; fassung: number }
) => ({ objekt: { art: 'vorhaben', id: objektId }, daten }))

import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Ergebnis } from '../domain/evaluation.js'
import type { Modellinhalt } from '../domain/modell.js'
import type { Art, Herkunft, Richtung } from '../domain/kennzahl.js'
import type { Haeufigkeit } from '../domain/zeitraum.js'

type Tag = Temporal.PlainDate

export interface KennzahlenTables {
  'kennzahlen.kennzahl': {
    mandant_id: MandantId; id: string; ziel_id: string | null; kriterium_id: string | null; name: string;
    definition: string
    art: Art; masseinheit: string; nachkomma: number; richtung: Richtung; summierbar: boolean; einheit_id: string | null
    haeufigkeit: Haeufigkeit; quelle: string | null; ausgangswert: string | null; ausgang_am: Tag | null
    zielwert: string | null; ziel_am: Tag | null; version: Generated<number>
    stillgelegt_am: Tag | null; stillgelegt_grund: string | null; created_at: Temporal.Instant
  }
  'kennzahlen.aenderung': {
    mandant_id: MandantId; id: string; kennzahl_id: string; version: number; feld: string; alt: string; neu: string
    akteur_id: string; am: Temporal.Instant
  }
  'kennzahlen.wert': {
    mandant_id: MandantId; id: string; kennzahl_id: string; einheit_id: string | null; stichtag: Tag; von: Tag | null
    fassung: number; zahl: string | null; zaehler: string | null; nenner: string | null; fehlt: string | null
    herkunft: Herkunft; quelle: string | null; nachweis: string; nachweis_link: string; grund: string
    erfasst_von: string; erfasst_am: Temporal.Instant
  }
  'kennzahlen.erinnerung': { mandant_id: MandantId; kennzahl_id: string; stichtag: Tag; am: Temporal.Instant }
  'kennzahlen.modell': { mandant_id: MandantId; id: string; kennung: string; created_at: Temporal.Instant }
  'kennzahlen.modellfassung': {
    mandant_id: MandantId; modell_id: string; nummer: number; inhalt: ColumnType<Modellinhalt, unknown, never>
    angelegt_von: string; angelegt_am: Temporal.Instant
  }
  'kennzahlen.bewertung': {
    mandant_id: MandantId; id: string; modell_id: string; modellfassung: number; baustein: string; jahr: number
    fassung: number; stufe: string; begruendung: string; nachweis: string; nachweis_link: string
    bewertet_von: string; bewertet_am: Temporal.Instant
  }
  'kennzahlen.evaluation': {
    mandant_id: MandantId; id: string; strategie_id: string; zyklus: number; objekt_id: string; fassung: number
    kriterium: string; ergebnis: Ergebnis; begruendung: string; lehre: string
    erfasst_von: string; erfasst_am: Temporal.Instant
  }
}

export const kennzahlen = tables<KennzahlenTables>

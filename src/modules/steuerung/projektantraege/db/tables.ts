import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Stelle } from '../domain/stammblatt.js'

export type Stand = 'laufend' | 'angenommen' | 'zurueckgestellt' | 'abgelehnt' | 'zurueckgezogen'
export type Gateergebnis = 'annehmen' | 'auflagen' | 'zurueckstellen' | 'ablehnen' | 'ueberarbeiten' | 'zurueckziehen'

export interface ProjektantraegeTables {
  'projektantraege.weg': { mandant_id: MandantId; schluessel: string; name: string; einheit_id: string; aktenplaneinheit: string; rang: number; antwort_wochen: Generated<number> }
  'projektantraege.antrag': {
    mandant_id: MandantId; id: string; vorgang_id: string; vorgangsnummer: string; weg: string; titel: string; mitteilung: string; melder_id: string
    stammblatt: ColumnType<Record<string, string>, unknown, unknown>; stand: Stand; grund: string | null; auflagen: string | null; entschieden_am: Temporal.PlainDate | null
    wiedervorlage_am: Temporal.PlainDate | null; vorgelegt_am: Temporal.Instant | null; objekt_id: string | null; created_at: Temporal.Instant
    antwort_bis: Temporal.PlainDate | null; antwort_erinnert_am: Temporal.Instant | null; zwischenbescheid: string | null
  }
  'projektantraege.abfrage': { mandant_id: MandantId; id: string; titel: string; einleitung: string; fragen: string[]; faellig_am: Temporal.PlainDate; erinnert_am: Temporal.Instant | null; created_at: Temporal.Instant }
  'projektantraege.abfrageeinheit': { mandant_id: MandantId; abfrage_id: string; einheit_id: string; kuerzel: string; name: string; beantwortet_am: Temporal.Instant | null; beantwortet_von: string | null }
  'projektantraege.abfrageantwort': { mandant_id: MandantId; abfrage_id: string; einheit_id: string; frage: number; text: string; antrag_id: string | null }
  'projektantraege.beteiligung': { mandant_id: MandantId; antrag_id: string; stelle: Stelle; beteiligt_am: Temporal.PlainDate | null; text: string | null; akteur_id: string; am: Temporal.Instant }
  'projektantraege.entscheidung': {
    mandant_id: MandantId; id: string; antrag_id: string; gate: string; ergebnis: Gateergebnis; auflagen: string | null; grund: string | null
    wiedervorlage_am: Temporal.PlainDate | null; akteur_id: string; am: Temporal.Instant
  }
}

export const projektantraege = tables<ProjektantraegeTables>

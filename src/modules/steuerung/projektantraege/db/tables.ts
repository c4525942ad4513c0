import type { ColumnType } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Stelle } from '../domain/stammblatt.js'

export type Stand = 'laufend' | 'angenommen' | 'zurueckgestellt' | 'abgelehnt' | 'zurueckgezogen'
export type Gateergebnis = 'annehmen' | 'auflagen' | 'zurueckstellen' | 'ablehnen' | 'ueberarbeiten' | 'zurueckziehen'

export interface ProjektantraegeTables {
  'projektantraege.weg': { mandant_id: MandantId; schluessel: string; name: string; einheit_id: string; aktenplaneinheit: string; rang: number }
  'projektantraege.antrag': {
    mandant_id: MandantId; id: string; vorgang_id: string; vorgangsnummer: string; weg: string; titel: string; mitteilung: string; melder_id: string
    stammblatt: ColumnType<Record<string, string>, unknown, unknown>; stand: Stand; grund: string | null; auflagen: string | null; entschieden_am: Temporal.PlainDate | null
    wiedervorlage_am: Temporal.PlainDate | null; vorgelegt_am: Temporal.Instant | null; objekt_id: string | null; created_at: Temporal.Instant
  }
  'projektantraege.beteiligung': { mandant_id: MandantId; antrag_id: string; stelle: Stelle; beteiligt_am: Temporal.PlainDate | null; text: string | null; akteur_id: string; am: Temporal.Instant }
  'projektantraege.entscheidung': {
    mandant_id: MandantId; id: string; antrag_id: string; gate: string; ergebnis: Gateergebnis; auflagen: string | null; grund: string | null
    wiedervorlage_am: Temporal.PlainDate | null; akteur_id: string; am: Temporal.Instant
  }
}

export const projektantraege = tables<ProjektantraegeTables>

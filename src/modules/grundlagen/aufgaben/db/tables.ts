import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

/** One way in which a task can end: what its maker reads, and what the button says. */
export interface Ergebnis { readonly wert: string; readonly text: string }

export interface AufgabenTables {
  'aufgaben.aufgabe': {
    mandant_id: MandantId; id: string; vorgang_id: string | null; vorgangsnummer: string | null; betreff: string; person: string | null; titel: string; maske: string
    gruppe: string; einheit_id: string; stufe: number; zugewiesen_an: string | null; ausgeschlossen: string[]; faellig_am: Temporal.PlainDate | null
    rang: ColumnType<Temporal.PlainDate, never, never>; quelle: string; instanz_id: string | null; token_id: string | null
    eingabe: ColumnType<Record<string, unknown>, unknown, unknown>; status: Generated<'offen' | 'erledigt' | 'entfallen'>; ergebnisse: ColumnType<readonly Ergebnis[], unknown, unknown>; eskaliert_am: Generated<Temporal.Instant | null>; adresse: Generated<string | null>; ergebnis: string | null; vermerk: string | null
    angelegt_am: Temporal.Instant; beendet_am: Temporal.Instant | null; beendet_von: string | null; beendet_fuer: string | null
  }
}

export const aufgaben = tables<AufgabenTables>

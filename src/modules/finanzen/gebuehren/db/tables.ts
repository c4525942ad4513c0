import type { ColumnType } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Gebuehr, Gebuehrensatz } from '../../../grundlagen/leistungen/index.js'
import type { Aufstellung } from '../../forderungen/index.js'

export interface GebuehrenTables {
  'gebuehren.satz': { mandant_id: MandantId; id: string; leistung: string; position: string; gilt_ab: Temporal.PlainDate; wert: ColumnType<Gebuehrensatz, unknown, unknown>; grund: string; angelegt_von: string; created_at: Temporal.Instant }
  'gebuehren.festsetzung': {
    mandant_id: MandantId; id: string; bezug_art: 'entwurf' | 'vorgang'; bezug_id: string; fassung: number; leistungsversion_id: string; regel: ColumnType<Gebuehr, unknown, unknown>
    aufstellung: ColumnType<Aufstellung, unknown, unknown>; summe: bigint; offen: string[]; grund: string | null; festgesetzt_von: string; created_at: Temporal.Instant
  }
}

export const gebuehren = tables<GebuehrenTables>

import type { ColumnType } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { BriefDaten } from '../../../../platform/pdf/index.js'

export interface Empfaengerzeile { readonly name: string; readonly anschrift: readonly string[]; readonly kontoId: string | null }

export interface SchreibenTables {
  'schreiben.schreiben': {
    mandant_id: MandantId; id: string; vorgang_id: string; bezug_art: string; bezug_id: string; typ: string; betreff: string
    brief: ColumnType<Omit<BriefDaten, 'absender'>, unknown, never>; nachricht: string; kanal: 'postfach' | 'post'
    empfaenger: ColumnType<Empfaengerzeile, unknown, never>; einheit_id: string; angelegt_am: Temporal.Instant
    dokument_id: string | null; sendung_id: string | null; versandt_am: Temporal.Instant | null
  }
}

export const schreibenTabellen = tables<SchreibenTables>

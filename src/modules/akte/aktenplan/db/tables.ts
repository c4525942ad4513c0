import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Aussonderungsart } from '../domain/einheit.js'

export interface AktenplanTables {
  'aktenplan.fassung': { mandant_id: MandantId; id: string; nummer: number; bezeichnung: string; muster: string; gueltig_von: Temporal.PlainDate; gueltig_bis: Temporal.PlainDate | null }
  'aktenplan.einheit': {
    mandant_id: MandantId; id: string; fassung_id: string; kennzeichen: string; ober_kennzeichen: string | null; bezeichnung: string; beschreibung: string
    blatt: boolean; aktiv: boolean; gueltig_von: Temporal.PlainDate; gueltig_bis: Temporal.PlainDate | null; stillgelegt_am: Temporal.PlainDate | null
    nachfolger_kennzeichen: string | null; unbefristet: boolean; aufbewahrung_jahre: number | null; aussonderungsart: Aussonderungsart | null; quelle: string
  }
}

export const aktenplan = tables<AktenplanTables>

import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export interface OrganisationTables {
  'organisation.einheit': {
    mandant_id: MandantId; id: string; kuerzel: string; name: string; ober_id: string | null
    telefon: string | null; email: string | null; anschrift: string | null
    gueltig_von: Temporal.PlainDate; gueltig_bis: Temporal.PlainDate | null
  }
  'organisation.einheit_fassung': {
    mandant_id: MandantId; id: string; einheit_id: string; kuerzel: string; name: string; ober_id: string | null; gueltig_bis: Temporal.PlainDate | null
    grund: string; geaendert_am: Temporal.Instant; geaendert_von: string
  }
  'organisation.rolle': { mandant_id: MandantId; id: string; schluessel: string; name: string; beschreibung: string; rechte: string[]; stufe: number }
  'organisation.zuweisung': { mandant_id: MandantId; id: string; konto_id: string; rolle_id: string; einheit_id: string | null; von: Temporal.PlainDate; bis: Temporal.PlainDate | null }
  'organisation.vertretung': {
    mandant_id: MandantId; id: string; vertretener_id: string; vertreter_id: string; von: Temporal.PlainDate; bis: Temporal.PlainDate
    grund: string; beendet_am: Temporal.Instant | null
  }
}

export const organisation = tables<OrganisationTables>

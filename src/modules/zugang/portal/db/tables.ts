import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export type Rueckmeldungsart = 'barriere' | 'fehler' | 'lob' | 'sonstiges'

export interface PortalTables {
  'portal.rueckmeldung': {
    mandant_id: MandantId; id: string; nummer: string; art: Rueckmeldungsart; seite: string | null; text: string
    name: string | null; email: string | null; eingegangen_am: Temporal.Instant; antwort_bis: Temporal.PlainDate
    erledigt_am: Temporal.Instant | null; erledigt_von: string | null; vermerk: string | null
  }
}

export const portal = tables<PortalTables>

import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export interface KontodatenTables {
  'kontodaten.auskunft': {
    mandant_id: MandantId; id: string; konto_id: string; status: 'wartet' | 'fertig' | 'abgelaufen'; angefordert_am: Temporal.Instant; fertig_am: Temporal.Instant | null
    sha256: string | null; bytes: bigint | null; gueltig_bis: Temporal.PlainDate | null
  }
  'kontodaten.loeschung': {
    mandant_id: MandantId; id: string; konto_id: string; beantragt_am: Temporal.Instant; vollzug_am: Temporal.PlainDate;
    zurueckgenommen_am: Temporal.Instant | null; vollzogen_am: Temporal.Instant | null
  }
}

export const kontodaten = tables<KontodatenTables>

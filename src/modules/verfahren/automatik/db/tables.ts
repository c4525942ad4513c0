import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export interface AutomatikTables {
  'automatik.pruefung': {
    mandant_id: MandantId; id: string; vorgang_id: string; leistungsversion_id: string; ergebnis: 'automatisch' | 'person'; gruende: string[]
    stichprobe: boolean; norm: string; am: Temporal.Instant
  }
}

export const automatik = tables<AutomatikTables>

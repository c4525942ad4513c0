import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Sicht } from '../domain/sicht.js'

export interface LagebildTables {
  'lagebild.ansicht': {
    mandant_id: MandantId; id: string; konto_id: string; name: string; sicht: Sicht; frage: string; rolle: string | null
    created_at: Temporal.Instant; geaendert_am: Temporal.Instant
  }
  'lagebild.startansicht': { mandant_id: MandantId; konto_id: string; ansicht_id: string }
}

export const lagebild = tables<LagebildTables>

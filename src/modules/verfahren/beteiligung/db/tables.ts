import type { Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Votum } from '../domain/votum.js'

export interface BeteiligungTables {
  'beteiligung.beteiligung': {
    mandant_id: MandantId; id: string; vorgang_id: string; einheit_id: string; frage: string; felder: string[]; dokument_ids: string[]
    frist: Temporal.PlainDate; erbeten_von: string; erbeten_fuer: string | null; erbeten_am: Temporal.Instant
    erinnert_am: Generated<Temporal.Instant | null>
    beendet_am: Generated<Temporal.Instant | null>; beendet_weil: Generated<'abgegeben' | 'entschieden' | null>
  }
  'beteiligung.stellungnahme': {
    mandant_id: MandantId; id: string; beteiligung_id: string; votum: Votum; text: string; auflagen: string; dokument_id: string | null
    verspaetet: boolean; wer_id: string; fuer_id: string | null; zeitpunkt: Temporal.Instant
  }
}

export const beteiligungen = tables<BeteiligungTables>

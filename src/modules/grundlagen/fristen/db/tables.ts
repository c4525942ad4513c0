import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { FristArt } from '../domain/fristarten.js'

export type FristStatus = 'offen' | 'erledigt' | 'hinfaellig'
export type Verlaufsart = 'gesetzt' | 'neu_berechnet' | 'erledigt' | 'hinfaellig' | 'wieder_offen'

export interface FristenTables {
  'fristen.frist': {
    mandant_id: MandantId; id: string; vorgang_id: string; art: FristArt; bezug_id: string | null
    beginn: Temporal.PlainDate; ende: Temporal.PlainDate; regel: string; begruendung: string
    status: FristStatus; gesetzt_am: Temporal.Instant; beendet_am: Temporal.Instant | null
  }
  'fristen.verlauf': {
    mandant_id: MandantId; id: string; frist_id: string; was: Verlaufsart
    beginn_vorher: Temporal.PlainDate | null; ende_vorher: Temporal.PlainDate | null
    beginn: Temporal.PlainDate; ende: Temporal.PlainDate; regel: string; begruendung: string; grund: string | null
    akteur_art: string; akteur_id: string; zeitpunkt: Temporal.Instant
  }
}

export const fristen = tables<FristenTables>

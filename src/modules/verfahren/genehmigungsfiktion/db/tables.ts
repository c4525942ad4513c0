import type { Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

type Nullbar<T> = Generated<T | null>

export interface FiktionTables {
  'genehmigungsfiktion.fiktion': {
    mandant_id: MandantId; id: string; vorgang_id: string; norm: string; monate: number; verlaengerung_monate: number
    ruht_bei_rueckfrage: boolean; warnung_tage: number
    vollstaendig_am: Nullbar<Temporal.PlainDate>; vollstaendig_von: Nullbar<string>
    verlaengert_am: Nullbar<Temporal.PlainDate>; verlaengerung_grund: Nullbar<string>
    ruht_seit: Nullbar<Temporal.PlainDate>; ruhetage: Generated<number>; ende: Nullbar<Temporal.PlainDate>
    gewarnt_am: Nullbar<Temporal.Instant>; eingetreten_am: Nullbar<Temporal.PlainDate>
    beendet_am: Nullbar<Temporal.Instant>; beendet_weil: Nullbar<'eingetreten' | 'entschieden' | 'zurueckgenommen'>
    bescheinigung_am: Nullbar<Temporal.Instant>; angelegt_am: Temporal.Instant
  }
}

export const fiktionen = tables<FiktionTables>

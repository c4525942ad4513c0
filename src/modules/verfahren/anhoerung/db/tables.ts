import type { Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Ausnahme } from '../domain/ausnahmen.js'

type Nullbar<T> = Generated<T | null>

export interface AnhoerungTables {
  'anhoerung.anhoerung': {
    mandant_id: MandantId; id: string; vorgang_id: string; art: 'anhoerung' | 'absehen'; text: Nullbar<string>; frist: Nullbar<Temporal.PlainDate>
    schreiben_id: Nullbar<string>; ausnahme: Nullbar<Ausnahme>; grund: Nullbar<string>; von: string; am: Temporal.Instant
    antwort: Nullbar<string>; antwort_am: Nullbar<Temporal.Instant>; antwort_datum: Nullbar<Temporal.PlainDate>; antwort_art: Nullbar<string>
    antwort_von: Nullbar<string>; verstrichen_am: Nullbar<Temporal.Instant>
  }
}

export const anhoerungen = tables<AnhoerungTables>

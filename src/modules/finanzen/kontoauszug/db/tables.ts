import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export type Ergebnis = 'gebucht' | 'zurueckgebucht' | 'klaerung' | 'ausgang'

export interface KontoauszugTables {
  'kontoauszug.auszug': {
    mandant_id: MandantId; id: string; iban: string; auszug_nr: string; sha256: string; dateiname: string; anfang: bigint; ende: bigint; status: 'vorschau' | 'gebucht'
    hochgeladen_am: Temporal.Instant; gebucht_am: Temporal.Instant | null
  }
  'kontoauszug.zeile': { mandant_id: MandantId; auszug_id: string; nr: number; buchungstag: Temporal.PlainDate; betrag: bigint; text: string; gegenseite: string; ergebnis: Ergebnis }
}

export const kontoauszug = tables<KontoauszugTables>

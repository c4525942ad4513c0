import type { Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { AkteStatus, VorgangStatus } from '../domain/zustaende.js'

export type Richtung = 'eingang' | 'ausgang' | 'intern'
export type Pruefstatus = 'sauber' | 'ungeprueft' | 'befallen'

export interface AktenTables {
  'akten.akte': {
    mandant_id: MandantId; id: string; kennzeichen: string; schluessel: string; aktenplan_id: string; aktenplan_kennzeichen: string; betreff: string
    einheit_id: string; stufe: number; medium: '001' | '002' | '003'; standort: string | null; sammel_schluessel: string | null; status: AkteStatus
    begonnen_am: Temporal.PlainDate; zda_am: Temporal.PlainDate | null; aufbewahrung_jahre: number | null; aussonderungsart: 'A' | 'B' | 'V'
    aufbewahrung_quelle: string; created_at: Temporal.Instant
  }
  'akten.frueheres_kennzeichen': { mandant_id: MandantId; akte_id: string; kennzeichen: string; bis: Temporal.Instant }
  'akten.vorgang': {
    mandant_id: MandantId; id: string; vorgangsnummer: string; kennzeichen: string; akte_id: string; lfd: number; betreff: string; typ: string
    leistung: string | null; einheit_id: string; inhaber_id: string | null; stufe: number; begonnen_am: Temporal.PlainDate; status: VorgangStatus
    zda_am: Temporal.PlainDate | null; schlussvermerk: string | null; aufbewahrung_bis: Temporal.PlainDate | null; created_at: Temporal.Instant
  }
  'akten.befangenheit': { mandant_id: MandantId; vorgang_id: string; konto_id: string; grund: string }
  'akten.dokument': {
    mandant_id: MandantId; id: string; vorgang_id: string; lfd: number; betreff: string; typ: string; richtung: Richtung; datum: Temporal.PlainDate
    eingegangen_am: Temporal.PlainDate | null; absender: string | null; fuer_inhaber: boolean; slot: string | null; version: number
    festgeschrieben_am: Temporal.Instant | null; festgeschrieben_grund: string | null; created_at: Temporal.Instant
  }
  'akten.dokumentversion': {
    mandant_id: MandantId; id: string; dokument_id: string; nummer: number; sha256: string; size: bigint; mime: string; dateiname: string
    pruefstatus: Pruefstatus; kommentar: string; autor_art: string; autor_id: string; created_at: Temporal.Instant
  }
  'akten.vermerk': {
    mandant_id: MandantId; id: string; vorgang_id: string; ereignis_am: Temporal.PlainDate; text: string; beteiligte: string
    autor_art: string; autor_id: string; created_at: Temporal.Instant
  }
  'akten.wiedervorlage': {
    mandant_id: MandantId; id: string; vorgang_id: string; faellig_am: Temporal.PlainDate; grund: string; konto_id: string | null; einheit_id: string
    angelegt_von: string; created_at: Temporal.Instant; erledigt_am: Temporal.Instant | null; erledigt_von: string | null; vorgelegt_am: Generated<Temporal.Instant | null>
  }
  'akten.umhaengung': { mandant_id: MandantId; id: string; vorgang_id: string; von_akte_id: string; nach_akte_id: string; kennzeichen_vorher: string; zeitpunkt: Temporal.Instant }
  'akten.virenpruefung': { mandant_id: MandantId; sha256: string; ergebnis: 'sauber' | 'befallen'; signatur: string | null; zeitpunkt: Temporal.Instant }
  'akten.beteiligte_einheit': { mandant_id: MandantId; akte_id: string; einheit_id: string }
  'akten.verweis': { mandant_id: MandantId; id: string; von_art: string; von_id: string; nach_art: string; nach_id: string; bemerkung: string; created_at: Temporal.Instant }
}

export const akten = tables<AktenTables>

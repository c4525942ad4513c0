import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { KlaerungArt } from '../domain/klaerung.js'
import type { AnbieterStatus, ZahlungStatus } from '../domain/zahlung.js'

export interface BezahlungTables {
  'bezahlung.anbieter': { mandant_id: MandantId; basis_url: string | null; originator_id: string; endpoint_id: string; zugang: Buffer | null }
  'bezahlung.zahlung': {
    mandant_id: MandantId; id: string; forderung_id: string; kassenzeichen: string; betrag: bigint; status: ZahlungStatus; transaktion: string | null; weiterleitung: string | null
    bezahlart: string | null; fehlercode: string | null; begonnen_am: Temporal.Instant; geprueft_am: Temporal.Instant | null; naechste_pruefung: Temporal.Instant | null; beendet_am: Temporal.Instant | null
  }
  'bezahlung.klaerung': {
    mandant_id: MandantId; id: string; art: KlaerungArt; forderung_id: string | null; kassenzeichen: string | null; referenz: string; betrag: bigint; text: string; entstanden_am: Temporal.Instant
    erledigt_am: Temporal.Instant | null; erledigt_von: string | null; erledigt_grund: string | null
  }
  'bezahlung.abgleich': { mandant_id: MandantId; tag: Temporal.PlainDate; verglichen: number; summe: bigint; abweichungen: number; nicht_erreicht: number; beendet_am: Temporal.Instant }
  'bezahlung.simulator': {
    mandant_id: MandantId; transaktion: string; originator_id: string; endpoint_id: string; request_id: string; anfrage: ColumnType<Record<string, unknown>, unknown, unknown>
    status: AnbieterStatus; spaeter_bezahlt: Generated<boolean>; gezahlt_cent: bigint | null; created_at: Temporal.Instant
  }
}

export const bezahlung = tables<BezahlungTables>

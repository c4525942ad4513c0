import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Antworten, Gesendet, Herkuenfte } from '../../formulare/index.js'
import type { Vertretung, Zustimmende, Zustimmungsart } from '../domain/vertretung.js'
import type { Bestaetigung, Erklaerungsnachweis } from '../domain/entwurf.js'

type Json<T> = ColumnType<T, unknown, unknown>

export interface OnlineantragTables {
  'onlineantrag.entwurf': {
    mandant_id: MandantId; id: string; inhaber_art: 'konto' | 'gast'; inhaber_id: string | null; leistung: string; leistungsversion_id: string
    antworten: Json<Antworten>; eingaben: Json<Readonly<Record<string, Gesendet>>>; version: number; seitenstand: Json<Readonly<Record<string, number>>>
    seite: string; frist_tage: number; begonnen_am: Temporal.Instant; letzte_aenderung: Temporal.Instant; loeschen_ab: Temporal.PlainDate
    email: string | null; erinnert_am: Temporal.Instant | null; status: 'offen' | 'eingereicht' | 'geloescht'; beendet_am: Temporal.Instant | null
    bestaetigung: Json<Bestaetigung | null>; absendewunsch_am: Generated<Temporal.Instant | null>; absendewunsch_sprache: Generated<'de' | 'en' | null>; absenden_fehler: Generated<string | null>
    herkunft: ColumnType<Herkuenfte, unknown, unknown>; erklaert_mit: ColumnType<Erklaerungsnachweis | null, unknown, unknown>
    vertretung: ColumnType<Vertretung | null, unknown, unknown>; zustimmung_seit: Generated<Temporal.Instant | null>
  }
  'onlineantrag.zustimmung': {
    mandant_id: MandantId; id: string; entwurf_id: string; art: Zustimmungsart; email: string; geheimnis_hash: Buffer; stand: number; erbeten_am: Temporal.Instant; gueltig_bis: Temporal.Instant
    erinnert_am: Temporal.Instant | null; entschieden_am: Temporal.Instant | null; ergebnis: 'zugestimmt' | 'abgelehnt' | null; konto_id: string | null; person: ColumnType<Zustimmende | null, unknown, unknown>
  }
  'onlineantrag.entwurf_datei': {
    mandant_id: MandantId; id: string; entwurf_id: string; slot: string; dateiname: string; sha256: string; bytes: bigint; mime: string
    pruefstatus: 'sauber' | 'ungeprueft'; hochgeladen_am: Temporal.Instant
  }
  'onlineantrag.fortsetzungscode': { mandant_id: MandantId; entwurf_id: string; code_hash: Buffer; ausgestellt_am: Temporal.Instant }
}

export const onlineantrag = tables<OnlineantragTables>

import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Formular, Texte } from '../../../zugang/formulare/index.js'
import type { Gebuehr } from '../domain/gebuehr.js'
import type { OzgModell, Reifegradkriterium } from '../domain/reifegrad.js'
import type { Stammdaten } from '../domain/stammdaten.js'

/** A jsonb column: read as its type, written through `json()`. */
type Json<T> = ColumnType<T, unknown, unknown>

export interface LeistungenTables {
  'leistungen.leistung': {
    mandant_id: MandantId; id: string; schluessel: string; leistungsschluessel: string | null; version_id: string | null; created_at: Temporal.Instant
  }
  'leistungen.version': {
    mandant_id: MandantId; id: string; leistung_id: string; version: number; inhalt_hash: string
    stammdaten: Json<Stammdaten>; formular: Json<Formular | null>; texte: Json<Texte>; gebuehr: Json<Gebuehr | null>
    bescheid_vorlage: string | null; modell_id: string | null; created_at: Temporal.Instant
  }
  'leistungen.datei': { mandant_id: MandantId; version_id: string; name: string; inhalt: string }
  'leistungen.veroeffentlichung': {
    mandant_id: MandantId; id: string; leistung_id: string; version_id: string; von: Temporal.Instant; bis: Temporal.Instant | null; grund: string | null
  }
  'leistungen.schliessung': {
    mandant_id: MandantId; id: string; leistung_id: string; von: Temporal.PlainDate; bis: Temporal.PlainDate | null
    grund: string; alternative: string | null; aufgehoben_am: Temporal.Instant | null
  }
  'leistungen.reifegrad': {
    mandant_id: MandantId; id: string; leistung_id: string; version_id: string | null; modell: OzgModell; bewertet_am: Temporal.PlainDate; stufe: number
    kriterien: Json<readonly Reifegradkriterium[]>; nachweis: Generated<string>; nachweis_link: Generated<string>; bewertet_von: string | null
    created_at: Temporal.Instant
  }
  'leistungen.antragszeit': {
    mandant_id: MandantId; id: string; leistung_id: string; anlass: string; von: Temporal.Instant; bis: Temporal.Instant; aufgehoben_am: Temporal.Instant | null
  }
  'leistungen.katalogstand': { mandant_id: MandantId; stand: bigint }
  'leistungen.nullsuche': { mandant_id: MandantId; tag: Temporal.PlainDate; begriff: string; anzahl: number }
}

export const leistungen = tables<LeistungenTables>

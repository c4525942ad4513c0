import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Ampel, Prioritaet } from '../domain/ampel.js'
import type { Angaben, Inhalt } from '../domain/bericht.js'
import type { ProgrammberichtDaten } from '../domain/programmbericht.js'

type Tag = Temporal.PlainDate
type Jsonb<T> = ColumnType<T, unknown, unknown>

export interface BerichteTables {
  'berichte.zeitraum': { mandant_id: MandantId; id: string; strategie_id: string; monat: Tag; stichtag: Tag; faellig_am: Tag; eroeffnet_am: Temporal.Instant }
  'berichte.pflicht': {
    mandant_id: MandantId; zeitraum_id: string; objekt_id: string; art: string; nummer: string | null; name: string; baustein: string; verantwortlich: string
    prioritaet: Prioritaet | null; einheit_id: string | null; rang: number; kritisch: Generated<boolean>
  }
  'berichte.entwurf': { mandant_id: MandantId; zeitraum_id: string; objekt_id: string; angaben: Jsonb<Angaben>; version: number; geaendert_von: string; geaendert_am: Temporal.Instant }
  'berichte.statusbericht': {
    mandant_id: MandantId; id: string; zeitraum_id: string; objekt_id: string; version: number; zeit: Ampel; ressourcen: Ampel; qualitaet: Ampel; inhalt: Jsonb<Inhalt>
    korrektur: string | null; eingereicht_von: string; eingereicht_am: Temporal.Instant
  }
  'berichte.programmbericht': {
    mandant_id: MandantId; id: string; strategie_id: string; jahr: number; quartal: number; version: number; stichtag: Tag; gremium: string; sitzung_am: Tag | null; ohne_sitzung: string | null
    gesamt: Ampel | null; daten: Jsonb<ProgrammberichtDaten>; vorlage: string; erstellt_von: string; erstellt_am: Temporal.Instant
  }
  'berichte.datei': { mandant_id: MandantId; programmbericht_id: string; sha256: string; bytes: number }
  'berichte.erinnerung': { mandant_id: MandantId; zeitraum_id: string; stufe: 'aufgabe' | 'fehlende' | 'prognose'; am: Temporal.Instant }
}

export const berichte = tables<BerichteTables>

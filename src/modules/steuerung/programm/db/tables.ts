import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { Kontextart } from '../domain/kontext.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Bausteinart, Objektart } from '../domain/arten.js'
import type { Spalte } from '../domain/finanzplan.js'
import type { Status } from '../domain/status.js'
import type { Stand } from '../domain/stand.js'

type Tag = Temporal.PlainDate
type Jsonb<T> = ColumnType<T, unknown, unknown>

export type Prioritaet = 'niedrig' | 'mittel' | 'hoch'
export type Verknuepfungsart = 'zielbezug' | 'korrespondiert' | 'benoetigt'

export interface ProgrammTables {
  'programm.strategie': {
    mandant_id: MandantId; id: string; kennung: string; name: string; jahr_von: number | null; jahr_bis: number | null; quelle: string | null
    angaben: Jsonb<Record<string, unknown>>; created_at: Generated<Temporal.Instant>
  }
  'programm.objekt': {
    mandant_id: MandantId; id: string; strategie_id: string; art: Objektart; ober_id: string | null; kennung: string | null; nummer: string | null; bausteinart: Bausteinart | null
    name: string; texte: Jsonb<Record<string, string>>; status: Status | null; prioritaet: Prioritaet | null; dauer_monate: number | null; fortlaufend: boolean
    beginn: Tag | null; ende: Tag | null; beginn_original: Tag | null; ende_original: Tag | null; beginn_ist: Tag | null; ende_ist: Tag | null; frist: Tag | null
    kostenklasse: number | null; einheit_id: string | null; verantwortlich_konto_id: string | null; verantwortlich: string | null; beteiligte: string[]
    oeffentlich: boolean; oeffentliche_felder: string[]; rang: Generated<number>; version: Generated<number>
    geloescht_am: Temporal.Instant | null; created_at: Generated<Temporal.Instant>; updated_at: Generated<Temporal.Instant>
  }
  'programm.aenderung': { mandant_id: MandantId; id: string; objekt_id: string; version: number; feld: string; alt: string | null; neu: string | null; grund: string | null; akteur_id: string | null; am: Temporal.Instant }
  'programm.verknuepfung': { mandant_id: MandantId; id: string; art: Verknuepfungsart; von_id: string; nach_id: string | null; nach_text: string | null; created_at: Generated<Temporal.Instant> }
  'programm.erfolgskriterium': { mandant_id: MandantId; id: string; ziel_id: string; kennzahl: string; zielwert: string | null; einheit: string | null; bis_jahr: number | null }
  'programm.ebenenname': { mandant_id: MandantId; art: Objektart; einzahl: string; mehrzahl: string }
  'programm.kostenklasse': { mandant_id: MandantId; nummer: number; ueber_cent: bigint; bis_cent: bigint }
  'programm.gremium': { mandant_id: MandantId; id: string; strategie_id: string; name: string; rolle: string | null; bericht: string | null; rang: Generated<number> }
  'programm.finanzplanzeile': {
    mandant_id: MandantId; id: string; strategie_id: string; kennung: string; objekt_id: string | null; bezeichnung: string; spalte: Spalte; stand: 'plan' | 'veranschlagt'
    jahr_von: number | null; jahr_bis: number | null; bezug: 'einzeln' | 'jaehrlich' | 'kumuliert'; betrag_cent: bigint | null; vzae: string | null; produkt: string | null; quelle: string | null
  }
  'programm.kontext': {
    mandant_id: MandantId; id: string; strategie_id: string; objekt_id: string | null; art: Kontextart; titel: string; stand: Tag
    quelle: string; quelle_link: string; staerken: string; schwaechen: string; chancen: string; risiken: string; inhalt: string
    ersetzt_id: string | null; erfasst_von: string; created_at: Temporal.Instant
  }
  'programm.mitwirkung': {
    mandant_id: MandantId; id: string; objekt_id: string; konto_id: string; haus: string; berichtet: boolean; bis: Tag
    beendet_am: Temporal.Instant | null; beendet_grund: string | null; created_at: Generated<Temporal.Instant>
  }
  'programm.fortschreibung': {
    mandant_id: MandantId; id: string; strategie_id: string; nummer: number; bezeichnung: string; beschlossen_am: Tag | null; gremium: string | null; vermerk: string | null
    stand: Jsonb<Stand>; created_at: Generated<Temporal.Instant>
  }
}

export const programm = tables<ProgrammTables>

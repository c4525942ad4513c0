import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Land } from '../../../../platform/time/index.js'
import type { BekanntgabeStatus, RechtsbehelfArt, RegelId } from '../../../grundlagen/fristen/index.js'
import type { Kanal, SendungStatus } from '../domain/sendung.js'

export type Nachweisart =
  | 'FREIGABE' | 'ERSATZWEG' | 'UEBERGABE' | 'AUFGABE_ZUR_POST' | 'BEREITSTELLUNG' | 'BENACHRICHTIGUNG' | 'BENACHRICHTIGUNG_GESCHEITERT'
  | 'ABRUF' | 'BEREITSTELLUNG_BEENDET' | 'RUECKLAUF' | 'ZUGANG' | 'BESTRITTEN' | 'ANSCHRIFT'

type Tag = Temporal.PlainDate | null
type Zeit = Temporal.Instant | null

export interface SendungTable {
  mandant_id: MandantId; id: string; jahr: number; nummer: bigint | null; vorgang_id: string; dokument_id: string; dokument_hash: string; dateiname: string
  betreff: string; einheit_id: string; stufe: number; konto_id: string | null; name: string; anschrift: string[]; land: Land; empfaenger: string
  kanal: Kanal; ersatzweg: string | null; status: SendungStatus; regel: RegelId | null; rechtsbehelf: RechtsbehelfArt | null; belehrung_version: string | null
  vorgaenger_id: string | null; angelegt_am: Temporal.Instant; uebergabe_am: Zeit; aufgabe_am: Zeit; aufgabe_tag: Tag; bereitstellung_am: Zeit; bereitstellung_tag: Tag
  benachrichtigung_am: Zeit; benachrichtigung_tag: Tag; abruf_am: Zeit; abruf_tag: Tag; zustellung_tag: Tag
  zugang: 'NACHGEWIESEN_AM' | 'NICHT_ZUGEGANGEN' | null; zugang_tag: Tag; benachrichtigung_bestritten: Generated<boolean>; frueher_abgerufen_tag: Tag
  bekanntgabe_status: BekanntgabeStatus | null; bekanntgabe_tag: Tag
}

export interface NachrichtTable {
  mandant_id: MandantId; id: string; konto_id: string; vorgang_id: string; sendung_id: string | null; art: string; betreff: string; text: string; dokument_ids: string[]
  bereitgestellt_am: Temporal.Instant; benachrichtigt_am: Zeit; abgerufen_am: Zeit; beendet_am: Zeit; gelesen: ColumnType<number, never, never>
}

export interface AusgangTables {
  'ausgang.sendung': SendungTable
  'ausgang.nachricht': NachrichtTable
  'ausgang.versandnachweis': {
    mandant_id: MandantId; id: string; sendung_id: string | null; nachricht_id: string | null; vorgang_id: string; art: Nachweisart; kanal: Kanal | 'email'; adresse: string
    dokument_hash: string | null; transport_id: string | null; tag: Temporal.PlainDate; zeitpunkt: Temporal.Instant; bemerkung: string | null; akteur_art: string; akteur_id: string
  }
  'ausgang.bekanntgabe': {
    mandant_id: MandantId; id: string; sendung_id: string; nr: number; status: BekanntgabeStatus; datum: Tag; regel: RegelId; regel_version: string | null
    begruendung: string; anlass: string; festgelegt: boolean; akteur_art: string; akteur_id: string; zeitpunkt: Temporal.Instant
  }
}

export const ausgang = tables<AusgangTables>

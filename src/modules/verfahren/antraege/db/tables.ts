import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Kanal } from '../../../akte/eingang/index.js'
import type { Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import type { Abschnitt, Antworten, Herkuenfte } from '../../../zugang/formulare/index.js'
import type { AntragStatus } from '../domain/status.js'

export type Zustellung = 'postfach' | 'post'
export type Bewertung = 'angenommen' | 'abgelehnt' | 'unleserlich'

/** With which sign-in somebody declared it; without `anbieter` with a password of our own, or as a guest. */
export interface Identitaet {
  readonly niveau: Vertrauensniveau; readonly anbieter?: string; readonly abgerufenAm?: string
  /** A company applied, and this person acted for it. */
  readonly unternehmen?: string; readonly handelnd?: string
}

/** For whom somebody applied, and who agreed to it. */
export interface Vertretungsangabe {
  readonly art: 'kind' | 'vollmacht'; readonly name: string; readonly geburtsdatum: string; readonly sorge?: 'allein' | 'gemeinsam'
  readonly zustimmung?: { readonly art: 'elternteil' | 'vertretene'; readonly name: string; readonly niveau: Vertrauensniveau; readonly anbieter?: string; readonly am: string }
}

/** Written once; the database refuses a change. */
type Fest<T> = ColumnType<T, unknown, never>

export interface AntraegeTables {
  'antraege.antrag': {
    mandant_id: MandantId; id: string; vorgang_id: string; vorgangsnummer: string; aktenzeichen: string; eingang_id: string; einheit_id: string
    leistung: string; leistungsversion_id: string; bezeichnung: string; kanal: Kanal
    einreicher_art: string; einreicher_id: string; inhaber_art: 'buerger' | 'gast' | null; inhaber_id: string | null
    kontakt_name: string; kontakt_email: string | null; zustellung: Zustellung; anschrift: string[]; sprache: 'de' | 'en'; formular_version: string
    daten: Fest<Antworten>; zusammenfassung: Fest<readonly Abschnitt[]>; herkunft: Fest<Herkuenfte>; identitaet: Fest<Identitaet | null>; vertretung: Fest<Vertretungsangabe | null>; entwurf_id: string | null
    eingang_am: Temporal.Instant; eingang_datum: Temporal.PlainDate; status: AntragStatus
    bestaetigung_id: string | null; kopie_id: string | null; vermerk: Generated<string | null>; created_at: Temporal.Instant
    gast_schluessel: Generated<Buffer | null>; gast_bis: Generated<Temporal.PlainDate | null>
  }
  'antraege.statuswechsel': {
    mandant_id: MandantId; id: string; antrag_id: string; von: AntragStatus | null; nach: AntragStatus; zeitpunkt: Temporal.Instant
    akteur_art: string; akteur_id: string; grund: string | null
  }
  'antraege.rueckfrage': {
    mandant_id: MandantId; id: string; antrag_id: string; frage: string; bezug: string | null; bezug_text: string | null; frist: Temporal.PlainDate
    gestellt_am: Temporal.Instant; gestellt_von: string; antwort: Generated<string | null>; beantwortet_am: Temporal.Instant | null
    beantwortet_datum: Temporal.PlainDate | null; entfallen_am: Temporal.Instant | null; erinnert_am: Generated<Temporal.Instant | null>
  }
  'antraege.anhang': {
    mandant_id: MandantId; id: string; antrag_id: string; rueckfrage_id: string | null; slot: string; bezeichnung: string; dateiname: string; sha256: string
    size: bigint; mime: string; pruefstatus: 'sauber' | 'ungeprueft'; dokument_id: string; eingang_datum: Temporal.PlainDate
    bewertung: Bewertung | null; bewertung_grund: string | null; bewertet_am: Temporal.Instant | null; bewertet_von: string | null
  }
  'antraege.ruecknahme': {
    mandant_id: MandantId; antrag_id: string; grund: string | null; erklaert_am: Temporal.Instant; erklaert_datum: Temporal.PlainDate
    akteur_art: string; akteur_id: string; dokument_id: string | null; vermerkt_am: Temporal.Instant | null
  }
}

export const antraege = tables<AntraegeTables>

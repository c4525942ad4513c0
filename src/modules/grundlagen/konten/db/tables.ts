import type { Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'

export type Kontoart = 'personal' | 'buerger' | 'dienst'
export type Kontostatus = 'aktiv' | 'gesperrt' | 'ausgeschieden'
export type Codeart = 'registrierung' | 'passwort' | 'email' | 'start' | 'wiederherstellung' | 'passkey' | 'hinweis'

export interface KontoTable {
  mandant_id: MandantId; id: string; art: Kontoart; kennung: string; name: string; vorname: string | null; nachname: string | null
  email: string | null; email_bestaetigt_am: Temporal.Instant | null; telefon: string | null
  status: Generated<Kontostatus>; status_grund: string | null
  passwort_hash: string | null; passwort_geaendert_am: Temporal.Instant | null
  totp_siegel: Buffer | null; totp_aktiv_am: Temporal.Instant | null; totp_schritt: Generated<bigint>
  rechte: Generated<string[]>; stufe: Generated<number>; tastenkuerzel: Generated<boolean>
  letzte_anmeldung_am: Temporal.Instant | null; created_at: Generated<Temporal.Instant>
}

export interface KontenTables {
  'konten.konto': KontoTable
  'konten.passkey': {
    mandant_id: MandantId; id: string; konto_id: string; oeffentlicher_schluessel: Buffer; zaehler: bigint; transporte: string[]
    bezeichnung: string; created_at: Generated<Temporal.Instant>; benutzt_am: Temporal.Instant | null
  }
  'konten.dienstschluessel': {
    mandant_id: MandantId; id: string; konto_id: string; hash: Buffer; praefix: string; gueltig_bis: Temporal.PlainDate
    widerrufen_am: Temporal.Instant | null; created_at: Generated<Temporal.Instant>
  }
  'konten.einmalcode': {
    mandant_id: MandantId; id: string; art: Codeart; konto_id: string | null; geheimnis_hash: Buffer; code_hash: Buffer | null
    versuche: Generated<number>; siegel: Buffer | null; gueltig_bis: Temporal.Instant | null; verbraucht_am: Temporal.Instant | null
    created_at: Generated<Temporal.Instant>
  }
}

export const konten = tables<KontenTables>

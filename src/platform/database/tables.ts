import type { ColumnType, Generated } from 'kysely'

/** Filled by the column's default from the transaction's setting; rooms never have to name it. */
export type MandantId = ColumnType<string, string | undefined, never>

export interface PlatformTables {
  'platform.mandant': { id: string; nr: Generated<number>; schluessel: string; name: string; hosts: string[]; gesperrt_am: Temporal.Instant | null; created_at: Generated<Temporal.Instant> }
  'platform.ereignis': {
    mandant_id: MandantId; id: string; typ: string; objekt_art: string; objekt_id: string; vorgang_id: string | null
    akteur_art: string; akteur_id: string | null; fuer_id: string | null; befehl: string; grund: string | null
    daten: Record<string, unknown>; korrelation: string; ip_klasse: string | null; zeitpunkt: Temporal.Instant
    created_at: Generated<Temporal.Instant>; xid: Generated<string>
  }
  'platform.idempotenz': { mandant_id: MandantId; befehl: string; schluessel: string; eingabe_hash: Buffer; ergebnis: ColumnType<unknown, unknown, unknown>; created_at: Generated<Temporal.Instant> }
  'platform.nummernkreis': { mandant_id: MandantId; kreis: string; jahr: number; letzte: bigint }
  'platform.sitzung': {
    mandant_id: MandantId; token_hash: Buffer; konto_id: string | null; art: 'personal' | 'buerger' | 'gast'; vertretung_fuer: string | null
    daten: ColumnType<Record<string, unknown>, unknown, unknown>; created_at: Temporal.Instant; gesehen_am: Temporal.Instant; endet_am: Temporal.Instant
  }
  'platform.abweisung': { mandant_id: MandantId; id: string; befehl: string; akteur_art: string; akteur_id: string | null; code: string; objekt: string | null; zeitpunkt: Temporal.Instant }
  'platform.zugriff': { mandant_id: MandantId; id: string; abfrage: string; objekt: string; akteur_art: string; akteur_id: string | null; zeitpunkt: Temporal.Instant }
  'platform.demomail': { mandant_id: MandantId; id: string; absender: string; empfaenger: string; betreff: string; inhalt: string; eingegangen_am: Temporal.Instant }
  'platform.ratenlimit': { schluessel: Buffer; anzahl: number; endet_am: Temporal.Instant }
  'platform.einstellung': { name: string; wert: ColumnType<unknown, unknown, unknown> }
}

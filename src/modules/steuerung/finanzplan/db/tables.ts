import type { Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Terminart } from '../domain/foerderung.js'
import type { Bezug, Mittelart, Spalte, Stand, Unsicherheit } from '../domain/zeile.js'

type Tag = Temporal.PlainDate

export interface FinanzplanTables {
  'finanzplan.zeile': {
    mandant_id: MandantId; id: string; strategie_id: string; objekt_id: string | null; kennung: string | null; von_hand: boolean; bezeichnung: string; spalte: Spalte; stand: Stand
    jahr_von: number | null; jahr_bis: number | null; bezug: Bezug; betrieb_ab: Tag | null; betrag_cent: bigint | null; vzae_hundertstel: number | null; mittelart: Mittelart | null
    produkt: string | null; sachkonto: string | null; verpflichtung: boolean; preisstand: Tag | null; brutto: boolean; unsicherheit: Unsicherheit | null; quelle: string | null
    version: Generated<number>; entfernt_am: Temporal.Instant | null; geaendert_am: Temporal.Instant
  }
  'finanzplan.vzaebasis': { mandant_id: MandantId; jahresstunden: number; quelle: string; festgelegt_am: Temporal.Instant }
  'finanzplan.aenderung': { mandant_id: MandantId; id: string; zeile_id: string; version: number; feld: string; alt: string | null; neu: string | null; akteur_id: string | null; am: Temporal.Instant }
  'finanzplan.sollist': {
    mandant_id: MandantId; zeile_id: string; jahr: number; stichtag: Tag; nachtrag_cent: bigint | null; obligo_cent: bigint | null; ist_cent: bigint | null; prognose_cent: bigint | null
    quelle: string; eingelesen_am: Temporal.Instant
  }
  'finanzplan.foerderung': {
    mandant_id: MandantId; id: string; strategie_id: string; objekt_id: string | null; titel: string; geber: string; aktenzeichen: string | null; bewilligt_cent: bigint | null
    anteil_hundertstel: number | null; zweckbindung_bis: Tag | null; created_at: Temporal.Instant
  }
  'finanzplan.foerdertermin': {
    mandant_id: MandantId; id: string; foerderung_id: string; art: Terminart; faellig_am: Tag; betrag_cent: bigint | null; erinnert_am: Temporal.Instant | null; erledigt_am: Temporal.Instant | null
  }
}

export const finanzplan = tables<FinanzplanTables>

import type { ColumnType } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Pruefstatus } from '../../akten/index.js'

export type Kanal = 'portal' | 'api' | 'post' | 'email' | 'schalter' | 'telefon'
export type Eingangsstatus = 'neu' | 'zugeordnet' | 'erledigt'
export type Verteilart = 'verteilt' | 'zurueckgegeben' | 'zugeordnet' | 'erledigt'

export interface EingangTables {
  'eingang.eingang': {
    mandant_id: MandantId; id: string; jahr: number; lfd: number; kanal: Kanal; eingang_am: Temporal.Instant; eingang_tag: Temporal.PlainDate
    absender_name: string; absender_email: string | null; absender_konto_id: string | null; betreff: string
    inhalt_art: string; inhalt: ColumnType<unknown, unknown, never>; transport_id: string | null; schluessel: string
    einheit_id: string | null; vorgang_id: string | null; status: Eingangsstatus; erledigt_grund: string | null; created_at: Temporal.Instant
  }
  'eingang.anhang': { mandant_id: MandantId; eingang_id: string; lfd: number; dateiname: string; sha256: string; size: bigint; mime: string; pruefstatus: Pruefstatus }
  'eingang.verteilung': {
    mandant_id: MandantId; id: string; eingang_id: string; art: Verteilart; von_einheit_id: string | null; an_einheit_id: string | null; vorgang_id: string | null
    grund: string; akteur_art: string; akteur_id: string; created_at: Temporal.Instant
  }
}

export const eingang = tables<EingangTables>

import type { ColumnType } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Aufstellung } from '../domain/aufstellung.js'
import type { Buchungsart, ForderungStatus } from '../domain/konto.js'

export type Zahlweg = 'online' | 'ueberweisung' | 'bar' | 'ec'
export type ErstattungStatus = 'beantragt' | 'freigegeben' | 'abgelehnt'

export interface ForderungenTables {
  'forderungen.forderung': {
    mandant_id: MandantId; id: string; kassenzeichen: string; entwurf_id: string | null; vorgang_id: string | null; vorgangsnummer: string | null; einheit_id: string | null
    inhaber_art: 'buerger' | 'gast' | null; inhaber_id: string | null; schuldner: string; schuldner_email: string | null; anschrift: string[]; leistung: string; bezeichnung: string
    aufstellung: ColumnType<Aufstellung, unknown, unknown>; wege: ('online' | 'ueberweisung' | 'bar')[]; produkt: string | null; sachkonto: string | null; faellig_am: Temporal.PlainDate
    status: ForderungStatus; saldo: bigint; beleg_id: string | null; erinnert_am: Temporal.Instant | null; created_at: Temporal.Instant
  }
  'forderungen.buchung': {
    mandant_id: MandantId; id: string; forderung_id: string; art: Buchungsart; betrag: bigint; weg: Zahlweg | null; referenz: string | null; wertstellung: Temporal.PlainDate
    grund: string | null; akteur_art: string; akteur_id: string; created_at: Temporal.Instant
  }
  'forderungen.erstattung': {
    mandant_id: MandantId; id: string; forderung_id: string; betrag: bigint; zahlung_id: string; grund: string; status: ErstattungStatus
    beantragt_von: string; beantragt_fuer: string | null; beantragt_am: Temporal.Instant
    entschieden_von: string | null; entschieden_fuer: string | null; entschieden_am: Temporal.Instant | null; entscheidungsgrund: string | null
  }
  'forderungen.kassenkonto': { mandant_id: MandantId; kontoinhaber: string; iban: string; bic: string | null; schalter: string }
}

export const forderungen = tables<ForderungenTables>

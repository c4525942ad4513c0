import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Aenderung } from '../domain/aenderung.js'
import type { Abhaengigkeitsart, Eintragsart } from '../domain/plan.js'
import type { Risikostatus } from '../domain/risiko.js'

type Tag = Temporal.PlainDate

export type Antragsstatus = 'offen' | 'genehmigt' | 'abgelehnt' | 'zurueckgezogen'
export type Entscheidungsstatus = 'offen' | 'beschlossen' | 'umgesetzt' | 'entfallen'
export type Beteiligungsergebnis = 'zugestimmt' | 'zur_kenntnis' | 'abgelehnt' | 'nicht_erforderlich'

/** What an applicant was shown: milestones that slip beyond the threshold. */
export interface Antragswirkung { readonly ueberschreitungen: readonly { readonly id: string; readonly titel: string; readonly tage: number }[]; readonly verschoben: number }

export interface PlanungTables {
  'planung.plan': {
    mandant_id: MandantId; id: string; titel: string; strategie_id: string | null; einheit_id: string | null; beginn: Tag; schwelle: Generated<number>; version: Generated<number>; created_at: Temporal.Instant
  }
  'planung.eintrag': {
    mandant_id: MandantId; id: string; plan_id: string; nummer: number; art: Eintragsart; ober_id: string | null; objekt_id: string | null; titel: string; phase: string
    dauer_tage: number | null; dauer_monate: number | null; fortlaufend: boolean; fest: Tag | null; nicht_vor: Tag | null; frist: Tag | null; ist_beginn: Tag | null; ist_ende: Tag | null
    fortschritt: number; verantwortlich_id: string | null; notiz: string; rang: number; version: Generated<number>; geaendert_von: string; geaendert_am: Temporal.Instant; entfernt_am: Temporal.Instant | null
  }
  'planung.abhaengigkeit': { mandant_id: MandantId; plan_id: string; von_id: string; nach_id: string; art: Abhaengigkeitsart; abstand: number }
  'planung.aenderung': { mandant_id: MandantId; id: string; plan_id: string; eintrag_id: string; version: number; feld: string; alt: string; neu: string; akteur_id: string; am: Temporal.Instant }
  'planung.basis': { mandant_id: MandantId; id: string; plan_id: string; nummer: number; grund: string; genehmigt_von: string; genehmigt_am: Temporal.Instant }
  'planung.basiswiderruf': { mandant_id: MandantId; basis_id: string; grund: string; zurueckgezogen_von: string; zurueckgezogen_am: Temporal.Instant }
  'planung.kommunikation': {
    mandant_id: MandantId; id: string; plan_id: string; zielgruppe: string; botschaft: string; kanal: string; termin: Tag | null; meilenstein_id: string | null; verantwortlich_id: string | null
    erledigt_am: Temporal.Instant | null; created_at: Temporal.Instant
  }
  'planung.basiswert': { mandant_id: MandantId; basis_id: string; eintrag_id: string; titel: string; beginn: Tag; ende: Tag | null }
  'planung.aenderungsantrag': {
    mandant_id: MandantId; id: string; plan_id: string; nummer: number; grund: string; aenderungen: ColumnType<readonly Aenderung[], unknown, never>; wirkung: ColumnType<Antragswirkung, unknown, never>
    status: Generated<Antragsstatus>; gestellt_von: string; gestellt_am: Temporal.Instant; entschieden_von: string | null; entschieden_am: Temporal.Instant | null; entscheidung: string | null
  }
  'planung.prognose': { mandant_id: MandantId; plan_id: string; eintrag_id: string; stichtag: Tag; termin: Tag; erreicht: boolean }
  'planung.risiko': {
    mandant_id: MandantId; id: string; plan_id: string; nummer: number; beschreibung: string; ursache: string; auswirkung_text: string; wahrscheinlichkeit: number; auswirkung: number; massnahme: string
    rest_wahrscheinlichkeit: number | null; rest_auswirkung: number | null; eigner_id: string | null; faellig: Tag | null; pruefung_am: Tag | null; status: Generated<Risikostatus>; eingetreten_am: Tag | null
    problem: Generated<string>; version: Generated<number>; created_at: Temporal.Instant
  }
  'planung.entscheidung': {
    mandant_id: MandantId; id: string; plan_id: string; nummer: number; sachverhalt: string; varianten: string; empfehlung: string; gremium: string; benoetigt_bis: Tag | null
    beschluss: string | null; beschlossen_am: Tag | null; umsetzung_bis: Tag | null; verantwortlich_id: string | null; status: Generated<Entscheidungsstatus>; herkunft: string; created_at: Temporal.Instant
  }
  'planung.einsatz': { mandant_id: MandantId; id: string; plan_id: string; eintrag_id: string | null; konto_id: string; anteil: number; von: Tag; bis: Tag }
  'planung.obergrenze': { mandant_id: MandantId; konto_id: string; anteil: number }
  'planung.beteiligung': {
    mandant_id: MandantId; id: string; plan_id: string; stelle: string; gegenstand: string; eingeleitet_am: Tag; frist: Tag | null; abgeschlossen_am: Tag | null
    ergebnis: Beteiligungsergebnis | null; vermerk: string
  }
  'planung.kalenderzugang': { mandant_id: MandantId; token_hash: Buffer; konto_id: string; created_at: Temporal.Instant }
}

export const planung = tables<PlanungTables>

import type { ColumnType, Generated } from 'kysely'
import { tables } from '../../../../platform/database/database.js'
import type { MandantId } from '../../../../platform/database/tables.js'
import type { Incident, InstanceStatus, ProcessModel, Scope, Subscription, Timer, Token } from '../domain/index.js'

type Jsonb<T> = ColumnType<T, unknown, unknown>
interface Row<T> { mandant_id: MandantId; instanz_id: string; id: string; zeile: Jsonb<T> }

/** What a task shows in lists, handed over at the start. */
export interface Instanzkontext { readonly vorgangsnummer?: string; readonly betreff: string; readonly person?: string; readonly stufe?: number }

export interface WorkflowTables {
  'workflow.modell': { mandant_id: MandantId; id: string; schluessel: string; version: number; name: string; xml: string; pruefsumme: string; modell: Jsonb<ProcessModel>; freigegeben_am: Temporal.Instant }
  'workflow.instanz': {
    mandant_id: MandantId; id: string; modell_id: string; vorgang_id: string | null; einheit_id: string; titel: string; kontext: Jsonb<Instanzkontext>; status: InstanceStatus
    zaehler: number; eltern_id: string | null; eltern_token: string | null; begonnen_am: Temporal.Instant; beendet_am: Temporal.Instant | null
  }
  'workflow.bereich': Row<Scope>
  'workflow.token': Row<Token> & { knoten: string; zustand: string }
  'workflow.zeitgeber': Row<Timer> & { faellig_am: ColumnType<Temporal.Instant, string, string>; versuche: Generated<number>; fruehestens: Temporal.Instant | null }
  'workflow.abonnement': Row<Subscription> & { nachricht: string }
  'workflow.stoerung': Row<Incident>
  'workflow.verlauf': { mandant_id: MandantId; instanz_id: string; lfd: Generated<bigint>; knoten: string; was: string; fluss: string | null; zeitpunkt: Temporal.Instant }
}

export const workflow = tables<WorkflowTables>

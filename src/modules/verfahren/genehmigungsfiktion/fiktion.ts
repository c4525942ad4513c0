import type { Selectable } from 'kysely'
import { isUuid, type Tx } from '../../../platform/database/database.js'
import { NotFound } from '../../../platform/errors.js'
import type { Land } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { aufgabeEntfaellt } from '../../grundlagen/aufgaben/index.js'
import { findFristZu, fristErledigen, fristHinfaellig, fristSetzen } from '../../grundlagen/fristen/index.js'
import { fiktionen, type FiktionTables } from './db/tables.js'
import { fiktionsende } from './domain/lauf.js'
import { fristBeendet } from './events.js'

export type Fiktion = Selectable<FiktionTables['genehmigungsfiktion.fiktion']>

/** The Genehmigungsfiktion of a Vorgang; undefined where no law orders one. */
export async function fiktionZu(tx: Tx, vorgangId: string): Promise<Fiktion | undefined> {
  return isUuid(vorgangId) ? fiktionen(tx).selectFrom('genehmigungsfiktion.fiktion').selectAll().where('vorgang_id', '=', vorgangId).executeTakeFirst() : undefined
}

/** The same, locked; undefined where there is none or it has ended. */
export async function lockLaufende(tx: Tx, vorgangId: string): Promise<Fiktion | undefined> {
  return fiktionen(tx).selectFrom('genehmigungsfiktion.fiktion').selectAll().where('vorgang_id', '=', vorgangId).where('beendet_am', 'is', null).forUpdate().executeTakeFirst()
}

/** @throws NotFound for a Vorgang without Genehmigungsfiktion */
export async function lockFiktion(tx: Tx, vorgangId: string): Promise<Fiktion> {
  const row = await fiktionen(tx).selectFrom('genehmigungsfiktion.fiktion').selectAll().where('vorgang_id', '=', vorgangId).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('genehmigungsfiktion.keine', 'Für diese Leistung gibt es keine Genehmigungsfiktion.')
  return row
}

/** The kind of the tasks that this room makes; they lapse with the period. */
export const QUELLE = 'genehmigungsfiktion'

/** Deadlines of the authority look at the seat of the authority (X1-04); the towns lie in North Rhine-Westphalia. */
const LAND = 'NW' as const satisfies Land

/** Computes the end anew from the row as it will be, writes both, and tells the deadlines of the Vorgang. Gives the last day. */
export async function berechneNeu(ctx: CommandContext, row: Fiktion, aenderung: Partial<Pick<Fiktion, 'vollstaendig_am' | 'vollstaendig_von' | 'verlaengert_am' | 'verlaengerung_grund' | 'ruht_seit' | 'ruhetage'>>): Promise<Temporal.PlainDate> {
  const neu = { ...row, ...aenderung }
  if (!neu.vollstaendig_am) throw new Error('A period without beginning')
  const { ende, begruendung } = fiktionsende({
    vollstaendigAm: neu.vollstaendig_am, monate: neu.monate, verlaengerungMonate: neu.verlaengert_am ? neu.verlaengerung_monate : 0, ruhetage: neu.ruhetage, land: LAND,
  })
  await fiktionen(ctx.tx).updateTable('genehmigungsfiktion.fiktion').set({ ...aenderung, ende, gewarnt_am: null }).where('id', '=', row.id).execute()
  await aufgabeEntfaellt(ctx, row.id, warnung(row))
  await fristSetzen(ctx, { vorgangId: row.vorgang_id, art: 'GENEHMIGUNGSFIKTION', bezugId: row.id, beginn: neu.vollstaendig_am, ende, regel: row.norm.slice(0, 200), begruendung })
  return ende
}

/** One warning task for each end: after an extension a new one may come. */
export const warnung = ({ ende }: Pick<Fiktion, 'ende'>): string => `warnung-${ende?.toString() ?? ''}`

/** Nothing can come about any more. */
export async function beendeLaufende(ctx: CommandContext, vorgangId: string, weil: 'entschieden' | 'zurueckgenommen'): Promise<void> {
  const row = await lockLaufende(ctx.tx, vorgangId)
  if (!row) return
  await fiktionen(ctx.tx).updateTable('genehmigungsfiktion.fiktion').set({ beendet_am: ctx.now, beendet_weil: weil, ruht_seit: null }).where('id', '=', row.id).execute()
  await aufgabeEntfaellt(ctx, row.id, warnung(row))
  const frist = await findFristZu(ctx.tx, row.id, 'GENEHMIGUNGSFIKTION')
  if (frist) await (weil === 'entschieden' ? fristErledigen : fristHinfaellig)(ctx, frist.id, weil === 'entschieden' ? 'Rechtzeitig entschieden' : 'Antrag zurückgenommen')
  ctx.emit(fristBeendet(row.id, vorgangId, { weil }))
}

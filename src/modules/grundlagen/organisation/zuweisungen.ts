import type { Tx } from '../../../platform/database/database.js'
import type { Zuweisung } from '../../../platform/usecases/actor.js'
import { organisation } from './db/tables.js'
import { teilbaum } from './domain/baum.js'

export interface Rollenbild { readonly zuweisungen: readonly Zuweisung[]; readonly stufe: number }

/**
 * What an account may do today: its own roles and, while it stands in for somebody by an open substitution, that person's.
 * Substitution is not passed on: only the own roles of the absent person count, so chains and loops cannot arise (C3-11).
 */
export async function rollenbildVon(tx: Tx, kontoId: string, today: Temporal.PlainDate): Promise<Rollenbild> {
  const vertretene = organisation(tx).selectFrom('organisation.vertretung').select('vertretener_id')
    .where('vertreter_id', '=', kontoId).where('von', '<=', today).where('bis', '>=', today).where('beendet_am', 'is', null)
  const rows = await organisation(tx).selectFrom('organisation.zuweisung as z')
    .innerJoin('organisation.rolle as r', (join) => join.onRef('r.mandant_id', '=', 'z.mandant_id').onRef('r.id', '=', 'z.rolle_id'))
    .select(['z.konto_id', 'z.einheit_id', 'r.schluessel', 'r.rechte', 'r.stufe'])
    .where((where) => where.or([where('z.konto_id', '=', kontoId), where('z.konto_id', 'in', vertretene)])).where('z.von', '<=', today).where((where) => where.or([where('z.bis', 'is', null), where('z.bis', '>=', today)])).execute()
  const knoten = rows.some((row) => row.einheit_id) ? (await organisation(tx).selectFrom('organisation.einheit').select(['id', 'ober_id']).execute()).map((row) => ({ id: row.id, oberId: row.ober_id })) : []
  return {
    stufe: Math.max(0, ...rows.map((row) => row.stufe)),
    zuweisungen: rows.map((row) => ({
      rolle: row.schluessel, rechte: new Set(row.rechte),
      ...(row.einheit_id ? { einheiten: teilbaum(knoten, row.einheit_id) } : {}),
      ...(row.konto_id === kontoId ? {} : { vertretungFuer: row.konto_id }),
    })),
  }
}

/** Accounts that hold a role at a unit or above it today; for work lists and notices to a group. */
export async function kontenMitRolle(tx: Tx, rolle: string, einheitId: string | null, today: Temporal.PlainDate): Promise<string[]> {
  const rows = await organisation(tx).selectFrom('organisation.zuweisung as z')
    .innerJoin('organisation.rolle as r', (join) => join.onRef('r.mandant_id', '=', 'z.mandant_id').onRef('r.id', '=', 'z.rolle_id'))
    .select(['z.konto_id', 'z.einheit_id']).where('r.schluessel', '=', rolle)
    .where('z.von', '<=', today).where((where) => where.or([where('z.bis', 'is', null), where('z.bis', '>=', today)])).execute()
  if (!einheitId) return [...new Set(rows.map((row) => row.konto_id))]
  const knoten = (await organisation(tx).selectFrom('organisation.einheit').select(['id', 'ober_id']).execute()).map((row) => ({ id: row.id, oberId: row.ober_id }))
  return [...new Set(rows.filter((row) => !row.einheit_id || teilbaum(knoten, row.einheit_id).has(einheitId)).map((row) => row.konto_id))]
}

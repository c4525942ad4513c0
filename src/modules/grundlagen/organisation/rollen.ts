import type { Tx } from '../../../platform/database/database.js'
import { organisation } from './db/tables.js'

export interface Rolle { readonly id: string; readonly schluessel: string; readonly name: string; readonly beschreibung: string; readonly rechte: readonly string[]; readonly stufe: number }

/** All roles of the town; a few dozen. */
export const alleRollen = (tx: Tx): Promise<Rolle[]> =>
  organisation(tx).selectFrom('organisation.rolle').select(['id', 'schluessel', 'name', 'beschreibung', 'rechte', 'stufe']).orderBy('name').execute()

export interface ZuweisungVonKonto { readonly id: string; readonly kontoId: string; readonly rolle: string; readonly rollenname: string; readonly einheitId: string | null; readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate | null }

/** Assignments of accounts, past ones too; for the page of a person and for "who holds this role". */
export async function zuweisungenVon(tx: Tx, wer: { kontoId: string } | { rolleId: string } | { einheitId: string }): Promise<ZuweisungVonKonto[]> {
  let rows = organisation(tx).selectFrom('organisation.zuweisung as z')
    .innerJoin('organisation.rolle as r', (join) => join.onRef('r.mandant_id', '=', 'z.mandant_id').onRef('r.id', '=', 'z.rolle_id'))
    .select(['z.id', 'z.konto_id as kontoId', 'r.schluessel as rolle', 'r.name as rollenname', 'z.einheit_id as einheitId', 'z.von', 'z.bis']).orderBy('z.von').limit(1000)
  rows = 'kontoId' in wer ? rows.where('z.konto_id', '=', wer.kontoId) : 'rolleId' in wer ? rows.where('z.rolle_id', '=', wer.rolleId) : rows.where('z.einheit_id', '=', wer.einheitId)
  return rows.execute()
}

export interface Vertretung { readonly id: string; readonly vertretenerId: string; readonly vertreterId: string; readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate; readonly grund: string; readonly beendetAm: Temporal.Instant | null }

/** Substitutions that are open or still to come; of one account (either side) or of the whole town. */
export async function vertretungen(tx: Tx, today: Temporal.PlainDate, kontoId?: string): Promise<Vertretung[]> {
  let rows = organisation(tx).selectFrom('organisation.vertretung')
    .select(['id', 'vertretener_id as vertretenerId', 'vertreter_id as vertreterId', 'von', 'bis', 'grund', 'beendet_am as beendetAm'])
    .where('bis', '>=', today).where('beendet_am', 'is', null).orderBy('von').limit(500)
  if (kontoId) rows = rows.where((where) => where.or([where('vertretener_id', '=', kontoId), where('vertreter_id', '=', kontoId)]))
  return rows.execute()
}

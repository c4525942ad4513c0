import type { Tx } from '../../../../platform/database/database.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { lagebild } from '../db/tables.js'
import type { Sicht } from '../domain/sicht.js'
import { sichtenVon } from '../zugriff.js'

export interface Ansicht {
  readonly id: string; readonly kontoId: string; readonly name: string; readonly sicht: Sicht; readonly frage: string; readonly rolle: string | null
  readonly eigene: boolean; readonly start: boolean
}

const rollenVon = (actor: Actor): string[] => [...new Set(actor.zuweisungen.map(({ rolle }) => rolle))]

/** The views a person may open: the own ones and those shared with one of the person's roles, of pages that the person may see. */
export async function ansichtenFuer(tx: Tx, actor: Actor): Promise<Ansicht[]> {
  if (actor.art !== 'personal') return []
  const [rollen, sichten] = [rollenVon(actor), sichtenVon(actor)]
  if (sichten.length === 0) return []
  const rows = await lagebild(tx).selectFrom('lagebild.ansicht as a')
    .leftJoin('lagebild.startansicht as s', (join) => join.onRef('s.mandant_id', '=', 'a.mandant_id').onRef('s.ansicht_id', '=', 'a.id').on('s.konto_id', '=', actor.id))
    .select(['a.id', 'a.konto_id', 'a.name', 'a.sicht', 'a.frage', 'a.rolle', 's.konto_id as start'])
    .where((where) => where.or([where('a.konto_id', '=', actor.id), ...(rollen.length > 0 ? [where('a.rolle', 'in', rollen)] : [])]))
    .where('a.sicht', 'in', [...sichten]).orderBy('a.name').orderBy('a.id').limit(300).execute()
  return rows.map((row) => ({
    id: row.id, kontoId: row.konto_id, name: row.name, sicht: row.sicht, frage: row.frage, rolle: row.rolle, eigene: row.konto_id === actor.id,
    start: row.start !== null,
  }))
}

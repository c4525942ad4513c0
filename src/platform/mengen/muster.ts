import type { ClientBase } from 'pg'
import type { Tabelle } from './katalog.js'
import type { Zeile } from './regeln.js'

export interface Musterzeile { readonly tabelle: Tabelle; readonly zeile: Zeile }

/** Everything of one town, values as text. For a town of a demo, whose rows fit into memory. */
export async function leseStadt(client: ClientBase, tabellen: readonly Tabelle[], mandantId: string): Promise<Musterzeile[]> {
  const zeilen: Musterzeile[] = []
  for (const tabelle of tabellen) {
    const { rows } = await client.query<Zeile>(`select ${tabelle.spalten.map(({ name }) => `"${name}"::text as "${name}"`).join(', ')} from ${tabelle.name}
      where mandant_id = $1 order by ${tabelle.schluessel.map((name) => `"${name}"`).join(', ')}`, [mandantId])
    for (const zeile of rows) zeilen.push({ tabelle, zeile })
  }
  return zeilen
}

/** Columns by which one row names another: ids, and the event's object, which is text. */
export const zeigerVon = (tabelle: Tabelle): readonly string[] =>
  tabelle.spalten.filter(({ name, typ }) => name !== 'mandant_id' && (typ === 'uuid' || name === 'objekt_id')).map(({ name }) => name)

/**
 * All rows that belong to one thing: those that name its id in any column, and those that name theirs. What it refers to itself
 * (unit, model, Akte) is shared and stays outside. With `nur`, rows of these tables that name the id, and no further.
 */
export function leseMuster(stadt: readonly Musterzeile[], id: string, nur?: readonly string[]): Musterzeile[] {
  const gefunden = new Set<Musterzeile>()
  for (let ids = new Set([id]); ids.size > 0;) {
    const neu = new Set<string>()
    for (const one of stadt) {
      if (gefunden.has(one) || (nur && !nur.includes(one.tabelle.name))) continue
      if (!zeigerVon(one.tabelle).some((spalte) => ids.has(one.zeile[spalte] ?? ''))) continue
      gefunden.add(one)
      const eigene = one.zeile['id']
      if (!nur && eigene && !ids.has(eigene)) neu.add(eigene)
    }
    ids = neu
  }
  return stadt.filter((one) => gefunden.has(one))
}

/** Units form a tree. A role at a unit covers the unit and everything below it (C6-02). */
export interface Knoten { readonly id: string; readonly oberId: string | null }

/** The ids of a unit and all units below it. A cycle in the data (never written by us) does not hang: each id once. */
export function teilbaum(knoten: readonly Knoten[], wurzel: string): Set<string> {
  const kinder = Map.groupBy(knoten.filter((einer) => einer.oberId), (einer) => einer.oberId)
  const gefunden = new Set<string>()
  const offen = [wurzel]
  for (let id = offen.pop(); id !== undefined; id = offen.pop()) {
    if (gefunden.has(id)) continue
    gefunden.add(id)
    for (const kind of kinder.get(id) ?? []) offen.push(kind.id)
  }
  return gefunden
}

/** Would hanging `id` below `oberId` close a circle? */
export const schliesstKreis = (knoten: readonly Knoten[], id: string, oberId: string): boolean => teilbaum(knoten, id).has(oberId)

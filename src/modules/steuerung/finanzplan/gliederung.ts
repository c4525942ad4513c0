import type { Objekt } from '../programm/index.js'
import type { Zeile } from './domain/zeile.js'

/** The Vorhaben under which a line is shown: the Baustein above it, otherwise its own. */
export function traegerVon(zeile: Pick<Zeile, 'objektId'>, objekte: ReadonlyMap<string, Objekt>): Objekt | undefined {
  const eigenes = zeile.objektId ? objekte.get(zeile.objektId) : undefined
  const gesehen = new Set<string>()
  for (let objekt = eigenes; objekt && !gesehen.has(objekt.id); objekt = objekt.oberId ? objekte.get(objekt.oberId) : undefined) {
    if (objekt.art === 'baustein') return objekt
    gesehen.add(objekt.id)
  }
  return eigenes
}

/** „B1 Elektronische Schriftgutverwaltung“ */
export const objektText = ({ nummer, name }: Pick<Objekt, 'nummer' | 'name'>): string => [nummer, name].filter(Boolean).join(' ')

export interface Gruppe { readonly objekt: Objekt | undefined; readonly zeilen: readonly Zeile[] }

/** Lines by the Vorhaben that bears them, in the order of the paper; what no Vorhaben bears comes last. */
export function gliedere(zeilen: readonly Zeile[], objekte: readonly Objekt[]): Gruppe[] {
  const byId = new Map(objekte.map((objekt) => [objekt.id, objekt]))
  const je = Map.groupBy(zeilen, (zeile) => traegerVon(zeile, byId)?.id)
  const mit = objekte.filter(({ id }) => je.has(id)).map((objekt) => ({ objekt, zeilen: je.get(objekt.id) ?? [] }))
  const ohne = je.get(undefined)
  return ohne ? [...mit, { objekt: undefined, zeilen: ohne }] : mit
}

import type { Tx } from '../database/database.js'

/** How the log names an object and where it leads; never what is in it, only its sign. */
export interface Objektbezug { readonly text: string; readonly href?: string }

interface Objektart {
  /** What one such thing is called: „Akte“. */
  readonly name: string
  /** Right without which the link leads nowhere. */
  readonly recht?: string
  /** Signs of many at once; ids that nobody knows are missing. */
  finde?(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Objektbezug>>
  /** The id behind a sign that a person types: a Vorgangsnummer, a short sign. */
  suche?(tx: Tx, zeichen: string): Promise<string | undefined>
}

const arten = new Map<string, Objektart>()

/** Rooms say how their objects are called in the log; what they keep to themselves is shown by its kind alone. */
export function registerObjektart(art: string, objektart: Objektart): void {
  if (arten.has(art)) throw new Error(`Objects of kind ${art} are named twice`)
  arten.set(art, objektart)
}

export const objektart = (art: string): Objektart => arten.get(art) ?? { name: (art.charAt(0).toUpperCase() + art.slice(1)).replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü') }

/** Signs of objects of all kinds, by `art:id`; one query per kind. */
export async function objektbezuege(tx: Tx, objekte: readonly { readonly art: string; readonly id: string }[]): Promise<Map<string, Objektbezug>> {
  const gefunden = new Map<string, Objektbezug>()
  for (const [art, gleiche] of Map.groupBy(objekte, (objekt) => objekt.art)) {
    const bezuege = await arten.get(art)?.finde?.(tx, [...new Set(gleiche.map(({ id }) => id))].filter((id) => /^[0-9a-f-]{36}$/.test(id)))
    for (const [id, bezug] of bezuege ?? []) gefunden.set(`${art}:${id}`, bezug)
  }
  return gefunden
}

/** What a person may mean by a sign: the first kind of object that knows it. */
export async function findObjekt(tx: Tx, zeichen: string): Promise<string | undefined> {
  for (const { suche } of arten.values()) {
    const id = await suche?.(tx, zeichen)
    if (id) return id
  }
  return undefined
}

import type { Tx } from '../../../../platform/database/database.js'

type Pruefung = (tx: Tx, einheitId: string) => Promise<readonly string[]>

const pruefungen: Pruefung[] = []

/** What a unit still has to do: rooms that give work to units add it as German sentences, before the unit can be closed. */
export const einheitHindernisse = {
  add(pruefung: Pruefung): void { pruefungen.push(pruefung) },
  async fuer(tx: Tx, einheitId: string): Promise<string[]> {
    const found: string[] = []
    for (const pruefung of pruefungen) found.push(...await pruefung(tx, einheitId))
    return found
  },
}

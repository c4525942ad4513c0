import type { Tx } from '../../../../platform/database/database.js'
import type { Aufbewahrungsregel } from '../domain/aufbewahrung.js'

type Hindernispruefung = (tx: Tx, vorgangId: string) => Promise<readonly string[]>
type Regelquelle = (tx: Tx, vorgangId: string) => Promise<readonly Aufbewahrungsregel[]>

const pruefungen: Hindernispruefung[] = []
const quellen: Regelquelle[] = []

/** Why a Vorgang cannot be closed: rooms that build on files add what of theirs is still open, as German sentences. */
export const schliessHindernisse = {
  add(pruefung: Hindernispruefung): void { pruefungen.push(pruefung) },
  async fuer(tx: Tx, vorgangId: string): Promise<string[]> {
    const found: string[] = []
    for (const pruefung of pruefungen) found.push(...await pruefung(tx, vorgangId))
    return found
  },
}

/** Further rules of retention beside the file plan's; the longest wins (C5-02). */
export const aufbewahrungsregeln = {
  add(quelle: Regelquelle): void { quellen.push(quelle) },
  async fuer(tx: Tx, vorgangId: string): Promise<Aufbewahrungsregel[]> {
    const found: Aufbewahrungsregel[] = []
    for (const quelle of quellen) found.push(...await quelle(tx, vorgangId))
    return found
  },
}

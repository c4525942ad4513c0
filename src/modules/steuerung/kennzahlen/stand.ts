import type { Tx } from '../../../platform/database/database.js'
import { objekteById } from '../programm/index.js'
import { STATUS, standVon, type Status } from './domain/status.js'
import { alsNumber } from './domain/zahl.js'
import { stichtage } from './domain/zeitraum.js'
import type { Art, Richtung } from './domain/kennzahl.js'
import { kennzahlenVon, reiheAus, stadtwerte, type Kennzahl, type Stichtagswert } from './lesen.js'
import { kennzahlPfad } from './pfade.js'
import { werttext, zielwerttext } from './worte.js'

type Tag = Temporal.PlainDate

/** A Kennzahl as a dashboard shows it: what is wanted, where it stands, how it came there. Texts are ready to print. */
export interface Kennzahlstand {
  readonly id: string; readonly name: string; readonly art: Art; readonly masseinheit: string;
  readonly richtung: Richtung; readonly einheitId: string | null
  readonly ziel: { readonly id: string; readonly name: string; readonly strategieId: string } | null
  /** „20 Online-Dienste“; null: no target set. */
  readonly zielwert: { readonly text: string; readonly zahl: number; readonly am: Tag } | null
  /**
   * The newest value; `zahl` null and `text` „nicht berechenbar“ or „kein Wert“ where there is none. Undefined: never
   * measured.
   */
  readonly letzter: { readonly text: string; readonly zahl: number | null; readonly stichtag: Tag } | undefined
  readonly status: Status; readonly statuswort: string; readonly grund: string
  /** For a small line, oldest first; null is a gap. Shares in percent. */
  readonly reihe: readonly { readonly stichtag: Tag; readonly zahl: number | null; readonly text: string }[]
  /** The page behind it; needs the permission kennzahlen.lesen. */
  readonly pfad: string
}

/** Where one Kennzahl stands on that day. */
export function standDer(kennzahl: Kennzahl, reihe: readonly Stichtagswert[], heute: Tag) {
  const { ausgangswert, ausgangAm } = kennzahl
  // Values come some time after their Stichtag: one may be on its way, two missing ones are missing.
  const erwartet = kennzahl.stillgelegtAm ? null : stichtage(heute, kennzahl.haeufigkeit, 2).at(-1) ?? null
  return standVon(
    { ...kennzahl, ausgang: ausgangAm && ausgangswert !== null ? { stichtag: ausgangAm, zahl: ausgangswert } : null },
    reihe, heute, erwartet
  )
}

/**
 * All Kennzahlen that are kept, in the order of their Ziele and names, for rooms above. The caller has checked the
 * permission
 * `kennzahlen.lesen`. `strategieId`: only those of its Ziele. `punkte`: how many values back the series goes, 12
 * unless said.
 */
export async function kennzahlenUebersicht(
  tx: Tx, heute: Tag, { strategieId, punkte = 12 }: { strategieId?: string; punkte?: number } = {}
): Promise<readonly Kennzahlstand[]> {
  const alle = await kennzahlenVon(tx)
  const ziele = await objekteById(tx, alle.flatMap(({ zielId }) => zielId ?? []))
  const werte = Map.groupBy(await stadtwerte(tx, alle.map(({ id }) => id)), ({ kennzahlId }) => kennzahlId)
  const staende = alle.map((kennzahl): Kennzahlstand => {
    const ziel = kennzahl.zielId ? ziele.get(kennzahl.zielId) : undefined
    const reihe = reiheAus(kennzahl, werte.get(kennzahl.id) ?? [])
    const { status, grund } = standDer(kennzahl, reihe, heute)
    const letzter = reihe.at(-1)
    return {
      id: kennzahl.id, name: kennzahl.name, art: kennzahl.art, masseinheit: kennzahl.masseinheit,
      richtung: kennzahl.richtung, einheitId: kennzahl.einheitId,
      ziel: ziel ? { id: ziel.id, name: ziel.name, strategieId: ziel.strategieId } : null,
      zielwert: kennzahl.zielwert !== null && kennzahl.zielAm
        ? { text: zielwerttext(kennzahl), zahl: alsNumber(kennzahl.zielwert), am: kennzahl.zielAm }
        : null,
      letzter: letzter && {
        text: werttext(kennzahl, letzter.messung), zahl: letzter.zahl === null ? null : alsNumber(letzter.zahl),
        stichtag: letzter.stichtag,
      },
      status, statuswort: STATUS[status], grund, pfad: kennzahlPfad(kennzahl.id),
      reihe: reihe.slice(-punkte).map(({ stichtag, zahl, messung }) =>
        ({ stichtag, zahl: zahl === null ? null : alsNumber(zahl), text: werttext(kennzahl, messung) })),
    }
  })
  const gewaehlt = strategieId ? staende.filter(({ ziel }) => ziel?.strategieId === strategieId) : staende
  const rang = new Map([...ziele.values()].sort((a, b) => a.rang - b.rang).map(({ id }, i) => [id, i]))
  return gewaehlt.toSorted((a, b) => (rang.get(a.ziel?.id ?? '') ?? Infinity) - (rang.get(b.ziel?.id ?? '') ?? Infinity)
    || a.name.localeCompare(b.name, 'de'))
}

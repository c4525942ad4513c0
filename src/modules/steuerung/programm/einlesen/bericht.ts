import { Invalid } from '../../../../platform/errors.js'
import { OBJEKTARTEN } from '../domain/arten.js'
import type { Befund } from '../domain/einlesen/einlesung.js'
import { lesePlan, Unlesbar, type Gelesen } from '../domain/einlesen/erkennen.js'
import { summenVon } from '../domain/einlesen/summen.js'
import type { Einspielplan } from './plan.js'

export interface Einlesebericht {
  /** Objects of the file that are in the programme now. */
  readonly imported: number
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly counts: Readonly<Record<string, number>>
  readonly reported: readonly Befund[]
  readonly sums: Readonly<Record<string, unknown>>
}

export function bericht({ strategien, befunde, gelesen: quelle }: Einspielplan, { created, changed }: { created: number; changed: number }): Einlesebericht {
  const objekte = strategien.flatMap((schritt) => schritt.objekte)
  return {
    imported: objekte.length, created, changed, unchanged: objekte.length - created - changed,
    counts: {
      strategie: strategien.length, ...Object.fromEntries(OBJEKTARTEN.map((art) => [art, objekte.filter(({ angabe }) => angabe.art === art).length] as const).filter(([, anzahl]) => anzahl > 0)),
      finanzplanzeile: quelle.strategien.reduce((summe, { finanzplan }) => summe + finanzplan.length, 0), kostenklasse: quelle.kostenklassen?.length ?? 0,
    },
    reported: befunde, sums: summenVon(quelle.strategien),
  }
}

/** @throws Invalid with the sentence where the file cannot be read */
export function gelesen(text: string, quelle: string): Gelesen {
  try {
    return lesePlan(text, quelle)
  } catch (error) {
    if (error instanceof Unlesbar) throw new Invalid([{ feld: 'datei', text: error.message }])
    throw error
  }
}

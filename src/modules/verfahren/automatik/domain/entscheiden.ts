import { createHash } from 'node:crypto'
import type { Automatikregel } from '../../../grundlagen/leistungen/index.js'

export interface Fall {
  readonly vorgangId: string
  readonly antworten: Readonly<Record<string, unknown>>
  /** Files that came with it: nobody but a person can read them. */
  readonly dateien: number
  /** What the form calls a question. */
  bezeichnung(name: string): string
  /** Does this FEEL condition hold? Undefined: it could not be computed. */
  gilt(bedingung: string): boolean | undefined
}

export interface Befund { readonly gruende: readonly string[]; readonly stichprobe: boolean }

/**
 * Why a person has to decide; nothing: it may be decided automatically. Deny by default: a condition that cannot be computed is one
 * that does not hold, everything that somebody wrote freely is read by somebody (§ 24(1) sentence 3 VwVfG), and of the rest so many
 * of a hundred go to a person all the same. The draw depends on the id alone, so a repetition draws the same.
 */
export function entscheide(regel: Automatikregel, fall: Fall): Befund {
  const gruende = [
    ...regel.wenn.filter(({ bedingung }) => fall.gilt(bedingung) !== true).map(({ sonst }) => sonst),
    ...regel.individuelleAngaben.filter((name) => istAusgefuellt(fall.antworten[name])).map((name) => `Eigene Angabe: ${fall.bezeichnung(name)}`),
    ...(fall.dateien > 0 ? ['Es liegen Dateien bei, die jemand ansehen muss'] : []),
  ]
  const stichprobe = gruende.length === 0 && losVon(fall.vorgangId) < regel.stichprobeProzent
  return { gruende: stichprobe ? ['Stichprobe: Eine Person prüft diesen Fall'] : gruende, stichprobe }
}

function istAusgefuellt(wert: unknown): boolean {
  if (wert === undefined || wert === null || wert === false) return false
  if (typeof wert === 'string') return wert.trim() !== ''
  return Array.isArray(wert) ? wert.length > 0 : true
}

/** A number from 0 to 99 that nobody can choose. */
export const losVon = (vorgangId: string): number => createHash('sha256').update(`stichprobe:${vorgangId}`).digest().readUInt32BE(0) % 100

import type { Aufgabe } from './aufgabe.js'

const ziele = new Map<string, (aufgabe: Aufgabe) => string>()

/** Rooms above say where a task of their mask is done, when that is not the case screen: who does it may not see the whole Vorgang. */
export function registerAufgabenziel(maske: string, ziel: (aufgabe: Aufgabe) => string): void {
  if (ziele.has(maske)) throw new Error(`The place of mask ${maske} is registered twice`)
  ziele.set(maske, ziel)
}

/** The page on which a task is done: that of its mask, its own, else its place on the screen of the Vorgang; undefined for a line in the list. */
export function zielVon(aufgabe: Aufgabe): string | undefined {
  const eigenes = ziele.get(aufgabe.maske)?.(aufgabe) ?? aufgabe.adresse
  return eigenes ?? (aufgabe.vorgangsnummer ? `/arbeitsplatz/vorgaenge/${encodeURIComponent(aufgabe.vorgangsnummer)}#aufgabe-${aufgabe.id}` : undefined)
}

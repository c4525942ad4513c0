import type { Felder } from './felder.js'

export interface Konflikt { readonly feld: string; readonly meins: string; readonly aktuell: string; readonly vorher: string }

/**
 * Two people changed the same object. `vorher` is what I saw, `meins` what I want, `aktuell` what is there by now. Where only one of
 * us touched a field, that change stands; where both wanted something different, a person must choose: nothing is lost.
 */
export function fuehreZusammen(vorher: Felder, meins: Felder, aktuell: Felder): { setzen: Record<string, string>; konflikte: Konflikt[] } {
  const setzen: Record<string, string> = {}
  const konflikte: Konflikt[] = []
  for (const [feld, wunsch] of Object.entries(meins)) {
    const [damals, jetzt] = [vorher[feld] ?? '', aktuell[feld] ?? '']
    if (wunsch === damals || wunsch === jetzt) continue
    if (jetzt === damals) setzen[feld] = wunsch
    else konflikte.push({ feld, meins: wunsch, aktuell: jetzt, vorher: damals })
  }
  return { setzen, konflikte }
}

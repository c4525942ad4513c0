import type { Forderung } from './forderung.js'
import { woerter } from './woerter.js'

/** Where a person goes on from a claim, in both languages of the portal. */
export interface Weiter { readonly pfad: string; readonly text: string; readonly textEn: string }

const quellen: ((forderung: Forderung) => Weiter | undefined)[] = []

/** Rooms above say where their claims lead, e.g. back to the application that is sent with the payment. */
export function registerWeiter(quelle: (forderung: Forderung) => Weiter | undefined): void { quellen.push(quelle) }

/** To the Vorgang, or to whatever the claim was raised for; undefined where there is nothing to go to. */
export function weiterNach(forderung: Forderung): Weiter | undefined {
  if (forderung.vorgangsnummer) return { pfad: `/konto/vorgaenge/${forderung.vorgangsnummer}`, text: woerter('de').zumVorgang, textEn: woerter('en').zumVorgang }
  for (const quelle of quellen) {
    const weiter = quelle(forderung)
    if (weiter) return weiter
  }
  return undefined
}

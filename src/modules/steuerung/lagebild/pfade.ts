import { alsFrage, type Ausschnitt, type Filter } from './domain/filter.js'
import type { Liste, Sicht } from './domain/sicht.js'

export const PFAD = '/arbeitsplatz/lagebild'
export const ANSICHTEN = `${PFAD}/ansichten`

const mit = (pfad: string, frage: string): string => (frage ? `${pfad}?${frage}` : pfad)

export const sichtPfad = (sicht: Sicht, filter: Filter = {}): string => mit(`${PFAD}/${sicht}`, alsFrage(filter))
export const listenPfad = (sicht: Sicht, liste: Liste, filter: Filter = {}, ausschnitt: Ausschnitt = {}): string =>
  mit(`${PFAD}/${sicht}/liste/${liste}`, alsFrage(filter, ausschnitt))
export const ausfuhrPfad = (sicht: Sicht, liste: Liste, endung: 'csv' | 'xlsx', filter: Filter, ausschnitt: Ausschnitt): string =>
  mit(`${PFAD}/${sicht}/liste/${liste}/export.${endung}`, alsFrage(filter, ausschnitt))
/** A saved view as an address; `frage` is as it was stored. */
export const ansichtPfad = ({ sicht, frage }: { readonly sicht: Sicht; readonly frage: string }): string => mit(`${PFAD}/${sicht}`, frage)

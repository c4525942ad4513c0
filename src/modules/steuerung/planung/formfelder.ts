import { wert, type Formularzustand } from '../../../platform/http/route.js'

/** Value and message of a field from what was posted; `id` where a page shows the same form several times. */
export const felderVon = (zustand: Formularzustand) => (name: string, vorgabe = '') => {
  const text = zustand.fehler.find(({ feld }) => feld === name)?.text
  return { name, value: wert(zustand.werte, name) || vorgabe, ...(text ? { error: text } : {}) }
}

/** Messages for the summary on top of a form. */
export const meldungenVon = (zustand: Formularzustand) => [...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]

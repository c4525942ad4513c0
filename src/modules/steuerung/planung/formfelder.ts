import { fieldId } from '../../../design/index.js'
import { wert, type Formularzustand } from '../../../platform/http/route.js'

/** A refused form of a page that has several: `formular` says which one, and its fields and messages carry that in their ids. */
export interface Teilzustand extends Formularzustand { readonly formular?: string }

const LEER: Teilzustand = { werte: {}, fehler: [] }

/** The state of one form of the page: what was refused there, or nothing. Without a name it is the page's main form. */
export const teilVon = (zustand: Teilzustand, formular?: string): Teilzustand => (zustand.formular === formular ? zustand : LEER)

/** Was this form just sent and refused? */
export const abgelehnt = ({ werte, fehler, meldung }: Teilzustand): boolean => fehler.length > 0 || Boolean(meldung) || Object.keys(werte).length > 0

/** Value and message of a field: what was posted, emptied ones too, otherwise `vorgabe`. With `formular` the id is that form's own. */
export const felderVon = (zustand: Teilzustand, formular?: string) => (name: string, vorgabe = '') => {
  const eigener = teilVon(zustand, formular)
  const text = eigener.fehler.find(({ feld }) => feld === name)?.text
  return { name, ...(formular ? { id: fieldId(`${formular}-${name}`) } : {}), value: eigener.werte[name] === undefined ? vorgabe : wert(eigener.werte, name), ...(text ? { error: text } : {}) }
}

/** Messages for the summary on top of the page, each leading to its field. */
export const meldungenVon = ({ formular, meldung, fehler }: Teilzustand) => [
  ...(meldung ? [{ text: meldung }] : []), ...fehler.map(({ feld, text }) => (feld === '' ? { text } : { field: formular ? `${formular}-${feld}` : feld, text })),
]

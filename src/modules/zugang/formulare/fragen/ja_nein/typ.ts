import type { FrageTyp } from '../../domain/fragetyp.js'
import { satz } from '../../domain/meldungen.js'

const WERTE: Readonly<Record<string, boolean>> = { ja: true, nein: false, true: true, false: false }

export const jaNein: FrageTyp = {
  eigenschaften: {},
  personenbezogen: false,
  schema: () => ({ type: 'boolean' }),
  parse: (_frage, eingabe) => {
    const text = eingabe.text()
    if (text === '') return {}
    const wert = Object.hasOwn(WERTE, text) ? WERTE[text] : undefined
    return wert === undefined ? { fehler: [{ code: 'auswahl_unbekannt' }] } : { wert }
  },
  summary: (_frage, wert, { lang }) => (typeof wert === 'boolean' ? satz(wert ? 'ja' : 'nein', lang) : ''),
  muster: () => true,
}

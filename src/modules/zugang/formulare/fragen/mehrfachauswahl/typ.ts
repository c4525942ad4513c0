import type { FrageTyp } from '../../domain/fragetyp.js'
import { doppelteOptionen, OPTIONEN, optionText } from '../auswahl/typ.js'

/** Any number of the offered answers; none is unanswered, not an empty list. */
export const mehrfachauswahl: FrageTyp = {
  eigenschaften: {
    optionen: OPTIONEN, minAnzahl: { type: 'integer', minimum: 1 }, maxAnzahl: { type: 'integer', minimum: 1 },
  },
  noetig: ['optionen'],
  personenbezogen: false,
  schema: ({ optionen = [], minAnzahl = 1, maxAnzahl }) => ({
    type: 'array', items: { type: 'string', enum: optionen.map(({ wert }) => wert) }, uniqueItems: true,
    minItems: minAnzahl, maxItems: maxAnzahl ?? optionen.length,
  }),
  parse: ({ optionen = [] }, eingabe) => {
    const gewaehlt = [...new Set(eingabe.alle())]
    const reihenfolge = optionen.map(({ wert }) => wert)
    const wert = gewaehlt.sort((a, b) => reihenfolge.indexOf(a) - reihenfolge.indexOf(b))
    return wert.length === 0 ? {} : { wert }
  },
  summary: (frage, wert, kontext) =>
    (Array.isArray(wert) ? wert.map((eintrag) => optionText(frage, String(eintrag), kontext)).join('\n') : ''),
  muster: ({ optionen = [], minAnzahl = 1 }) => optionen.slice(0, minAnzahl).map(({ wert }) => wert),
  pruefe: doppelteOptionen,
}

import type { JsonSchema } from '../../domain/formular.js'
import { wortlaut } from '../../domain/texte.js'
import type { Frage } from '../../domain/formular.js'
import type { AnzeigeKontext, FrageTyp } from '../../domain/fragetyp.js'

export const OPTIONEN: JsonSchema = {
  type: 'array', minItems: 1, maxItems: 2000,
  items: {
    type: 'object', required: ['wert', 'label'], additionalProperties: false,
    properties: { wert: { type: 'string', minLength: 1, maxLength: 100 }, label: { $ref: '#/$defs/text' },
      hilfe: { $ref: '#/$defs/text' } },
  },
}

export const doppelteOptionen = ({ optionen = [] }: Frage): ReturnType<NonNullable<FrageTyp['pruefe']>> => {
  const werte = optionen.map(({ wert }) => wert)
  const doppelt = werte.find((wert, index) => werte.indexOf(wert) !== index)
  return doppelt === undefined ? []
    : [{ code: 'option_doppelt', stufe: 'fehler', text: `Die Antwort „${doppelt}“ steht zweimal in der Liste.` }]
}

export const optionText = ({ optionen = [] }: Frage, wert: string, { formular, lang }: AnzeigeKontext): string =>
  wortlaut(formular, optionen.find((option) => option.wert === wert)?.label ?? wert, lang)

/** One of several answers: radio buttons, a select list from eight answers on. */
export const auswahl: FrageTyp = {
  eigenschaften: { optionen: OPTIONEN },
  noetig: ['optionen'],
  personenbezogen: false,
  schema: ({ optionen = [] }) => ({ type: 'string', enum: optionen.map(({ wert }) => wert) }),
  parse: (_frage, eingabe) => {
    const wert = eingabe.text()
    return wert === '' ? {} : { wert }
  },
  summary: (frage, wert, kontext) => (typeof wert === 'string' ? optionText(frage, wert, kontext) : ''),
  muster: ({ optionen = [] }) => optionen[0]?.wert ?? '',
  pruefe: doppelteOptionen,
}

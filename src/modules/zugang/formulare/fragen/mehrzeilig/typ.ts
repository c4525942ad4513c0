import type { FrageTyp } from '../../domain/fragetyp.js'
import { LAENGEN, zeigeText } from '../grundform.js'

export const mehrzeilig: FrageTyp = {
  eigenschaften: { minLaenge: LAENGEN['minLaenge'], maxLaenge: LAENGEN['maxLaenge'] },
  personenbezogen: false,
  schema: ({ minLaenge = 1, maxLaenge = 4000 }) => ({ type: 'string', minLength: minLaenge, maxLength: maxLaenge }),
  parse: (_frage, eingabe) => {
    const wert = eingabe.zeilen()
    return wert === '' ? {} : { wert }
  },
  summary: zeigeText,
  muster: () => 'Text',
}

import type { FrageTyp } from '../../domain/fragetyp.js'
import { ganz, LAENGEN, leseZeile, zeigeText } from '../grundform.js'

export const text: FrageTyp = {
  eigenschaften: LAENGEN,
  personenbezogen: false,
  schema: ({ minLaenge = 1, maxLaenge = 200, muster }) => ({
    type: 'string', minLength: minLaenge, maxLength: maxLaenge,
      ...(muster === undefined ? {} : { pattern: ganz(muster) }),
  }),
  parse: leseZeile,
  summary: zeigeText,
  muster: () => 'Text',
}

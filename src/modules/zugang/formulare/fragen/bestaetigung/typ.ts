import type { FrageTyp } from '../../domain/fragetyp.js'
import { satz } from '../../domain/meldungen.js'

/** A declaration to tick. Never a bundled consent (A10-06): a consent is a question of its own and not mandatory. */
export const bestaetigung: FrageTyp = {
  eigenschaften: {},
  personenbezogen: false,
  schema: () => ({ type: 'boolean', const: true }),
  parse: (_frage, eingabe) => (eingabe.text() === '' ? {} : { wert: true }),
  summary: (_frage, wert, { lang }) => (wert === true ? satz('bestaetigt', lang) : ''),
  muster: () => true,
}

import type { FrageTyp } from '../../domain/fragetyp.js'

/** Text only: nothing is asked, nothing is submitted. */
export const hinweis: FrageTyp = {
  eigenschaften: { art: { type: 'string', enum: ['info', 'warnung', 'erfolg'] } },
  personenbezogen: false,
  schema: () => undefined,
  parse: () => ({}),
  summary: () => '',
  muster: () => null,
}

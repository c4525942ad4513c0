import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { Einleseeingabe, pruefe } from './pruefung.js'

/** What a file from the budget system would do. */
export const zahlenPruefen = query({
  name: 'finanzplan.zahlenPruefen', input: Einleseeingabe, allow: can('finanzplan.verwalten')(),
  run: ({ tx, today }, angabe) => pruefe(tx, today, angabe),
})

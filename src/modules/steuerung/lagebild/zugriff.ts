import { Type } from 'typebox'
import { Forbidden } from '../../../platform/errors.js'
import { holds, type Actor } from '../../../platform/usecases/actor.js'
import type { Allow } from '../../../platform/usecases/allow.js'
import type { Filter } from './domain/filter.js'
import { ALLE_SICHTEN, SICHTEN, type Sicht } from './domain/sicht.js'

export const Sichteingabe = Type.Unsafe<Sicht>(Type.Enum([...ALLE_SICHTEN]))

const Wahl = Type.Optional(Type.String({ maxLength: 60 }))
export const Filtereingabe = Type.Unsafe<Filter>(Type.Object(
  { strategie: Wahl, feld: Wahl, einheit: Wahl, zeitraum: Wahl, prioritaet: Wahl, status: Wahl }, { additionalProperties: false },
))

/** Each view has its right; what is in it, the view decides. */
export const amSicht: Allow<{ readonly sicht: Sicht }> = {
  satz: 'Recht der gewählten Sicht: „lagebild.programm“, „lagebild.vorstand“ oder „lagebild.lesen“',
  rechte: ALLE_SICHTEN.map((sicht) => SICHTEN[sicht].recht), arten: ['personal', 'dienst'],
  async check(actor, _tx, { sicht }) {
    if (actor.art !== 'system' && !holds(actor, SICHTEN[sicht].recht)) throw new Forbidden()
  },
}

export const sichtenVon = (actor: Actor): readonly Sicht[] => ALLE_SICHTEN.filter((sicht) => holds(actor, SICHTEN[sicht].recht))

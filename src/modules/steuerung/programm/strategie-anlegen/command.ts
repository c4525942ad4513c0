import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { strategieAngelegt } from '../events.js'

const Jahr = Type.Integer({ minimum: 1990, maximum: 2200 })

/** Starts a strategy, still empty. */
export const strategieAnlegen = command({
  name: 'programm.strategieAnlegen',
  input: Type.Object({
    kennung: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,59}$' }), name: Type.String({ minLength: 2, maxLength: 300 }),
    jahrVon: Type.Optional(Jahr), jahrBis: Type.Optional(Jahr), quelle: Type.Optional(Type.String({ maxLength: 500 })),
  }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run({ tx, emit }, { kennung, name, jahrVon, jahrBis, quelle }) {
    if (jahrVon && jahrBis && jahrBis < jahrVon) throw new Invalid([{ feld: 'jahrBis', text: 'Das letzte Jahr liegt vor dem ersten. Bitte prüfen Sie beide.' }])
    const vergeben = await programm(tx).selectFrom('programm.strategie').select('id').where('kennung', '=', kennung).executeTakeFirst()
    if (vergeben) throw new Invalid([{ feld: 'kennung', text: 'Diese Kennung hat schon eine andere Strategie. Bitte nehmen Sie eine andere.' }])
    const id = newId()
    await programm(tx).insertInto('programm.strategie').values({ id, kennung, name, jahr_von: jahrVon ?? null, jahr_bis: jahrBis ?? null, quelle: quelle ?? null, angaben: json({}) }).execute()
    emit(strategieAngelegt(id, { kennung }))
    return { id }
  },
})

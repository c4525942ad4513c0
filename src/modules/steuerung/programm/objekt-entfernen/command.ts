import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { objektEntfernt } from '../events.js'
import { sperreObjekt } from '../lesen.js'

/** Takes an object out of the programme, with a reason. Its row and its history stay (X6-04), old versions of the strategy still show it. */
export const objektEntfernen = command({
  name: 'programm.objektEntfernen',
  input: Type.Object({ id: Id, grund: Text(1000) }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run({ tx, emit, now }, { id, grund }) {
    const objekt = await sperreObjekt(tx, id)
    const kinder = await programm(tx).selectFrom('programm.objekt').select('name').where('ober_id', '=', id).where('geloescht_am', 'is', null).limit(3).execute()
    if (kinder.length > 0) throw new Conflict('programm.hatTeile', `Dazu gehören noch: ${kinder.map(({ name }) => `„${name}“`).join(', ')}. Bitte ordnen Sie diese zuerst anders zu.`)
    await programm(tx).updateTable('programm.objekt').set({ geloescht_am: now, oeffentlich: false, version: objekt.version + 1, updated_at: now }).where('id', '=', id).execute()
    emit(objektEntfernt(id, grund))
  },
})

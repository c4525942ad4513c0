import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { organisation } from '../db/tables.js'
import { rolleGeaendert } from '../events.js'

/** Creates a role or changes the one with that key; what was given and taken away is in the event. */
export const rolleFestlegen = command({
  name: 'organisation.rolleFestlegen',
  input: Type.Object({
    schluessel: Type.String({ pattern: '^[a-z][a-z0-9_-]{1,40}$' }), name: Type.String({ minLength: 2, maxLength: 100 }), beschreibung: Type.String({ maxLength: 500 }),
    stufe: Type.Integer({ minimum: 0, maximum: 2 }), rechte: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 300 }),
  }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run({ tx, emit, unchanged }, { schluessel, name, beschreibung, stufe, rechte }) {
    const neu = [...new Set(rechte)].sort()
    const vorher = await organisation(tx).selectFrom('organisation.rolle').selectAll().where('schluessel', '=', schluessel).forUpdate().executeTakeFirst()
    if (vorher && vorher.name === name && vorher.beschreibung === beschreibung && vorher.stufe === stufe && [...vorher.rechte].sort().join() === neu.join()) { unchanged(); return { id: vorher.id } }
    const id = vorher?.id ?? newId()
    if (neu.length === 0) throw new Invalid([{ feld: 'rechte', text: 'Bitte geben Sie der Rolle mindestens ein Recht.' }])
    if (vorher) await organisation(tx).updateTable('organisation.rolle').set({ name, beschreibung, stufe, rechte: neu }).where('id', '=', id).execute()
    else await organisation(tx).insertInto('organisation.rolle').values({ id, schluessel, name, beschreibung, stufe, rechte: neu }).execute()
    emit(rolleGeaendert(id, { schluessel, neu: neu.filter((recht) => !vorher?.rechte.includes(recht)), entzogen: (vorher?.rechte ?? []).filter((recht) => !neu.includes(recht)) }))
    return { id }
  },
})

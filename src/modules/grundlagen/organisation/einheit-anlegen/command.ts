import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { organisation } from '../db/tables.js'
import { einheitAngelegt } from '../events.js'

/** Adds a unit below another (or as the head of the tree). Its short sign is unique in the town. */
export const einheitAnlegen = command({
  name: 'organisation.einheitAnlegen',
  input: Type.Object({
    id: Type.Optional(Id),
    kuerzel: Type.String({ minLength: 1, maxLength: 20 }),
    name: Type.String({ minLength: 2, maxLength: 200 }),
    oberId: Type.Optional(Id),
    telefon: Type.Optional(Type.String({ maxLength: 50 })),
    email: Type.Optional(Type.String({ maxLength: 200 })),
    anschrift: Type.Optional(Type.String({ maxLength: 500 })),
  }, { additionalProperties: false }),
  allow: can('organisation.verwalten')(),
  async run({ tx, emit, today }, input) {
    const { id = newId(), kuerzel, name, oberId = null } = input
    if (!/^[A-Za-z0-9ÄÖÜäöüß./ -]+$/.test(kuerzel)) throw new Invalid([{ feld: 'kuerzel', text: 'Bitte nehmen Sie nur Buchstaben, Ziffern, Punkt, Schrägstrich, Bindestrich und Leerzeichen.' }])
    const vergeben = await organisation(tx).selectFrom('organisation.einheit').select('id').where('kuerzel', '=', kuerzel).executeTakeFirst()
    if (vergeben) throw new Invalid([{ feld: 'kuerzel', text: `Das Kürzel „${kuerzel}“ ist schon vergeben. Bitte nehmen Sie ein anderes.` }])
    if (oberId && !(await organisation(tx).selectFrom('organisation.einheit').select('id').where('id', '=', oberId).executeTakeFirst())) {
      throw new Invalid([{ feld: 'oberId', text: 'Bitte wählen Sie eine vorhandene übergeordnete Einheit.' }])
    }
    await organisation(tx).insertInto('organisation.einheit').values({
      id, kuerzel, name, ober_id: oberId, telefon: input.telefon || null, email: input.email || null, anschrift: input.anschrift || null, gueltig_von: today, gueltig_bis: null,
    }).execute()
    emit(einheitAngelegt(id, { kuerzel, oberId }))
    return { id }
  },
})

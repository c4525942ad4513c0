import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { organisation } from '../db/tables.js'
import { einheitAngelegt } from '../events.js'
import { kuerzelFehler } from './kuerzel.js'

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
    const fehler = await kuerzelFehler(tx, kuerzel)
    if (fehler) throw new Invalid([fehler])
    if (oberId && !(await organisation(tx).selectFrom('organisation.einheit').select('id').where('id', '=', oberId).where('gueltig_bis', 'is', null).executeTakeFirst())) {
      throw new Invalid([{ feld: 'oberId', text: 'Bitte wählen Sie eine vorhandene übergeordnete Einheit.' }])
    }
    await organisation(tx).insertInto('organisation.einheit').values({
      id, kuerzel, name, ober_id: oberId, telefon: input.telefon || null, email: input.email || null, anschrift: input.anschrift || null, gueltig_von: today, gueltig_bis: null,
    }).execute()
    emit(einheitAngelegt(id, { kuerzel, oberId }))
    return { id }
  },
})

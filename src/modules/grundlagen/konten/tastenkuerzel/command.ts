import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { eigenesKonto } from '../eigenes-konto.js'
import { tastenkuerzelGesetzt } from '../events.js'

/** Turns the shortcuts of the workplace on or off, for the own account, in every browser (WCAG 2.1.4). */
export const tastenkuerzelSetzen = command({
  name: 'konten.tastenkuerzelSetzen',
  input: Type.Object({ kontoId: Id, an: Type.Boolean() }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit, unchanged }, { kontoId, an }) {
    const row = await konten(tx).selectFrom('konten.konto').select('tastenkuerzel').where('id', '=', kontoId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.tastenkuerzel === an) return unchanged()
    await konten(tx).updateTable('konten.konto').set({ tastenkuerzel: an }).where('id', '=', kontoId).execute()
    emit(tastenkuerzelGesetzt(kontoId, { an }))
  },
})

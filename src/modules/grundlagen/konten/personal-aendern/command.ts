import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { konten } from '../db/tables.js'
import { angabenPruefen, Personenname } from '../domain/angaben.js'
import { kontoGeaendert } from '../events.js'

/** Changes what others see of an employee. The sign-in name stays: records and keys of other systems may know it. */
export const personalAendern = command({
  name: 'konten.personalAendern',
  input: Type.Object({
    id: Id,
    name: Personenname,
    email: Type.Optional(Type.String({ maxLength: 254 })),
    telefon: Type.Optional(Type.String({ maxLength: 50 })),
  }, { additionalProperties: false }),
  allow: can('konten.verwalten')(),
  async run({ tx, emit, unchanged }, { id, ...input }) {
    angabenPruefen(input)
    const alt = await konten(tx).selectFrom('konten.konto').select(['name', 'email', 'telefon']).where('id', '=', id).where('art', '=', 'personal').forUpdate().executeTakeFirst()
    if (!alt) throw new NotFound()
    const neu = { name: input.name, email: input.email || null, telefon: input.telefon || null }
    const felder = (['name', 'email', 'telefon'] as const).filter((feld) => alt[feld] !== neu[feld])
    if (felder.length === 0) { unchanged(); return }
    await konten(tx).updateTable('konten.konto').set({ ...neu, ...(felder.includes('email') ? { email_bestaetigt_am: null } : {}) }).where('id', '=', id).execute()
    emit(kontoGeaendert(id, { felder }))
  },
})

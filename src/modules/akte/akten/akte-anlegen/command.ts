import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { legeAkteAn } from './akte.js'

/** A person makes an Akte by hand: the sign is issued, never typed (C1-02); a paper part needs its place (C2-12). */
export const akteAnlegen = command({
  name: 'akten.akteAnlegen',
  input: Type.Object({
    aktenplaneinheit: Text(40), betreff: Text(500), einheitId: Id, stufe: Type.Optional(Type.Union([Type.Literal(0), Type.Literal(1), Type.Literal(2)])),
    medium: Type.Optional(Type.Union([Type.Literal('001'), Type.Literal('002'), Type.Literal('003')])), standort: Type.Optional(Type.String({ maxLength: 300 })),
  }, { additionalProperties: false }),
  allow: can('akte.anlegen').on(async ({ einheitId, stufe }: { einheitId: string; stufe?: number }, tx) => {
    return (await einheitenById(tx, [einheitId])).has(einheitId) ? { einheitId, stufe: stufe ?? 0 } : undefined
  }),
  async run(ctx, { aktenplaneinheit, betreff, einheitId, stufe = 0, medium = '001', standort = '' }) {
    if (medium !== '001' && !standort.trim()) throw new Invalid([{ feld: 'standort', text: 'Geben Sie an, wo der Papierteil liegt.' }])
    return legeAkteAn(ctx, { aktenplaneinheit, betreff, einheitId, stufe, medium, ...(standort.trim() ? { standort: standort.trim() } : {}) })
  },
})

import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { findForderung, type Forderung } from '../../forderungen/index.js'
import { findZahlung, type Zahlung } from '../zahlung.js'
import { eigeneForderung } from './command.js'

/** An attempt on one's own claim. */
export const meineZahlung = query({
  name: 'bezahlung.meineZahlung',
  input: Type.Object({ kassenzeichen: Type.String({ maxLength: 40 }), zahlungId: Id }, { additionalProperties: false }),
  allow: inhaber(eigeneForderung),
  async run({ tx }, { kassenzeichen, zahlungId }): Promise<{ zahlung: Zahlung; forderung: Forderung }> {
    const zahlung = await findZahlung(tx, zahlungId)
    const forderung = zahlung && await findForderung(tx, zahlung.forderungId)
    if (!forderung || forderung.kassenzeichen !== kassenzeichen.replace(/\s/g, '')) throw new NotFound()
    return { zahlung, forderung }
  },
})

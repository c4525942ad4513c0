import { NotFound } from '../../../platform/errors.js'
import { einer, intern, type Allow } from '../../../platform/usecases/allow.js'

/** The person whose account it is, or the sign-in at work; a company's account has no password that somebody acting for it could set. The routes of this room check the proof (password, code) beforehand. */
export const eigenesKonto = <I extends { kontoId: string }>(): Allow<I> => einer<I>(intern(), {
  satz: 'die Person, der das Konto gehört', rechte: [], arten: ['personal', 'buerger'],
  async check(actor, _tx, { kontoId }) { if ((actor.art !== 'personal' && actor.art !== 'buerger') || actor.id !== kontoId || actor.durch) throw new NotFound() },
})

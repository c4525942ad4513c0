import { Type } from 'typebox'
import { Invalid } from '../../../platform/errors.js'
import { intern } from '../../../platform/usecases/allow.js'
import { command } from '../../../platform/usecases/usecase.js'
import { findEinheitByKuerzel } from '../../grundlagen/organisation/index.js'
import { modellFreigeben } from '../../verfahren/workflow/index.js'
import { projektantraege } from './db/tables.js'
import { wegFestgelegt } from './events.js'
import { modellschluessel } from './verfahren.js'

/** Sets up one way to decide: its process is checked and released, its files belong to that unit and place of the Aktenplan. */
export const wegFestlegen = command({
  name: 'projektantraege.wegFestlegen',
  input: Type.Object({
    schluessel: Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' }), name: Type.String({ minLength: 2, maxLength: 200 }), einheit: Type.String({ maxLength: 20 }), aktenplaneinheit: Type.String({ maxLength: 40 }),
    rang: Type.Integer({ minimum: 0, maximum: 1000 }), xml: Type.String({ maxLength: 1_000_000 }),
    /** Weeks within which every idea gets an answer (H2-07); six where nothing is said. */
    antwortWochen: Type.Optional(Type.Integer({ minimum: 1, maximum: 52 })),
  }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { schluessel, name, einheit, aktenplaneinheit, rang, xml, antwortWochen }) {
    const zustaendig = await findEinheitByKuerzel(ctx.tx, einheit)
    if (!zustaendig) throw new Invalid([{ feld: 'einheit', text: `Die Einheit ${einheit} gibt es nicht.` }])
    await modellFreigeben(ctx, { schluessel: modellschluessel(schluessel), xml })
    const werte = { name, einheit_id: zustaendig.id, aktenplaneinheit, rang, ...(antwortWochen ? { antwort_wochen: antwortWochen } : {}) }
    await projektantraege(ctx.tx).insertInto('projektantraege.weg').values({ schluessel, ...werte }).onConflict((on) => on.columns(['mandant_id', 'schluessel']).doUpdateSet(werte)).execute()
    ctx.emit(wegFestgelegt(schluessel))
  },
})

import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { scanBlob } from '../../../../platform/uploads/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { dateiGeprueft, dokumentBefallen } from '../events.js'
import { ungepruefteDateien, virenbefunde } from './befund.js'

/** Writes down what the scanner said about a content; every document that holds it is told. A second verdict changes nothing. */
export const virenbefundEintragen = command({
  name: 'akten.virenbefundEintragen',
  input: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), signatur: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, now, emit, unchanged }, { sha256, signatur }) {
    const ergebnis = signatur === undefined ? 'sauber' : 'befallen'
    const neu = await akten(tx).insertInto('akten.virenpruefung').values({ sha256, ergebnis, signatur: signatur ?? null, zeitpunkt: now })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'sha256']).doNothing()).returning('sha256').executeTakeFirst()
    if (!neu) return unchanged()
    emit(dateiGeprueft(sha256, { ergebnis }))
    if (signatur === undefined) return
    const dokumente = await akten(tx).selectFrom('akten.dokumentversion as v')
      .innerJoin('akten.dokument as d', (join) => join.onRef('d.mandant_id', '=', 'v.mandant_id').onRef('d.id', '=', 'v.dokument_id'))
      .select(['d.id', 'd.vorgang_id']).distinct().where('v.sha256', '=', sha256).execute()
    for (const { id, vorgang_id } of dokumente) emit(dokumentBefallen(id, vorgang_id, { sha256, signatur }))
  },
})

const SEITE = 100

/**
 * Scans what came in while no scanner was set up, or while it did not answer. Without a scanner nothing happens; what it cannot
 * say (down, too large) stays unscanned, says so on the screen, and is tried again next time.
 */
export const virenpruefung: Recurring = {
  name: 'akten.virenpruefung', alleSekunden: 600,
  async run({ app, mandantId, actor, signal }) {
    if (!app.config.clamd.url) return
    for (const quelle of ungepruefteDateien.alle()) {
      for (let nach = '', seite = await app.db.withMandant(mandantId, (tx) => quelle(tx, nach, SEITE)); seite.length > 0; seite = await app.db.withMandant(mandantId, (tx) => quelle(tx, nach, SEITE))) {
        const bekannt = await app.db.withMandant(mandantId, (tx) => virenbefunde(tx, seite))
        for (const sha256 of seite.filter((hash) => !bekannt.has(hash))) {
          if (signal.aborted) return
          const befund = await scanBlob(app, mandantId, sha256)
          if (befund.verdict !== 'ungeprueft') await app.execute(actor, virenbefundEintragen, { sha256, ...(befund.verdict === 'befallen' ? { signatur: befund.signatur.slice(0, 200) } : {}) })
          else app.log.warn('virenpruefung.ohneErgebnis', { sha256, grund: befund.grund })
        }
        nach = seite.at(-1) ?? nach
      }
    }
  },
}

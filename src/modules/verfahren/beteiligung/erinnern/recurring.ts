import { Type } from 'typebox'
import { job } from '../../../../platform/jobs/job.js'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { formatDate, legalDate } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { kontenMitRolle } from '../../../grundlagen/organisation/index.js'
import { beteiligungById, lockBeteiligung } from '../beteiligung.js'
import { beteiligungen } from '../db/tables.js'
import { stelleErinnert } from '../events.js'

/** How many days before the last day the asked unit is reminded. */
export const ERINNERUNGSTAGE = 3
const BATCH = 200

/** Tells one colleague by mail, without what it is about (A7-05). Answered meanwhile: no mail. */
export const erinnerungSenden = job<{ beteiligungId: string; kontoId: string }>({
  name: 'beteiligung.erinnerungSenden',
  async run({ app, mandantId }, { beteiligungId, kontoId }) {
    const { beteiligung, konto } = await app.db.withMandant(mandantId, async (tx) => ({ beteiligung: await beteiligungById(tx, beteiligungId), konto: (await kontenById(tx, [kontoId])).get(kontoId) }))
    if (!konto?.email || !beteiligung || beteiligung.beendetAm) return
    await app.mail.send(mandantId, {
      to: { address: konto.email, name: konto.name }, subject: 'Erinnerung: Eine Stellungnahme Ihrer Stelle wird erwartet', messageId: `<beteiligung-${beteiligungId}-${kontoId}@stadtkern.invalid>`,
      text: `Guten Tag ${konto.name},\n\neine andere Stelle erwartet bis zum ${formatDate(beteiligung.frist)} eine Stellungnahme Ihrer Stelle.\n\nSie finden sie hier: Arbeitsplatz, Stellungnahmen.\n`,
    })
  },
})

/** Reminds a unit of one request, once. */
export const anStellungnahmeErinnern = command({
  name: 'beteiligung.anStellungnahmeErinnern', input: Type.Object({ beteiligungId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { beteiligungId }) {
    const row = await lockBeteiligung(ctx.tx, beteiligungId)
    if (row.beendet_am || row.erinnert_am || legalDate(row.erbeten_am).equals(ctx.today)) return ctx.unchanged()
    await beteiligungen(ctx.tx).updateTable('beteiligung.beteiligung').set({ erinnert_am: ctx.now }).where('id', '=', beteiligungId).execute()
    const an = await kontenMitRolle(ctx.tx, 'sachbearbeitung', row.einheit_id, ctx.today)
    ctx.emit(stelleErinnert(beteiligungId, row.vorgang_id, { einheitId: row.einheit_id, frist: row.frist.toString(), an }))
    for (const kontoId of an) ctx.enqueue(erinnerungSenden, { beteiligungId, kontoId })
  },
})

/** In business time, so that moving the demo clock brings the reminders. */
export const erinnerungen: Recurring = {
  name: 'beteiligung.erinnerungen', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    const bis = app.clock.today().add({ days: ERINNERUNGSTAGE })
    const faellige = await app.db.withMandant(mandantId, (tx) => beteiligungen(tx).selectFrom('beteiligung.beteiligung').select('id')
      .where('beendet_am', 'is', null).where('erinnert_am', 'is', null).where('frist', '<=', bis)
      .where('erbeten_am', '<', app.clock.today().toZonedDateTime('Europe/Berlin').toInstant()).orderBy('frist').limit(BATCH).execute())
    for (const { id } of faellige) {
      if (signal.aborted) return
      await app.execute(actor, anStellungnahmeErinnern, { beteiligungId: id })
    }
  },
}

import { Type } from 'typebox'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { formatDateLong, legalDate } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { istUnbeantwortet, lockAntrag, rueckfragenVon } from '../antrag.js'
import { benachrichtigen } from '../benachrichtigung.js'
import { antraege } from '../db/tables.js'
import { istOffen } from '../domain/status.js'
import { rueckfrageErinnert } from '../events.js'

/** How many days before the last day the person is reminded. */
export const ERINNERUNGSTAGE = 3
const BATCH = 200

/** Reminds of one question by a message in the mailbox, once. What was answered or asked today meanwhile needs no reminder. */
export const anRueckfrageErinnern = command({
  name: 'antraege.anRueckfrageErinnern',
  input: Type.Object({ antragId: Id, rueckfrageId: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { antragId, rueckfrageId }) {
    const antrag = await lockAntrag(ctx.tx, { id: antragId })
    const frage = (await rueckfragenVon(ctx.tx, [antragId])).get(antragId)?.find(({ id }) => id === rueckfrageId)
    if (!frage || !istUnbeantwortet(frage) || !istOffen(antrag.status) || legalDate(frage.gestelltAm).equals(ctx.today)) return ctx.unchanged()
    const { numUpdatedRows } = await antraege(ctx.tx).updateTable('antraege.rueckfrage').set({ erinnert_am: ctx.now }).where('id', '=', rueckfrageId).where('erinnert_am', 'is', null).executeTakeFirst()
    if (numUpdatedRows === 0n) return ctx.unchanged()
    ctx.emit(rueckfrageErinnert(rueckfrageId, antrag.vorgangId, { antragId, frist: frage.frist.toString() }))
    await benachrichtigen(ctx, antrag, {
      art: 'rueckfrage', betreff: 'Erinnerung: Wir warten auf Ihre Antwort', dokumentIds: [],
      text: `Zu Ihrem Antrag „${antrag.bezeichnung}“ (${antrag.vorgangsnummer}) haben wir Ihnen eine Frage gestellt. Bitte antworten Sie bis zum ${formatDateLong(frage.frist)}. Die Frage und das Feld für Ihre Antwort finden Sie auf der Seite Ihres Vorgangs.\n\nWenn Sie mehr Zeit brauchen, rufen Sie uns bitte an.`,
    })
  },
})

/** Looks in business time, so that moving the demo clock brings the reminders. */
export const erinnerungen: Recurring = {
  name: 'antraege.erinnerungen', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    const heute = app.clock.today()
    const faellige = await app.db.withMandant(mandantId, (tx) => antraege(tx).selectFrom('antraege.rueckfrage').select(['id', 'antrag_id'])
      .where('beantwortet_am', 'is', null).where('entfallen_am', 'is', null).where('erinnert_am', 'is', null)
      .where('frist', '>=', heute).where('frist', '<=', heute.add({ days: ERINNERUNGSTAGE }))
      .where('gestellt_am', '<', heute.toZonedDateTime('Europe/Berlin').toInstant()).orderBy('frist').limit(BATCH).execute())
    for (const { id, antrag_id } of faellige) {
      if (signal.aborted) return
      await app.execute(actor, anRueckfrageErinnern, { antragId: antrag_id, rueckfrageId: id })
    }
  },
}

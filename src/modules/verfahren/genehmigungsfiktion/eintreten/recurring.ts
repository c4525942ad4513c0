import { Type } from 'typebox'
import type { JobContext, Recurring } from '../../../../platform/jobs/job.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { vorgangById, zugriffAufVorgang } from '../../../akte/akten/index.js'
import { aufgabeAnlegen, aufgabeEntfaellt } from '../../../grundlagen/aufgaben/index.js'
import { findFristZu, fristErledigen } from '../../../grundlagen/fristen/index.js'
import { antragStatusSetzen } from '../../antraege/index.js'
import { schreibe } from '../../schreiben/index.js'
import { nachrichtSenden } from '../../workflow/index.js'
import { fiktionen } from '../db/tables.js'
import { genehmigungFingiert, vorEndeGewarnt } from '../events.js'
import { lockLaufende, QUELLE, warnung } from '../fiktion.js'

/** The message that the process of such a service waits for at its work; the import of a package looks that it does. */
export const NACHRICHT = 'genehmigung.fingiert'

/**
 * The last day has passed and nobody has decided: the application counts as granted. Nobody decides that; it is recorded, the process
 * leaves what it was doing, the person reads it. Looked at again under the lock, because a decision may have come.
 */
export const fiktionEintreten = command({
  name: 'genehmigungsfiktion.fiktionEintreten', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { vorgangId }) {
    const row = await lockLaufende(ctx.tx, vorgangId)
    if (!row?.ende || row.ruht_seit || Temporal.PlainDate.compare(row.ende, ctx.today) >= 0) return ctx.unchanged()
    await fiktionen(ctx.tx).updateTable('genehmigungsfiktion.fiktion').set({ beendet_am: ctx.now, beendet_weil: 'eingetreten', eingetreten_am: row.ende.add({ days: 1 }) }).where('id', '=', row.id).execute()
    await aufgabeEntfaellt(ctx, row.id, warnung(row))
    const frist = await findFristZu(ctx.tx, row.id, 'GENEHMIGUNGSFIKTION')
    if (frist) await fristErledigen(ctx, frist.id, 'Genehmigung gilt als erteilt')
    ctx.emit(genehmigungFingiert(row.id, vorgangId, { ende: row.ende.toString(), norm: row.norm }))
    await antragStatusSetzen(ctx, vorgangId, 'GENEHMIGUNG_FINGIERT', `Bis ${formatDateLong(row.ende)} nicht entschieden (${row.norm})`)
    await nachrichtSenden(ctx, { vorgangId, nachricht: NACHRICHT })
    await schreibe(ctx, {
      vorgangId, bezug: { art: 'fiktion_eingetreten', id: row.id }, typ: 'schreiben', betreff: 'Ihr Antrag gilt als genehmigt',
      inhalt: [
        `über Ihren Antrag haben wir bis zum ${formatDateLong(row.ende)} nicht entschieden. Deshalb gilt die Genehmigung seit dem ${formatDateLong(row.ende.add({ days: 1 }))} als erteilt (${row.norm}).`,
        'Auf Wunsch bescheinigen wir Ihnen das (§ 42a Absatz 3 VwVfG NRW). Fordern Sie die Bescheinigung in Ihrem Konto an oder rufen Sie uns an.',
      ],
      nachricht: 'Guten Tag,\n\nIhr Antrag gilt als genehmigt, weil wir nicht rechtzeitig entschieden haben. Das Schreiben dazu liegt bei. Eine Bescheinigung können Sie auf der Seite Ihres Antrags anfordern.',
    })
  },
})

/** A task for the clerk well before the end, once for each end. */
export const vorEndeWarnen = command({
  name: 'genehmigungsfiktion.vorEndeWarnen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: intern(),
  async run(ctx, { vorgangId }) {
    const row = await lockLaufende(ctx.tx, vorgangId)
    const vorgang = await vorgangById(ctx.tx, vorgangId)
    if (!row?.ende || !vorgang || row.ruht_seit || row.gewarnt_am || Temporal.PlainDate.compare(row.ende.subtract({ days: row.warnung_tage }), ctx.today) > 0) return ctx.unchanged()
    await fiktionen(ctx.tx).updateTable('genehmigungsfiktion.fiktion').set({ gewarnt_am: ctx.now }).where('id', '=', row.id).execute()
    await aufgabeAnlegen(ctx, {
      vorgangId, einheitId: vorgang.einheitId, gruppe: 'sachbearbeitung', stufe: vorgang.stufe, maske: 'allgemein', quelle: QUELLE, instanzId: row.id, tokenId: warnung(row), faelligAm: row.ende,
      titel: 'Bald gilt der Antrag als genehmigt: jetzt entscheiden', ausgeschlossen: (await zugriffAufVorgang(ctx.tx, vorgangId))?.ausgeschlossen ?? [],
      ergebnisse: [{ wert: 'gesehen', text: 'Zur Kenntnis genommen' }], kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
    })
    ctx.emit(vorEndeGewarnt(row.id, vorgangId, { ende: row.ende.toString() }))
  },
})

const BATCH = 200

/** In business time, so that moving the demo clock shows it. The decision of the last day still counts: looked at from the day after. */
async function durchsehen({ app, mandantId, actor, signal }: JobContext): Promise<void> {
  const heute = app.clock.today()
  const laufende = await app.db.withMandant(mandantId, (tx) => fiktionen(tx).selectFrom('genehmigungsfiktion.fiktion').select(['vorgang_id', 'ende', 'warnung_tage', 'gewarnt_am'])
    .where('beendet_am', 'is', null).where('ruht_seit', 'is', null).where('ende', '<=', heute.add({ days: 60 })).orderBy('ende').limit(BATCH).execute())
  for (const { vorgang_id: vorgangId, ende, warnung_tage: tage, gewarnt_am: gewarnt } of laufende) {
    if (signal.aborted || !ende) return
    if (Temporal.PlainDate.compare(ende, heute) < 0) await app.execute(actor, fiktionEintreten, { vorgangId })
    else if (!gewarnt && Temporal.PlainDate.compare(ende.subtract({ days: tage }), heute) <= 0) await app.execute(actor, vorEndeWarnen, { vorgangId })
  }
}

export const fiktionslauf: Recurring = { name: 'genehmigungsfiktion.lauf', alleSekunden: 60, run: durchsehen }

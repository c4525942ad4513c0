import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { formatDate, legalDate } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { bekanntgabeBerechnen } from '../bekanntgabe.js'
import { ausgang } from '../db/tables.js'
import { anschriftVollstaendig, buchnummer, nach } from '../domain/sendung.js'
import { sendungAufgegeben } from '../events.js'
import { anSendung, lockSendung } from '../lesen.js'
import { nachweise } from '../nachweis.js'

/**
 * Records that letters were handed to the post on a day: the trigger of the Bekanntgabe is this hand-over, not the click on
 * "print" (D3-04). All of them or none.
 */
export const postAufgeben = command({
  name: 'ausgang.postAufgeben',
  input: Type.Object({ sendungIds: Type.Array(Id, { minItems: 1, maxItems: 200 }), am: Datum }, { additionalProperties: false }),
  allow: can('ausgang.aufgeben')(),
  async run(ctx, { sendungIds, am }) {
    const tag = tagAus(am)
    if (Temporal.PlainDate.compare(tag, ctx.today) > 0) throw new Invalid([{ feld: 'am', text: 'Dieser Tag liegt in der Zukunft. Bitte tragen Sie ein, wann die Briefe wirklich zur Post gegangen sind.' }])
    // In the order of ids: two people with overlapping choices wait for each other instead of locking each other out.
    for (const id of [...new Set(sendungIds)].sort()) await eine(ctx, id, tag)
  },
})

async function eine(ctx: CommandContext, id: string, tag: Temporal.PlainDate): Promise<void> {
  const sendung = await lockSendung(ctx.tx, id)
  const ort = await anSendung({ sendungId: id }, ctx.tx)
  if (!ort || (ctx.actor.art !== 'system' && !holds(ctx.actor, 'ausgang.aufgeben', ort))) throw new NotFound()
  if (sendung.status === 'AUFGEGEBEN' && sendung.aufgabe_tag?.equals(tag)) { ctx.unchanged(); return }
  const status = nach(sendung.status, 'aufgeben')
  if (sendung.kanal !== 'post' || !status) throw new Conflict('sendung.nichtAufgebbar', `${buchnummer(sendung)} ist kein Brief, der noch zur Post muss. Bitte laden Sie die Seite neu.`)
  if (!anschriftVollstaendig(sendung.anschrift)) throw new Conflict('sendung.anschriftFehlt', `Bei ${buchnummer(sendung)} fehlt die Anschrift. Bitte ergänzen Sie sie zuerst.`)
  if (Temporal.PlainDate.compare(tag, legalDate(sendung.angelegt_am)) < 0) {
    throw new Invalid([{ feld: 'am', text: `${buchnummer(sendung)} gibt es erst seit dem ${formatDate(legalDate(sendung.angelegt_am))}. Bitte tragen Sie diesen Tag oder einen späteren ein.` }])
  }
  const neu = { status, aufgabe_am: ctx.now, aufgabe_tag: tag }
  await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neu).where('id', '=', id).execute()
  await nachweise(ctx, { sendungId: id, vorgangId: sendung.vorgang_id, art: 'AUFGABE_ZUR_POST', kanal: 'post', adresse: [sendung.name, ...sendung.anschrift].join(', '), dokumentHash: sendung.dokument_hash, tag })
  ctx.emit(sendungAufgegeben(id, sendung.vorgang_id, { am: tag.toString() }))
  await bekanntgabeBerechnen(ctx, { ...sendung, ...neu }, 'Zur Post gegeben')
}

/** @throws Invalid for a day that does not exist */
export function tagAus(text: string, feld = 'am'): Temporal.PlainDate {
  const [jahr = 0, monat = 0, tag = 0] = text.split('-').map(Number)
  const datum = monat >= 1 && monat <= 12 && tag >= 1 ? Temporal.PlainDate.from({ year: jahr, month: monat, day: tag }) : undefined
  if (datum?.day !== tag) throw new Invalid([{ feld, text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.' }])
  return datum
}

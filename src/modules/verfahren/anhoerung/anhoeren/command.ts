import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { formatDateLong, newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang, istBearbeitbar, vorgangById } from '../../../akte/akten/index.js'
import { fristSetzen } from '../../../grundlagen/fristen/index.js'
import { absaetze, schreibe } from '../../schreiben/index.js'
import { anhoerungenVon, istOffen } from '../anhoerung.js'
import { anhoerungen } from '../db/tables.js'
import { WENIGSTENS } from '../domain/ausnahmen.js'
import { leseTag } from '../domain/tag.js'
import { angehoert } from '../events.js'

/** Tells the person what is intended and why, and until when there is time to answer (§ 28(1) VwVfG NRW). One at a time. */
export const anhoeren = command({
  name: 'anhoerung.anhoeren', input: Type.Object({ vorgangId: Id, text: Text(20_000), frist: Datum }, { additionalProperties: false }),
  allow: can('bescheid.entwerfen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, text, frist: bis }) {
    const vorgang = await vorgangById(ctx.tx, vorgangId)
    if (!vorgang) throw new NotFound()
    if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgang.zda', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder.')
    const frist = leseTag(bis)
    if (!frist || Temporal.PlainDate.compare(frist, ctx.today.add({ days: WENIGSTENS })) < 0 || Temporal.PlainDate.compare(frist, ctx.today.add({ years: 1 })) > 0) {
      throw new Invalid([{ feld: 'frist', text: `Bitte geben Sie einen Tag an, der wenigstens ${WENIGSTENS} Tage und höchstens ein Jahr entfernt ist.` }])
    }
    if ((await anhoerungenVon(ctx.tx, vorgangId)).some(istOffen)) throw new Conflict('anhoerung.laeuft', 'Zu diesem Vorgang läuft schon eine Anhörung.')
    const id = newId()
    const { schreibenId } = await schreibe(ctx, {
      vorgangId, bezug: { art: 'anhoerung', id }, typ: 'anhoerung', betreff: 'Anhörung: Bitte nehmen Sie Stellung',
      inhalt: [
        ...absaetze(text), `Bevor wir entscheiden, können Sie sich dazu äußern (§ 28 Absatz 1 VwVfG NRW). Ihre Antwort muss bis zum ${formatDateLong(frist)} bei uns sein: in Ihrem Konto auf der Seite Ihres Antrags, mit einem Brief oder persönlich.`,
        'Sie müssen nicht antworten. Antworten Sie nicht, entscheiden wir nach dem, was wir wissen.',
      ],
      nachricht: `Guten Tag,\n\nwir wollen anders entscheiden, als Sie beantragt haben. Warum, steht in dem Schreiben, das beiliegt. Bitte antworten Sie bis zum ${formatDateLong(frist)}: /konto/vorgaenge/${vorgang.vorgangsnummer}/anhoerung`,
    })
    await anhoerungen(ctx.tx).insertInto('anhoerung.anhoerung').values({ id, vorgang_id: vorgangId, art: 'anhoerung', text, frist, schreiben_id: schreibenId, von: ctx.actor.id, am: ctx.now }).execute()
    await fristSetzen(ctx, { vorgangId, art: 'ANHOERUNG', bezugId: id, beginn: ctx.today, ende: frist, regel: '§ 28 Abs. 1 VwVfG NRW', begruendung: `Bis zum ${formatDateLong(frist)} kann die Person antworten; der Tag steht im Schreiben.` })
    ctx.emit(angehoert(id, vorgangId, { frist: bis }))
  },
})

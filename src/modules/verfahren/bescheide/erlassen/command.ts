import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen, dokumentFestschreiben } from '../../../akte/akten/index.js'
import { sendungAufgeben } from '../../../akte/ausgang/index.js'
import { DienstFehler } from '../../workflow/index.js'
import { bescheidById, lockBescheid, type Bescheidzeile } from '../bescheid.js'
import { bescheide } from '../db/tables.js'
import { bescheidErlassen, bescheidKorrigiert, erlassAngestossen } from '../events.js'
import { ausfertigungVon } from './ausfertigung.js'
import { ausfertigen } from './job.js'

/**
 * The service `bescheide.erlassen`: fixes what is decided (content, Belehrung, addressee, channel, rule) and has the file made.
 * Called again it changes nothing. File and Sendung follow in a job, so that the process does not wait for a renderer.
 */
export async function erlasse(ctx: CommandContext, vorgangId: string): Promise<{ bescheidId: string }> {
  return erlasseZeile(ctx, await lockBescheid(ctx.tx, { vorgangId }))
}

/** The same for a decision whose row is locked: also for a correction. */
export async function erlasseZeile(ctx: CommandContext, zeile: Bescheidzeile): Promise<{ bescheidId: string }> {
  const vorgangId = zeile.vorgang_id
  if (zeile.angestossen_am) { ctx.unchanged(); return { bescheidId: zeile.id } }
  const bescheid = await bescheidById(ctx.tx, zeile.id)
  const fassung = bescheid?.fassungen.at(-1)
  if (!bescheid || !fassung || (bescheid.status !== 'gezeichnet' && bescheid.automatischNorm === null)) throw new DienstFehler('bescheidNichtGezeichnet', 'Der Bescheid ist noch nicht gezeichnet.')
  const ausfertigung = await ausfertigungVon(ctx.tx, bescheid, fassung.inhalt, fassung.autorId, ctx.today, false)
  await bescheide(ctx.tx).updateTable('bescheide.bescheid').set({ ausfertigung: json(ausfertigung), angestossen_am: ctx.now }).where('id', '=', zeile.id).execute()
  ctx.emit(erlassAngestossen(zeile.id, vorgangId, { fassung: fassung.nr, belehrung: ausfertigung.rechtsbehelf.belehrungVersion }))
  ctx.enqueue(ausfertigen, { bescheidId: zeile.id })
  return { bescheidId: zeile.id }
}

const KORREKTURTEXT = 'Guten Tag,\n\nwir haben einen früheren Bescheid nachträglich geändert. Was sich ändert und warum, steht in dem neuen Bescheid, der dieser Nachricht beiliegt.\n\nMit dem Bescheid beginnt eine Frist: Am Ende steht, was Sie tun können, wenn Sie nicht einverstanden sind, und bis wann.'

/** Files the rendered decision, freezes and sends it: all of it or nothing, and once. */
export const ausfertigungAblegen = command({
  name: 'bescheide.ausfertigungAblegen',
  input: Type.Object({
    bescheidId: Id, datei: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 1 }), dateiname: Text(255) }, { additionalProperties: false }),
  }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { bescheidId, datei }) {
    const bescheid = await lockBescheid(ctx.tx, { id: bescheidId })
    const { ausfertigung } = bescheid
    if (bescheid.erlassen_am || !ausfertigung) { ctx.unchanged(); return }
    const vorgangId = bescheid.vorgang_id
    const { dokumentId } = await dokumentAblegen(ctx, {
      vorgangId, betreff: `Bescheid: ${ausfertigung.daten.betreff}`.slice(0, 300), typ: 'bescheid', richtung: 'ausgang', datum: Temporal.PlainDate.from(ausfertigung.datum),
      datei: { ...datei, mime: 'application/pdf' }, pruefstatus: 'sauber',
    })
    await dokumentFestschreiben(ctx, dokumentId, 'Erlassen')
    const { empfaenger } = ausfertigung
    const { sendungId } = await sendungAufgeben(ctx, {
      vorgangId, dokumentId, kanal: ausfertigung.kanal, betreff: `Bescheid: ${ausfertigung.daten.betreff}`.slice(0, 300), bekanntgabeRegel: ausfertigung.regel, rechtsbehelf: ausfertigung.rechtsbehelf, art: 'bescheid',
      empfaenger: { name: empfaenger.name, anschrift: empfaenger.anschrift, ...(empfaenger.kontoId ? { kontoId: empfaenger.kontoId } : {}) },
      nachricht: bescheid.vorgaenger_id ? KORREKTURTEXT : 'Guten Tag,\n\nwir haben über Ihren Antrag entschieden. Den Bescheid finden Sie in dieser Nachricht. Bitte lesen Sie ihn und speichern Sie ihn für Ihre Unterlagen.\n\nMit dem Bescheid beginnt eine Frist: Am Ende des Bescheids steht, was Sie tun können, wenn Sie nicht einverstanden sind, und bis wann.',
    })
    await bescheide(ctx.tx).updateTable('bescheide.bescheid').set({ dokument_id: dokumentId, sendung_id: sendungId, erlassen_am: ctx.now, status: 'erlassen' }).where('id', '=', bescheidId).execute()
    if (!bescheid.vorgaenger_id) {
      ctx.emit(bescheidErlassen(bescheidId, vorgangId, { art: bescheid.art, dokumentId, sendungId }))
      return
    }
    await bescheide(ctx.tx).updateTable('bescheide.bescheid').set({ status: 'korrigiert' }).where('id', '=', bescheid.vorgaenger_id).execute()
    ctx.emit(bescheidKorrigiert(bescheidId, vorgangId, { art: bescheid.art, vorgaengerId: bescheid.vorgaenger_id, dokumentId, sendungId }))
  },
})

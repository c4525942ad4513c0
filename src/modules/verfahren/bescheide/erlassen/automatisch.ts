import { newId } from '../../../../platform/time/index.js'
import { findMissingGlyphs } from '../../../../platform/pdf/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { vorgangById } from '../../../akte/akten/index.js'
import { DienstFehler } from '../../workflow/index.js'
import { AUTOMATIK, bescheidZuVorgang, fassungAnhaengen, lockBescheid } from '../bescheid.js'
import { bescheide } from '../db/tables.js'
import { maengel } from '../domain/inhalt.js'
import { vorbelegung } from '../entwerfen/vorbelegung.js'
import { erlasseZeile } from './command.js'

/** With this code the process goes to a person: `errorCode` of the boundary error event. */
const PERSON = 'person'

/**
 * Issues an approval without a person (§ 35a VwVfG NRW), from the text blocks and the fee of the service; `norm` is the law that permits
 * it. Who has to look first is decided by the room automatik; whatever is open in the text goes to a person too. Again it changes nothing.
 * @throws DienstFehler 'person' when a person has to decide
 */
export async function erlasseAutomatisch(ctx: CommandContext, vorgangId: string, norm: string): Promise<{ bescheidId: string }> {
  const vorgang = await vorgangById(ctx.tx, vorgangId)
  const vorhanden = await bescheidZuVorgang(ctx.tx, vorgangId)
  if (vorhanden?.automatischNorm) { ctx.unchanged(); return { bescheidId: vorhanden.id } }
  if (!vorgang || vorhanden) throw new DienstFehler(PERSON, 'Zu diesem Vorgang hat schon eine Person einen Bescheid begonnen.')
  const { inhalt, grundlage } = await vorbelegung(ctx.tx, vorgang, 'genehmigung')
  const offen = [...maengel(inhalt).map(({ text }) => text), ...findMissingGlyphs(inhalt).map((zeichen) => `Das Zeichen ${zeichen} kann nicht gedruckt werden.`)]
  if (offen.length > 0 || !grundlage?.rechtsbehelf) throw new DienstFehler(PERSON, offen[0] ?? 'Zu dieser Leistung ist kein Rechtsbehelf hinterlegt.')
  const id = newId()
  await bescheide(ctx.tx).insertInto('bescheide.bescheid').values({
    id, vorgang_id: vorgangId, vorgaenger_id: null, art: 'genehmigung', status: 'entwurf', fassung: 0, ausfertigung: null, angestossen_am: null, dokument_id: null, sendung_id: null, erlassen_am: null,
    angelegt_am: ctx.now, automatisch_norm: norm,
  }).execute()
  await fassungAnhaengen(ctx, await lockBescheid(ctx.tx, { id }), inhalt, undefined, AUTOMATIK)
  return erlasseZeile(ctx, await lockBescheid(ctx.tx, { id }))
}

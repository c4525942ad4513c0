import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { regelAm } from '../../../grundlagen/fristen/index.js'
import { bekanntgabeBerechnen, type Sendungszeile } from '../bekanntgabe.js'
import { ausgang } from '../db/tables.js'
import { nach } from '../domain/sendung.js'
import { bereitstellungBeendet } from '../events.js'
import { nachweise } from '../nachweis.js'

/** Last day on which a provided decision can be fetched; undefined under rules without such a time. */
export function letzterAbruftag(sendung: Pick<Sendungszeile, 'regel' | 'benachrichtigung_tag'>): Temporal.PlainDate | undefined {
  if (!sendung.regel || !sendung.benachrichtigung_tag) return undefined
  const tage = regelAm(sendung.regel, sendung.benachrichtigung_tag)?.fetchWithinDays
  return tage === undefined ? undefined : sendung.benachrichtigung_tag.add({ days: tage })
}

/**
 * Ends the provision when the time to fetch has run out unused (§ 41(2a) VwVfG): the document can no longer be fetched and
 * nothing was announced.
 * @returns true when it has ended, now or before
 */
export async function abruffristBeenden(ctx: CommandContext, sendung: Sendungszeile): Promise<boolean> {
  const letzter = letzterAbruftag(sendung)
  if (sendung.status === 'FEHLER') { ctx.unchanged(); return true }
  if (!letzter || sendung.abruf_tag || Temporal.PlainDate.compare(ctx.today, letzter) <= 0) { ctx.unchanged(); return false }
  const neu = { status: nach(sendung.status, 'beenden') ?? sendung.status }
  await ausgang(ctx.tx).updateTable('ausgang.sendung').set(neu).where('id', '=', sendung.id).execute()
  await ausgang(ctx.tx).updateTable('ausgang.nachricht').set({ beendet_am: ctx.now }).where('sendung_id', '=', sendung.id).execute()
  const grund = 'Nicht rechtzeitig abgerufen'
  await nachweise(ctx, { sendungId: sendung.id, vorgangId: sendung.vorgang_id, art: 'BEREITSTELLUNG_BEENDET', kanal: 'postfach', bemerkung: grund })
  ctx.emit(bereitstellungBeendet(sendung.id, sendung.vorgang_id, { am: ctx.today.toString() }, grund))
  await bekanntgabeBerechnen(ctx, { ...sendung, ...neu }, grund)
  return true
}

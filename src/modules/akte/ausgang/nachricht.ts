import { Invalid } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { kontenById } from '../../grundlagen/konten/index.js'
import { benachrichtigen } from './benachrichtigen/job.js'
import { ausgang } from './db/tables.js'
import { nachrichtBereitgestellt } from './events.js'
import { nachweise } from './nachweis.js'

export interface NeueNachricht {
  /** A citizen's account. */
  readonly kontoId: string
  readonly vorgangId: string
  /** Shown in the mailbox only, never in an e-mail (A7-05). */
  readonly betreff: string
  readonly text: string
  readonly dokumentIds?: readonly string[]
  /** What kind of message: 'bescheid', 'rueckfrage', 'eingang', 'nachricht'. */
  readonly art: string
  readonly sendungId?: string
}

/**
 * Puts a message into a citizen's mailbox, in the caller's transaction: with the commit it is provided. The e-mail that says
 * so leaves afterwards, without content.
 * @throws Invalid when the account cannot have a mailbox
 */
export async function nachrichtInsPostfach(ctx: CommandContext, neu: NeueNachricht): Promise<{ nachrichtId: string }> {
  const konto = (await kontenById(ctx.tx, [neu.kontoId])).get(neu.kontoId)
  if (konto?.art !== 'buerger' || konto.status !== 'aktiv') {
    throw new Invalid([{ feld: 'kontoId', text: 'Diese Person hat kein Postfach. Bitte wählen Sie einen anderen Weg.' }])
  }
  const id = newId()
  await ausgang(ctx.tx).insertInto('ausgang.nachricht').values({
    id, konto_id: neu.kontoId, vorgang_id: neu.vorgangId, sendung_id: neu.sendungId ?? null, art: neu.art, betreff: neu.betreff, text: neu.text,
    dokument_ids: [...neu.dokumentIds ?? []], bereitgestellt_am: ctx.now, benachrichtigt_am: null, abgerufen_am: null, beendet_am: null,
  }).execute()
  await nachweise(ctx, { sendungId: neu.sendungId ?? null, nachrichtId: id, vorgangId: neu.vorgangId, art: 'BEREITSTELLUNG', kanal: 'postfach', adresse: neu.kontoId })
  ctx.emit(nachrichtBereitgestellt(id, neu.vorgangId, { art: neu.art, kontoId: neu.kontoId }))
  ctx.enqueue(benachrichtigen, { nachrichtId: id })
  return { nachrichtId: id }
}

import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { nachrichtInsPostfach } from '../../akte/ausgang/index.js'
import { kontenById } from '../../grundlagen/konten/index.js'
import type { Antrag } from './antrag.js'
import { gastBenachrichtigen } from './gast/benachrichtigen.js'

export interface Nachricht {
  readonly art: 'eingang' | 'rueckfrage' | 'nachricht'
  /** Shown in the mailbox only; the mail that says so has no content (A7-05). */
  readonly betreff: string
  readonly text: string
  readonly dokumentIds: readonly string[]
}

/**
 * Puts a message into the Postfach of the person. Guests get a mail with a link to the page of the Vorgang where they gave an address;
 * people whose account was closed get letters: a missing mailbox must not undo the receipt of a declaration (A7-08).
 */
export async function benachrichtigen(ctx: CommandContext, antrag: Pick<Antrag, 'id' | 'inhaber' | 'kontakt' | 'vorgangId'>, nachricht: Nachricht): Promise<void> {
  if (antrag.inhaber?.art === 'gast') gastBenachrichtigen(ctx, antrag, nachricht.art)
  if (antrag.inhaber?.art !== 'buerger') return
  const konto = (await kontenById(ctx.tx, [antrag.inhaber.id])).get(antrag.inhaber.id)
  if (konto?.art !== 'buerger' || konto.status !== 'aktiv') return
  await nachrichtInsPostfach(ctx, { kontoId: konto.id, vorgangId: antrag.vorgangId, ...nachricht })
}

import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { nachrichtInsPostfach } from '../../akte/ausgang/index.js'
import { kontenById } from '../../grundlagen/konten/index.js'
import type { Forderung } from './forderung.js'

/** Into the mailbox, where there is one; guests read it on the page of their claim. A missing mailbox never undoes a booking (A7-08). */
export async function benachrichtigePerson(ctx: CommandContext, { inhaber, vorgangId }: Pick<Forderung, 'inhaber' | 'vorgangId'>, nachricht: { readonly betreff: string; readonly text: string; readonly dokumentIds?: readonly string[] }): Promise<void> {
  if (inhaber?.art !== 'buerger' || !vorgangId) return
  const konto = (await kontenById(ctx.tx, [inhaber.id])).get(inhaber.id)
  if (konto?.art !== 'buerger' || konto.status !== 'aktiv') return
  await nachrichtInsPostfach(ctx, { kontoId: konto.id, vorgangId, art: 'nachricht', ...nachricht })
}

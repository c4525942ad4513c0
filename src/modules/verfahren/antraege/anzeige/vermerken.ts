import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { DienstFehler } from '../../workflow/index.js'
import { lockAntrag } from '../antrag.js'
import { benachrichtigen } from '../benachrichtigung.js'
import { antraege } from '../db/tables.js'
import { istOffen } from '../domain/status.js'
import { erledigeOffeneFragen } from '../rueckfrage/stellen.js'
import { setzeStatus } from '../status/status.js'

/**
 * What somebody told the town is noted, and the person reads how. No decision, no Bescheid: nothing that a remedy could be filed
 * against. The same call again changes nothing.
 * @throws DienstFehler without a note, which is all that the person would hear
 */
export async function vermerkeAnzeige(ctx: CommandContext, vorgangId: string, vermerk: string): Promise<void> {
  const antrag = await lockAntrag(ctx.tx, { vorgangId })
  ctx.unchanged()
  if (!istOffen(antrag.status)) return
  if (vermerk === '') throw new DienstFehler('vermerkFehlt', 'Die Anzeige ist erledigt, aber es steht nirgends, was eingetragen wurde.')
  await antraege(ctx.tx).updateTable('antraege.antrag').set({ vermerk }).where('id', '=', antrag.id).execute()
  await setzeStatus(ctx, antrag, 'ERLEDIGT')
  await erledigeOffeneFragen(ctx, antrag.id)
  await benachrichtigen(ctx, antrag, {
    art: 'nachricht', betreff: `Erledigt: ${antrag.bezeichnung}`, dokumentIds: [],
    text: `Wir haben Ihre Angaben „${antrag.bezeichnung}“ (Vorgang ${antrag.vorgangsnummer}) bearbeitet:\n\n${vermerk}\n\nEinen Bescheid bekommen Sie dazu nicht. Sie müssen nichts mehr tun.`,
  })
}

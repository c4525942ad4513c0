import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { nextNumber } from '../../../platform/usecases/execute.js'
import { newId } from '../../../platform/time/index.js'
import type { Antworten } from '../formulare/index.js'
import type { Bestaetigung } from './domain/entwurf.js'

export interface Einreichung {
  readonly leistungsversionId: string
  readonly daten: Antworten
  readonly anhaenge: readonly { readonly slot: string; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: 'sauber' | 'ungeprueft' }[]
  readonly kanal: 'portal'
  readonly kontakt: { readonly name: string; readonly email?: string }
  readonly zustellung: 'postfach' | 'post'
  readonly entwurfId: string
}

/** Stand-in until the room antraege is here: gives numbers, keeps nothing. */
export async function einreichen({ tx, today, now }: CommandContext, { anhaenge }: Einreichung): Promise<Bestaetigung> {
  const nummer = await nextNumber(tx, 'onlineantrag.probe', today.year)
  return { vorgangsnummer: `P-${today.year}-${String(nummer).padStart(6, '0')}`, aktenzeichen: '', vorgangId: newId(), eingangAm: now.toString(), anhaenge: anhaenge.map(({ dateiname, sha256 }) => ({ dateiname, sha256 })) }
}

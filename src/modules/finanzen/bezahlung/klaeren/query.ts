import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { klaerungen, letzterAbgleich, type Klaerung } from '../zahlung.js'

export interface Klaerungsstand { readonly zeilen: readonly Klaerung[]; readonly abgleich: Awaited<ReturnType<typeof letzterAbgleich>> }

/** What the treasury has to clear, and when ledger and provider were compared last. */
export const klaerungslisteLesen = query({
  name: 'bezahlung.klaerungslisteLesen', input: Type.Object({ erledigt: Type.Boolean() }, { additionalProperties: false }), allow: can('kasse.lesen')(),
  run: async ({ tx }, { erledigt }): Promise<Klaerungsstand> => ({ zeilen: await klaerungen(tx, erledigt), abgleich: await letzterAbgleich(tx) }),
})

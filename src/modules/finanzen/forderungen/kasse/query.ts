import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import type { ForderungStatus } from '../domain/konto.js'
import { erstattungen, findForderung, findForderungByKassenzeichen, forderungsliste, type Erstattung, type Forderung } from '../forderung.js'

/** Views of the treasury's list. */
export const SICHTEN = {
  offen: { titel: 'Offen', status: ['offen', 'teilbezahlt'] },
  ueberzahlt: { titel: 'Zu viel bezahlt', status: ['ueberzahlt'] },
  erledigt: { titel: 'Erledigt', status: ['bezahlt', 'erstattet', 'storniert'] },
} as const satisfies Record<string, { titel: string; status: readonly ForderungStatus[] }>
export type Sicht = keyof typeof SICHTEN
export const istSicht = (text: string | null): text is Sicht => text !== null && Object.hasOwn(SICHTEN, text)

const SEITE = 50

/** Claims of the town by state, newest first; or the one that somebody names by its Kassenzeichen. */
export const forderungslisteLesen = query({
  name: 'forderungen.forderungslisteLesen',
  input: Type.Object({ sicht: Type.Enum(['offen', 'ueberzahlt', 'erledigt']), kassenzeichen: Type.Optional(Type.String({ maxLength: 40 })), nach: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('kasse.lesen')(),
  async run({ tx }, { sicht, kassenzeichen, nach }): Promise<{ zeilen: Forderung[]; weiter?: string }> {
    if (kassenzeichen) {
      const eine = await findForderungByKassenzeichen(tx, kassenzeichen)
      return { zeilen: eine ? [eine] : [] }
    }
    const zeilen = await forderungsliste(tx, SICHTEN[sicht as Sicht].status, nach, SEITE + 1)
    const letzte = zeilen[SEITE - 1]
    return { zeilen: zeilen.slice(0, SEITE), ...(zeilen.length > SEITE && letzte ? { weiter: letzte.id } : {}) }
  },
})

export interface OffeneErstattung { readonly erstattung: Erstattung; readonly forderung: Forderung }

/** Refunds that wait for the second signature. */
export const offeneErstattungen = query({
  name: 'forderungen.offeneErstattungen', input: Type.Object({}, { additionalProperties: false }), allow: can('kasse.lesen')(),
  async run({ tx }): Promise<OffeneErstattung[]> {
    const gefunden: OffeneErstattung[] = []
    for (const erstattung of await erstattungen(tx, { offen: true })) {
      const forderung = await findForderung(tx, erstattung.forderungId)
      if (forderung) gefunden.push({ erstattung, forderung })
    }
    return gefunden
  },
})

import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can, einer } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { fristenVon, type Frist } from '../../../grundlagen/fristen/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { amVorgang, vorgangById, type Vorgang } from '../../akten/index.js'
import { anSendung, sendungById, sendungenVon, type Sendung } from '../lesen.js'

export interface Sendungsansicht { readonly sendung: Sendung; readonly vorgang: Vorgang; readonly frist: Frist | undefined; readonly namen: ReadonlyMap<string, string> }

/** A Sendung with proofs, the day of announcement with its history, and the deadline that hangs on it. */
export const sendungLesen = query({
  name: 'ausgang.sendungLesen', input: Type.Object({ sendungId: Id }, { additionalProperties: false }),
  allow: einer<{ sendungId: string }>(can('ausgang.lesen').on(anSendung), can('vorgang.lesen').on(anSendung)),
  async run({ tx }, { sendungId }): Promise<Sendungsansicht> {
    const sendung = await sendungById(tx, sendungId)
    const vorgang = sendung && await vorgangById(tx, sendung.vorgang_id)
    if (!sendung || !vorgang) throw new NotFound()
    const personal = sendung.nachweise.filter((one) => one.akteurArt === 'personal').map((one) => one.akteurId)
    return {
      sendung, vorgang, frist: (await fristenVon(tx, sendung.vorgang_id)).find((one) => one.bezugId === sendung.id),
      namen: new Map([...await kontenById(tx, personal)].map(([id, konto]) => [id, konto.name])),
    }
  },
})

export interface Versand { readonly sendungen: readonly Sendung[]; readonly fristen: readonly Frist[] }

/** Everything sent in a Vorgang and its deadlines, for the case screen. */
export const versandLesen = query({
  name: 'ausgang.versandLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  run: async ({ tx }, { vorgangId }): Promise<Versand> => ({ sendungen: await sendungenVon(tx, vorgangId), fristen: await fristenVon(tx, vorgangId) }),
})

import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import type { Actor, Zugriffsobjekt } from '../../../../platform/usecases/actor.js'
import { NotFound } from '../../../../platform/errors.js'
import { inhaber, can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { buchungenVon, erstattungen, findForderungByKassenzeichen, findKassenkonto, istSeine, type Buchung, type Erstattung, type Forderung, type Kassenkonto } from '../forderung.js'

export interface MeineForderung { readonly forderung: Forderung; readonly buchungen: readonly Buchung[]; readonly konto: Kassenkonto | undefined }

const Zeichen = Type.Object({ kassenzeichen: Type.String({ maxLength: 40 }) }, { additionalProperties: false })

export async function alsSchuldner({ kassenzeichen }: { readonly kassenzeichen: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const forderung = await findForderungByKassenzeichen(tx, kassenzeichen)
  return forderung && istSeine(actor, forderung) ? { inhaberId: actor.id } : undefined
}

/** The person's own claim with everything needed to pay it. */
export const meineForderung = query({
  name: 'forderungen.meineForderung', input: Zeichen, allow: inhaber(alsSchuldner),
  async run({ tx }, { kassenzeichen }): Promise<MeineForderung> {
    const forderung = await findForderungByKassenzeichen(tx, kassenzeichen)
    if (!forderung) throw new NotFound()
    return { forderung, buchungen: await buchungenVon(tx, forderung.id), konto: await findKassenkonto(tx) }
  },
})

export interface Kassenblatt { readonly forderung: Forderung; readonly buchungen: readonly Buchung[]; readonly erstattungen: readonly Erstattung[] }

/** A claim as the treasury sees it; who owes what is personal, so the look is on record. */
export const forderungAnsehen = query({
  name: 'forderungen.forderungAnsehen', input: Zeichen, allow: can('kasse.lesen')(), personenbezogen: ({ kassenzeichen }) => `forderung:${kassenzeichen}`,
  async run({ tx }, { kassenzeichen }): Promise<Kassenblatt> {
    const forderung = await findForderungByKassenzeichen(tx, kassenzeichen)
    if (!forderung) throw new NotFound()
    return { forderung, buchungen: await buchungenVon(tx, forderung.id), erstattungen: await erstattungen(tx, { forderungId: forderung.id }) }
  },
})


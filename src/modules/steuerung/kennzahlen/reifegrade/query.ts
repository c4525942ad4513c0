import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { bewertungenVon, gueltige, ladeModell, modelle } from '../modelle.js'

/** The town's models with how far the newest year is judged. */
export const modellliste = query({
  name: 'kennzahlen.modellliste', input: Type.Object({}, { additionalProperties: false }),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor }) {
    const alle = await modelle(tx)
    const staende = await Promise
      .all(alle.map(async (modell) => ({ modell, bewertungen: gueltige(await bewertungenVon(tx, modell.id)) })))
    return { staende, darfVerwalten: holds(actor, 'kennzahlen.verwalten') }
  },
})
export type Modellliste = Awaited<ReturnType<typeof modellliste.run>>

/** One model with all its judgements; years to compare, the newest first. */
export const modellAnsehen = query({
  name: 'kennzahlen.modellAnsehen', input: Type.Object({ id: Id }, { additionalProperties: false }),
  allow: can('kennzahlen.lesen')(),
  async run({ tx, actor, today }, { id }) {
    const modell = await ladeModell(tx, id)
    const alle = await bewertungenVon(tx, id)
    const personen = await kontenById(
      tx,
      [...new Set(alle.map(({ bewertetVon }) => bewertetVon))].filter((wer) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(wer))
    )
    const bewertungen = gueltige(alle)
    return {
      modell, alle, bewertungen,
      jahre: [...new Set([today.year, ...bewertungen.map(({ jahr }) => jahr)])].toSorted((a, b) => b - a),
      person: (wer: string): string => personen.get(wer)?.name ?? 'System',
      darfVerwalten: holds(actor, 'kennzahlen.verwalten'),
    }
  },
})
export type Modellansicht = Awaited<ReturnType<typeof modellAnsehen.run>>

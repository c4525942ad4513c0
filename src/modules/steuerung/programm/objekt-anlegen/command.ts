import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { OBJEKTARTEN, type Objektart } from '../domain/arten.js'
import { FELDER, normalisiere } from '../domain/felder.js'
import { objektAufnehmen } from '../schreiben.js'

/** Fields as texts, '' for: not said. See domain/felder.ts. */
export const Feldertexte = Type.Record(Type.String({ pattern: '^[a-zA-Z.]{1,40}$' }), Type.String({ maxLength: 20_000 }), { maxProperties: 60 })

/** The same as they were typed: the form shows again even what is too long. */
export const Eingaben = Type.Record(Type.String({ pattern: '^[a-zA-Z.]{1,40}$' }), Type.String(), { maxProperties: 60 })

/** Only fields that exist, smoothed. @throws Invalid for a field nobody knows */
export function bekannteFelder(felder: Readonly<Record<string, string>>): Record<string, string> {
  const fremd = Object.keys(felder).find((feld) => !FELDER[feld])
  if (fremd) throw new Invalid([{ feld: fremd, text: `Das Feld „${fremd}“ gibt es nicht.` }])
  return Object.fromEntries(Object.entries(felder).map(([feld, text]) => [feld, normalisiere(feld, text)]))
}

/** Adds an object to a programme, without status and released for nobody. */
export const objektAnlegen = command({
  name: 'programm.objektAnlegen',
  input: Type.Object({
    id: Type.Optional(Id), strategieId: Id, art: Type.Unsafe<Objektart>(Type.Enum([...OBJEKTARTEN])), felder: Feldertexte,
  }, { additionalProperties: false }),
  allow: can('programm.bearbeiten').on(async ({ felder }: { felder: Record<string, string> }) => ({ einheitId: felder['einheitId'] || null })),
  async run(ctx, { id, strategieId, art, felder }) {
    const strategie = await programm(ctx.tx).selectFrom('programm.strategie').select('id').where('id', '=', strategieId).executeTakeFirst()
    if (!strategie) throw new Invalid([{ feld: 'strategieId', text: 'Bitte wählen Sie eine Strategie.' }])
    const { objektId } = await objektAufnehmen(ctx, { ...(id ? { id } : {}), strategieId, art, felder: bekannteFelder(felder) })
    return { id: objektId }
  },
})

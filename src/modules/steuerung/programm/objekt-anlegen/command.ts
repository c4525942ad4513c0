import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { OBJEKTARTEN, type Objektart } from '../domain/arten.js'
import { FELDER, normalisiere } from '../domain/felder.js'
import { objektAngelegt } from '../events.js'
import { schreibeNeu } from '../schreiben.js'

/** Fields as texts, '' for: not said. See domain/felder.ts. */
export const Feldertexte = Type.Record(Type.String({ pattern: '^[a-zA-Z.]{1,40}$' }), Type.String({ maxLength: 20_000 }), { maxProperties: 60 })

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
  async run({ tx, emit }, { id, strategieId, art, felder }) {
    const strategie = await programm(tx).selectFrom('programm.strategie').select('id').where('id', '=', strategieId).executeTakeFirst()
    if (!strategie) throw new Invalid([{ feld: 'strategieId', text: 'Bitte wählen Sie eine Strategie.' }])
    const letzter = await programm(tx).selectFrom('programm.objekt').select((select) => select.fn.max('rang').as('rang')).where('strategie_id', '=', strategieId).executeTakeFirst()
    const eigene = bekannteFelder(felder)
    const neu = await schreibeNeu(tx, { ...(id ? { id } : {}), strategieId, art, rang: (letzter?.rang ?? 0) + 1, felder: eigene })
    emit(objektAngelegt(neu, { strategieId, art, oberId: eigene['oberId'] || null }))
    return { id: neu }
  },
})

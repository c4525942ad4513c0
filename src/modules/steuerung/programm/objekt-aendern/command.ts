import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict } from '../../../../platform/errors.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { alsFelder, FELDER } from '../domain/felder.js'
import { fuehreZusammen } from '../domain/zusammenfuehren.js'
import { sperreObjekt, type Objekt } from '../lesen.js'
import { bekannteFelder, Feldertexte } from '../objekt-anlegen/command.js'
import { schreibeFelder } from '../schreiben.js'
import { amObjekt } from '../zugriff.js'

/**
 * Changes fields. `version` is the one the person saw: what somebody else changed meanwhile stays, unless both changed the same field
 * to something different; then nothing is written and the conflict names the fields.
 */
export const objektAendern = command({
  name: 'programm.objektAendern',
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }), felder: Feldertexte, grund: Type.Optional(Type.String({ maxLength: 1000 })) }, { additionalProperties: false }),
  allow: amObjekt('programm.bearbeiten'),
  async run(ctx, { id, version, felder, grund }) {
    const objekt = await sperreObjekt(ctx.tx, id)
    const aktuell = alsFelder(objekt)
    const { setzen, konflikte } = fuehreZusammen(await feldstand(ctx.tx, objekt, version), bekannteFelder(felder), aktuell)
    if (konflikte.length > 0) {
      const titel = konflikte.map(({ feld }) => FELDER[feld]?.titel ?? feld).join(', ')
      throw new Conflict('programm.gleichzeitigGeaendert', `Jemand hat inzwischen dieselben Felder geändert: ${titel}. Ihre Eingaben stehen noch im Formular. Bitte vergleichen Sie beide Fassungen und speichern Sie noch einmal.`, { konflikte, version: objekt.version })
    }
    const geaendert = await schreibeFelder(ctx, objekt, setzen, grund)
    if (geaendert.length === 0) ctx.unchanged()
    return { version: objekt.version + (geaendert.length > 0 ? 1 : 0), felder: geaendert }
  },
})

/** The fields as they were at a version: the oldest later change of a field tells what it was before. */
export async function feldstand(tx: Tx, objekt: Objekt, version: number): Promise<Record<string, string>> {
  const stand = alsFelder(objekt)
  if (version >= objekt.version) return stand
  const spaeter = await programm(tx).selectFrom('programm.aenderung').select(['feld', 'alt']).where('objekt_id', '=', objekt.id).where('version', '>', version).orderBy('version', 'desc').orderBy('id', 'desc').execute()
  for (const { feld, alt } of spaeter) stand[feld] = alt ?? ''
  return stand
}

/**
 * Moves dates in the caller's transaction (the plan writes its dates back). '' takes a date away; a field not named stays.
 * @throws NotFound, Invalid (end before beginning)
 */
export async function termineSetzen(ctx: CommandContext, objektId: string, termine: Readonly<Partial<Record<'beginn' | 'ende' | 'beginnIst' | 'endeIst', string>>>, grund?: string): Promise<void> {
  await schreibeFelder(ctx, await sperreObjekt(ctx.tx, objektId), termine as Record<string, string>, grund)
}

import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import type { Tx } from '../../../../platform/database/database.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { schliessHindernisse, schliesseVorgang, zugriffAufVorgang } from '../../../akte/akten/index.js'
import { aufgabeById, erledigeAufgabe, offeneAufgaben } from '../../../grundlagen/aufgaben/index.js'
import { verfahrenVon } from '../../workflow/index.js'

/** What of work and processes is still open; the case screen leaves out the task that does the closing itself. */
export async function offeneArbeit(tx: Tx, vorgangId: string, ausser?: { readonly aufgabeId: string; readonly instanzId: string | null }): Promise<string[]> {
  const aufgaben = (await offeneAufgaben(tx, vorgangId)).filter(({ id }) => id !== ausser?.aufgabeId)
  const mitAufgabe = new Set(aufgaben.map(({ instanzId }) => instanzId))
  const verfahren = (await verfahrenVon(tx, vorgangId)).filter(({ id, status }) => status === 'active' && id !== ausser?.instanzId && !mitAufgabe.has(id))
  return [
    ...aufgaben.map(({ titel }) => `Die Aufgabe „${titel}“ ist noch offen.`),
    ...verfahren.map(({ modellName, wartet }) => `Das Verfahren „${modellName}“ läuft noch${wartet.length > 0 ? `: ${wartet.map(({ name }) => name).join(', ')}` : ''}.`),
  ]
}

schliessHindernisse.add((tx, vorgangId) => offeneArbeit(tx, vorgangId))

/** Done with the task „Vorgang abschließen“: the process ends and the Vorgang goes to the files, both or neither. */
export const vorgangAbschliessen = command({
  name: 'fallbearbeitung.vorgangAbschliessen',
  input: Type.Object({ aufgabeId: Id, schlussvermerk: Text(4000) }, { additionalProperties: false }),
  allow: can('vorgang.schliessen').on(async ({ aufgabeId }: { aufgabeId: string }, tx) => {
    const aufgabe = await aufgabeById(tx, aufgabeId)
    return aufgabe?.vorgangId ? zugriffAufVorgang(tx, aufgabe.vorgangId) : undefined
  }, { sehen: 'vorgang.lesen' }),
  async run(ctx, { aufgabeId, schlussvermerk }) {
    const aufgabe = await aufgabeById(ctx.tx, aufgabeId)
    if (!aufgabe?.vorgangId) throw new NotFound()
    await erledigeAufgabe(ctx, { aufgabeId, ergebnis: 'geschlossen' })
    await schliesseVorgang(ctx, aufgabe.vorgangId, schlussvermerk)
  },
})

import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, istBearbeitbar, vorgangByNummer, vorgangById, vorgangEinheitAendern, zugriffAufVorgang, type Vorgang } from '../../../akte/akten/index.js'
import { aufgabenUmziehen } from '../../../grundlagen/aufgaben/index.js'
import { alleEinheiten, type Einheit } from '../../../grundlagen/organisation/index.js'
import { verfahrenUmziehen } from '../../workflow/index.js'

/**
 * The lead gives a Vorgang to another unit, with a reason: the Vorgang, its open tasks, its running process and what comes later belong
 * there from now on; who worked on it before sees it no more unless the roles reach there. The history says it.
 */
export const vorgangUebergeben = command({
  name: 'fallbearbeitung.vorgangUebergeben', input: Type.Object({ vorgangId: Id, einheitId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: can('aufgabe.zuweisen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, einheitId, grund }) {
    const vorgang = await vorgangById(ctx.tx, vorgangId)
    if (!vorgang) throw new NotFound()
    if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgang.zda', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder.')
    if (!(await alleEinheiten(ctx.tx, ctx.today)).some(({ id }) => id === einheitId) || einheitId === vorgang.einheitId) throw new Invalid([{ feld: 'einheitId', text: 'Bitte wählen Sie eine andere Einheit.' }])
    await vorgangEinheitAendern(ctx, vorgangId, einheitId, grund)
    await aufgabenUmziehen(ctx, vorgangId, { von: vorgang.einheitId, nach: einheitId }, grund)
    await verfahrenUmziehen(ctx, vorgangId, einheitId)
  },
})

/** The Vorgang and where it could go. */
export const uebergabeAnsehen = query({
  name: 'fallbearbeitung.uebergabeAnsehen', input: Type.Object({ nummer: Text(40) }, { additionalProperties: false }),
  allow: can('aufgabe.zuweisen').on<{ nummer: string }>(async ({ nummer }, tx) => {
    const vorgang = await vorgangByNummer(tx, nummer)
    return vorgang && zugriffAufVorgang(tx, vorgang.id)
  }, { sehen: 'vorgang.lesen' }),
  async run({ tx, today }, { nummer }): Promise<{ vorgang: Vorgang; einheiten: readonly Einheit[] }> {
    const vorgang = await vorgangByNummer(tx, nummer)
    if (!vorgang) throw new NotFound()
    return { vorgang, einheiten: (await alleEinheiten(tx, today)).filter(({ id }) => id !== vorgang.einheitId) }
  },
})

import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import type { Actor, Zugriffsobjekt } from '../../../../platform/usecases/actor.js'
import { can, inhaber } from '../../../../platform/usecases/allow.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { vorgangByNummer, zugriffAufVorgang } from '../../../akte/akten/index.js'
import { antragByNummer } from '../../antraege/index.js'
import { schreibe } from '../../schreiben/index.js'
import { fiktionen } from '../db/tables.js'
import { bescheinigungVerlangt } from '../events.js'
import { lockFiktion } from '../fiktion.js'

async function alsInhaber({ nummer }: { nummer: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const antrag = await antragByNummer(tx, nummer)
  return antrag?.inhaber && antrag.inhaber.art === actor.art && antrag.inhaber.id === actor.id ? { inhaberId: actor.id } : undefined
}

/** § 42a(3) VwVfG NRW: on request it is certified in writing that the approval has come about. A second request sends nothing more. */
export const bescheinigungVerlangen = command({
  name: 'genehmigungsfiktion.bescheinigungVerlangen', input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }),
  allow: inhaber(alsInhaber),
  run: (ctx, { nummer }) => bescheinige(ctx, nummer),
})

/** The same by a clerk, for somebody who asked by letter or telephone. */
export const bescheinigungVerschicken = command({
  name: 'genehmigungsfiktion.bescheinigungVerschicken', input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(async ({ nummer }: { nummer: string }, tx) => {
    const vorgang = await vorgangByNummer(tx, nummer)
    return vorgang && zugriffAufVorgang(tx, vorgang.id)
  }, { sehen: 'vorgang.lesen' }),
  run: (ctx, { nummer }) => bescheinige(ctx, nummer),
})

async function bescheinige(ctx: CommandContext, nummer: string): Promise<void> {
  const antrag = await antragByNummer(ctx.tx, nummer)
  if (!antrag) throw new NotFound()
  const row = await lockFiktion(ctx.tx, antrag.vorgangId)
  if (!row.eingetreten_am) throw new Conflict('genehmigungsfiktion.nichtEingetreten', 'Der Antrag gilt noch nicht als genehmigt. Eine Bescheinigung gibt es erst danach.')
  if (row.bescheinigung_am) return ctx.unchanged()
  await fiktionen(ctx.tx).updateTable('genehmigungsfiktion.fiktion').set({ bescheinigung_am: ctx.now }).where('id', '=', row.id).execute()
  const { schreibenId } = await schreibe(ctx, {
    vorgangId: antrag.vorgangId, bezug: { art: 'fiktion_bescheinigung', id: row.id }, typ: 'bescheinigung', betreff: 'Bescheinigung über den Eintritt der Genehmigungsfiktion',
    inhalt: [
      `wir bescheinigen nach § 42a Absatz 3 VwVfG NRW: Die mit dem Antrag „${antrag.bezeichnung}“ vom ${formatDateLong(antrag.eingangDatum)} beantragte Genehmigung gilt seit dem ${formatDateLong(row.eingetreten_am)} als erteilt.`,
      `Rechtsgrundlage: ${row.norm}. Die vollständigen Unterlagen lagen am ${row.vollstaendig_am ? formatDateLong(row.vollstaendig_am) : 'unbekannt'} vor; die Frist endete am ${row.ende ? formatDateLong(row.ende) : 'unbekannt'}.`,
      'Genehmigt ist, was beantragt wurde. Andere Erlaubnisse, die Sie vielleicht brauchen, ersetzt diese Bescheinigung nicht.',
    ],
    nachricht: 'Guten Tag,\n\ndie Bescheinigung, dass Ihr Antrag als genehmigt gilt, liegt dieser Nachricht bei.',
  })
  ctx.emit(bescheinigungVerlangt(row.id, antrag.vorgangId, { schreibenId }))
}

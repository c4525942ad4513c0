import { Type } from 'typebox'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { formatDate } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { akten } from '../db/tables.js'
import { aufbewahrung, type Aufbewahrungsregel } from '../domain/aufbewahrung.js'
import { vorgangUebergang } from '../domain/zustaende.js'
import { vorgangGeschlossen } from '../events.js'
import { amVorgang } from '../lesen.js'
import { aufbewahrungsregeln, schliessHindernisse } from './hindernisse.js'

schliessHindernisse.add(async (tx, vorgangId) => {
  const offene = await akten(tx).selectFrom('akten.wiedervorlage').select('faellig_am').where('vorgang_id', '=', vorgangId).where('erledigt_am', 'is', null).orderBy('faellig_am').execute()
  return offene.map((row) => `Wiedervorlage am ${formatDate(row.faellig_am)} ist noch offen.`)
})

/** Sets a Vorgang z.d.A. (C4-03, C4-05): nothing of it may be open; retention is computed and written down. */
export const vorgangSchliessen = command({
  name: 'akten.vorgangSchliessen',
  input: Type.Object({ vorgangId: Id, schlussvermerk: Text(4000) }, { additionalProperties: false }),
  allow: can('vorgang.schliessen').on(amVorgang, { sehen: 'vorgang.lesen' }),
  run: (ctx, { vorgangId, schlussvermerk }) => schliesseVorgang(ctx, vorgangId, schlussvermerk),
})

/** The same within a transaction that is already open, e.g. at the end of a process. A closed Vorgang stays as it is. */
export async function schliesseVorgang(ctx: CommandContext, vorgangId: string, schlussvermerk: string): Promise<void> {
  const { tx, today } = ctx
  const vorgang = await akten(tx).selectFrom('akten.vorgang as v')
    .innerJoin('akten.akte as a', (join) => join.onRef('a.mandant_id', '=', 'v.mandant_id').onRef('a.id', '=', 'v.akte_id'))
    .select(['v.status', 'a.aufbewahrung_jahre', 'a.aufbewahrung_quelle']).where('v.id', '=', vorgangId).forUpdate('v').executeTakeFirst()
  if (!vorgang) throw new NotFound()
  const uebergang = vorgangUebergang(vorgang.status, 'zdaVerfuegen')
  if (uebergang.art === 'SCHON_GESCHEHEN') return ctx.unchanged()
  if (uebergang.art === 'VERBOTEN') throw new Conflict('vorgang.nichtSchliessbar', uebergang.grund)
  const hindernisse = await schliessHindernisse.fuer(tx, vorgangId)
  if (hindernisse.length > 0) throw new Conflict('vorgang.nichtSchliessbar', `Der Vorgang kann noch nicht zu den Akten: ${hindernisse.join(' ')}`, { hindernisse })
  const ausAktenplan: Aufbewahrungsregel = {
    quelle: vorgang.aufbewahrung_quelle, startEreignis: 'ZDA', jahresende: true,
    dauer: vorgang.aufbewahrung_jahre === null ? { unbefristet: true } : { jahre: vorgang.aufbewahrung_jahre },
  }
  const frist = aufbewahrung([ausAktenplan, ...await aufbewahrungsregeln.fuer(tx, vorgangId)], { ZDA: today, VORGANGSENDE: today })
  await akten(tx).updateTable('akten.vorgang').set({ status: uebergang.nach, zda_am: today, schlussvermerk, aufbewahrung_bis: frist.ende ?? null }).where('id', '=', vorgangId).execute()
  ctx.emit(vorgangGeschlossen(vorgangId, { zdaAm: today.toString(), aufbewahrungBis: frist.ende?.toString() ?? null, regel: frist.massgeblich.quelle }))
}

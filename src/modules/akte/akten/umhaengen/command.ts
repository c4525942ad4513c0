import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { nextNumber } from '../../../../platform/usecases/execute.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { sucheEintragen } from '../../../grundlagen/suche/index.js'
import { zeichenSuchschluessel } from '../../aktenplan/index.js'
import { akten } from '../db/tables.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import { vorgangAbgegeben, vorgangAufgenommen, vorgangUmgehaengt } from '../events.js'
import { amVorgang } from '../lesen.js'

/**
 * Files a Vorgang in another Akte, with a reason (C1-05, C1-10). It keeps its number and everything in it, gets the next sign of
 * the new Akte, and the former one stays findable; what is printed on its documents stays. Both Akten record it.
 */
export const vorgangUmhaengen = command({
  name: 'akten.vorgangUmhaengen',
  input: Type.Object({ vorgangId: Id, aktenzeichen: Text(120), grund: Text(500) }, { additionalProperties: false }),
  allow: can('vorgang.bearbeiten').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, aktenzeichen, grund }): Promise<{ kennzeichen: string }> {
    const { tx, emit } = ctx
    const vorgang = await akten(tx).selectFrom('akten.vorgang').selectAll().where('id', '=', vorgangId).forUpdate().executeTakeFirst()
    if (!vorgang) throw new NotFound()
    if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgang.zda', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder.')
    const ziel = await zielakte(ctx, aktenzeichen, vorgang.stufe)
    if (ziel.id === vorgang.akte_id) { ctx.unchanged(); return { kennzeichen: vorgang.kennzeichen } }
    const lfd = Number(await nextNumber(tx, `vorgang:${ziel.id}`, 0))
    const kennzeichen = `${ziel.kennzeichen}-${lfd}`
    await akten(tx).insertInto('akten.umhaengung').values({ id: newId(), vorgang_id: vorgangId, von_akte_id: vorgang.akte_id, nach_akte_id: ziel.id, kennzeichen_vorher: vorgang.kennzeichen, zeitpunkt: ctx.now }).execute()
    await akten(tx).updateTable('akten.vorgang').set({ akte_id: ziel.id, lfd, kennzeichen }).where('id', '=', vorgangId).execute()
    const fruehere = await akten(tx).selectFrom('akten.umhaengung').select('kennzeichen_vorher').where('vorgang_id', '=', vorgangId).orderBy('zeitpunkt').execute()
    sucheEintragen(ctx, {
      objektArt: 'vorgang', objektId: vorgangId, vorgangId, titel: `${vorgang.vorgangsnummer} ${vorgang.betreff}`, text: [kennzeichen, ...fruehere.map((row) => row.kennzeichen_vorher)].join(' '),
      einheitId: vorgang.einheit_id, stufe: vorgang.stufe, datum: vorgang.begonnen_am, url: `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`,
    })
    emit(vorgangUmgehaengt(vorgangId, { vonAkteId: vorgang.akte_id, nachAkteId: ziel.id, kennzeichen, vorher: vorgang.kennzeichen }, grund))
    emit(vorgangAbgegeben(vorgang.akte_id, { vorgangId, vorgangsnummer: vorgang.vorgangsnummer }, grund))
    emit(vorgangAufgenommen(ziel.id, { vorgangId, vorgangsnummer: vorgang.vorgangsnummer }, grund))
    return { kennzeichen }
  },
})

/** The Akte that was meant, in whatever spelling, if the person may know of it (what one may not see does not exist). */
async function zielakte({ tx, actor }: CommandContext, aktenzeichen: string, stufe: number): Promise<{ id: string; kennzeichen: string }> {
  const [akte, zweite] = await akten(tx).selectFrom('akten.akte').select(['id', 'kennzeichen', 'einheit_id', 'stufe', 'status']).where('schluessel', '=', zeichenSuchschluessel(aktenzeichen)).orderBy('id').limit(2).forShare().execute()
  const sichtbar = akte && (actor.art === 'system' || holds(actor, 'akte.lesen', { einheitId: akte.einheit_id, stufe: akte.stufe }))
  const fehler = (text: string) => new Invalid([{ feld: 'aktenzeichen', text }])
  if (!akte || !sichtbar) throw fehler('Diese Akte gibt es nicht, oder Sie dürfen sie nicht sehen. Bitte prüfen Sie das Aktenzeichen.')
  if (zweite) throw fehler('Mehrere Akten passen zu diesem Zeichen. Bitte geben Sie es genau so an, wie es auf der Akte steht.')
  if (!istBearbeitbar(akte.status)) throw fehler('Diese Akte ist zu den Akten gelegt. Bitte wählen Sie eine offene Akte.')
  if (akte.stufe > stufe) throw fehler('Diese Akte ist stärker geschützt als der Vorgang. Bitte wenden Sie sich an die Aktenführung.')
  return akte
}

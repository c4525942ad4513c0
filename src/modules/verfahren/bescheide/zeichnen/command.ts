import { Type } from 'typebox'
import { Conflict, Forbidden, Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { aufgabeErledigen } from '../../../grundlagen/aufgaben/index.js'
import { lockBescheid, type Bescheidzeile } from '../bescheid.js'
import { bescheide } from '../db/tables.js'
import { aufgabeDazu } from '../entwerfen/command.js'
import { bescheidGezeichnet, bescheidZurueckgegeben } from '../events.js'

/**
 * Signs exactly the version that was shown, or gives it back with a reason. Nobody signs what they wrote, neither in the own name
 * nor in somebody else's (C3-06); the database refuses it too.
 */
export const bescheidZeichnen = command({
  name: 'bescheide.bescheidZeichnen',
  input: Type.Object({
    vorgangId: Id, aufgabeId: Id, fassungNr: Type.Integer({ minimum: 1 }), fassungHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    ergebnis: Type.Enum(['gezeichnet', 'zurueck']), grund: Type.Optional(Type.String({ maxLength: 2000 })),
  }, { additionalProperties: false }),
  allow: can('bescheid.zeichnen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, aufgabeId, fassungNr, fassungHash, ergebnis, grund }) {
    const { fuer } = await aufgabeDazu(ctx, aufgabeId, vorgangId)
    const bescheid = await lockBescheid(ctx.tx, { vorgangId })
    const begruendung = grund?.trim() ?? ''
    if (ergebnis === 'zurueck' && begruendung === '') throw new Invalid([{ feld: 'grund', text: 'Bitte schreiben Sie, was geändert werden soll.' }])
    await zeichne(ctx, bescheid, { fassungNr, fassungHash, art: ergebnis === 'gezeichnet' ? 'GEZEICHNET' : 'ZURUECKGEGEBEN', fuer, grund: begruendung || null })
    await aufgabeErledigen.run(ctx, { aufgabeId, ergebnis, ...(begruendung ? { vermerk: begruendung } : {}) })
  },
})

export interface Zeichnungswunsch { readonly fassungNr: number; readonly fassungHash: string; readonly art: 'GEZEICHNET' | 'ZURUECKGEGEBEN'; readonly fuer: string | undefined; readonly grund: string | null }

/** @throws Conflict when the version is not the newest, Forbidden when four eyes would become two */
export async function zeichne(ctx: CommandContext, bescheid: Bescheidzeile, wunsch: Zeichnungswunsch): Promise<void> {
  const { tx, actor } = ctx
  const fassungen = await bescheide(tx).selectFrom('bescheide.fassung').select(['nr', 'hash', 'autor_id', 'autor_fuer']).where('bescheid_id', '=', bescheid.id).execute()
  const gemeint = fassungen.find((one) => one.nr === wunsch.fassungNr)
  if (bescheid.status !== 'zur_zeichnung') throw new Conflict('bescheid.nichtVorgelegt', 'Dieser Bescheid liegt nicht zur Zeichnung vor. Bitte laden Sie die Seite neu.')
  if (wunsch.fassungNr !== bescheid.fassung || gemeint?.hash !== wunsch.fassungHash) {
    throw new Conflict('bescheid.neueFassung', 'Es gibt inzwischen eine neuere Fassung. Bitte lesen Sie diese, bevor Sie zeichnen.')
  }
  const verfasser = new Set(fassungen.flatMap((one) => [one.autor_id, one.autor_fuer]))
  if (wunsch.art === 'GEZEICHNET' && (verfasser.has(actor.id) || (wunsch.fuer && verfasser.has(wunsch.fuer)))) {
    throw new Forbidden('bescheid.vierAugen', 'Vier-Augen-Prinzip: Wer an dem Bescheid geschrieben hat, kann ihn nicht zeichnen, auch nicht in Vertretung. Bitte lassen Sie eine andere Person zeichnen.')
  }
  await bescheide(tx).insertInto('bescheide.zeichnung').values({
    id: newId(), bescheid_id: bescheid.id, fassung_nr: wunsch.fassungNr, fassung_hash: wunsch.fassungHash, art: wunsch.art,
    wer_id: actor.id, fuer_id: wunsch.fuer ?? null, grund: wunsch.grund, zeitpunkt: ctx.now,
  }).execute()
  const gezeichnet = wunsch.art === 'GEZEICHNET'
  await bescheide(tx).updateTable('bescheide.bescheid').set({ status: gezeichnet ? 'gezeichnet' : 'entwurf' }).where('id', '=', bescheid.id).execute()
  ctx.emit(gezeichnet
    ? bescheidGezeichnet(bescheid.id, bescheid.vorgang_id, { fassung: wunsch.fassungNr, hash: wunsch.fassungHash, iv: wunsch.fuer !== undefined })
    : bescheidZurueckgegeben(bescheid.id, bescheid.vorgang_id, { fassung: wunsch.fassungNr }, wunsch.grund ?? ''))
}

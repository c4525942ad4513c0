import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { legalDate } from '../../../../platform/time/index.js'
import type { Actor, Zugriffsobjekt } from '../../../../platform/usecases/actor.js'
import { can, inhaber } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, query, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { amVorgang, dokumentAblegen } from '../../../akte/akten/index.js'
import { antragByNummer, type Antrag } from '../../antraege/index.js'
import { anhoerungenVon, antworteAuf, istOffen, schonBeantwortet, type Anhoerung } from '../anhoerung.js'

const Datei = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 0 }), mime: Text(100), dateiname: Text(255), pruefstatus: Type.Enum(['sauber', 'ungeprueft']),
}, { additionalProperties: false })

async function alsInhaber({ nummer }: { nummer: string }, tx: Tx, actor: Actor): Promise<Zugriffsobjekt | undefined> {
  const antrag = await antragByNummer(tx, nummer)
  return antrag?.inhaber && antrag.inhaber.art === actor.art && antrag.inhaber.id === actor.id ? { inhaberId: actor.id } : undefined
}

export interface MeineAnhoerung { readonly antrag: Antrag; readonly anhoerung: Anhoerung | undefined }

/** What the person was asked; undefined where nobody asked, or whoever decided not to. */
export const meineAnhoerung = query({
  name: 'anhoerung.meineAnhoerung', input: Type.Object({ nummer: Text(60) }, { additionalProperties: false }), allow: inhaber(alsInhaber),
  async run({ tx }, { nummer }): Promise<MeineAnhoerung> {
    const antrag = await antragByNummer(tx, nummer)
    if (!antrag) throw new NotFound()
    return { antrag, anhoerung: (await anhoerungenVon(tx, antrag.vorgangId)).findLast(({ art }) => art === 'anhoerung') }
  },
})

async function offene(ctx: CommandContext, vorgangId: string): Promise<Anhoerung> {
  const row = (await anhoerungenVon(ctx.tx, vorgangId)).findLast(istOffen)
  if (!row) throw schonBeantwortet()
  return row
}

/** The person answers, with or without files. Late is read too while nothing is decided. */
export const anhoerungBeantworten = command({
  name: 'anhoerung.anhoerungBeantworten',
  input: Type.Object({ nummer: Text(60), text: Type.String({ maxLength: 40_000 }), dateien: Type.Array(Datei, { maxItems: 10 }) }, { additionalProperties: false }),
  allow: inhaber(alsInhaber),
  async run(ctx, { nummer, text, dateien }) {
    const antrag = await antragByNummer(ctx.tx, nummer)
    if (!antrag) throw new NotFound()
    const row = await offene(ctx, antrag.vorgangId)
    if (text.trim() === '' && dateien.length === 0) throw new Invalid([{ feld: 'text', text: 'Bitte schreiben Sie eine Antwort, oder fügen Sie eine Datei hinzu.' }])
    if (text.length > 20_000) throw new Invalid([{ feld: 'text', text: 'Das ist zu lang. Bitte schreiben Sie höchstens 20.000 Zeichen oder fügen Sie eine Datei hinzu.' }])
    for (const { pruefstatus, ...datei } of dateien) {
      await dokumentAblegen(ctx, { vorgangId: antrag.vorgangId, betreff: `Antwort auf die Anhörung: ${datei.dateiname}`.slice(0, 300), typ: 'stellungnahme', richtung: 'eingang', datum: legalDate(ctx.now), absender: antrag.kontakt.name, datei, pruefstatus, fuerInhaber: true })
    }
    await antworteAuf(ctx, row, { text: text.trim(), dokumente: dateien.length, art: 'portal' })
  },
})

/** The clerk writes down an answer that came by letter, by telephone or at the counter. */
export const anhoerungsantwortErfassen = command({
  name: 'anhoerung.anhoerungsantwortErfassen', input: Type.Object({ vorgangId: Id, text: Text(20_000) }, { additionalProperties: false }),
  allow: can('bescheid.entwerfen').on<{ vorgangId: string }>(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, text }) { await antworteAuf(ctx, await offene(ctx, vorgangId), { text, dokumente: 0, art: 'erfasst' }) },
})

import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { pagesFor, prune, validateSubmission, type Antworten, type Formular } from '../../formulare/index.js'
import { onlineantrag } from '../db/tables.js'
import type { Bestaetigung, Entwurf, Entwurfsdatei } from '../domain/entwurf.js'
import { kontaktAus, zustellungAus } from '../domain/kontakt.js'
import { einreichen } from '../einreichung.js'
import { dateienVon, lockEntwurf, zugriffAufEntwurf } from '../entwuerfe.js'
import { entwurfEingereicht } from '../events.js'
import { neuereFassung } from '../fassung/command.js'
import { woerter } from '../woerter.js'

/**
 * Submits a draft: application, files and receipt exist together or not at all (A4-12). The row lock makes two clicks one
 * application; the second gets the receipt of the first (A4-11). The portal's copy of the answers goes with it (A10-02).
 */
export const entwurfEinreichen = command({
  name: 'onlineantrag.entwurfEinreichen',
  input: Type.Object({
    entwurfId: Id,
    /** Version that the check page showed: what is sent is what was checked (§ 9a (2) OZG). */
    stand: Type.Integer({ minimum: 1 }), sprache: Type.Union([Type.Literal('de'), Type.Literal('en')]),
  }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, { entwurfId, stand, sprache }): Promise<Bestaetigung> {
    const { tx, now, today } = ctx
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.bestaetigung) { ctx.unchanged(); return entwurf.bestaetigung }
    const version = await leistungsversionById(tx, entwurf.leistungsversionId)
    if (!version?.formular) throw new NotFound()
    await pruefenObAktuell(ctx, entwurf, stand, sprache)
    const dateien = gefragteDateien(version.formular, entwurf, await dateienVon(tx, entwurfId), today)
    const daten = prune(version.formular, entwurf.antworten, { heute: today })
    const { fehler } = validateSubmission(version.formular, daten, { heute: today, lang: sprache, uploads: dateien })
    if (fehler.length > 0) throw new Invalid(fehler.map(({ feld, text }) => ({ feld, text })), woerter(sprache).pruefenFehlt)
    const bestaetigung = await einreichen(ctx, {
      leistungsversionId: version.id, daten, sprache, entwurfId, ...await wegZurPerson(ctx, version.formular, daten, entwurf),
      anhaenge: dateien.map(({ slot, dateiname, sha256, bytes, mediaType, pruefstatus }) => ({ slot, dateiname, sha256, size: bytes, mime: mediaType, pruefstatus })),
    })
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
      status: 'eingereicht', beendet_am: now, bestaetigung: json(bestaetigung), antworten: json({}), eingaben: json({}), email: null,
    }).where('id', '=', entwurfId).execute()
    await onlineantrag(tx).deleteFrom('onlineantrag.entwurf_datei').where('entwurf_id', '=', entwurfId).execute()
    await onlineantrag(tx).deleteFrom('onlineantrag.fortsetzungscode').where('entwurf_id', '=', entwurfId).execute()
    ctx.emit(entwurfEingereicht(entwurfId, bestaetigung.vorgangId, { leistung: entwurf.leistung, dauerSekunden: Math.round(now.since(entwurf.begonnenAm).total('seconds')) }))
    return bestaetigung
  },
})

async function pruefenObAktuell({ tx, today }: CommandContext, entwurf: Entwurf, stand: number, sprache: 'de' | 'en'): Promise<void> {
  if (await neuereFassung(tx, entwurf, today)) throw new Conflict('onlineantrag.neueFassung', woerter(sprache).fassung)
  if (entwurf.version !== stand) throw new Conflict('onlineantrag.veraltet', woerter(sprache).veraltet)
}

/** Files of slots that are asked with these answers; others stay behind with the draft and go with it (A3-02). */
export function gefragteDateien(formular: Formular, entwurf: Pick<Entwurf, 'antworten'>, dateien: readonly Entwurfsdatei[], heute: Temporal.PlainDate): Entwurfsdatei[] {
  const slots = new Set(pagesFor(formular, entwurf.antworten, { heute }).flatMap(({ fragen }) => fragen.map(({ name }) => name)))
  return dateien.filter(({ slot }) => slots.has(slot))
}

async function wegZurPerson({ tx, actor }: CommandContext, formular: Formular, daten: Antworten, entwurf: Entwurf) {
  const konto = actor.art === 'buerger' ? (await kontenById(tx, [actor.id])).get(actor.id) : undefined
  const { name, email } = kontaktAus(formular, daten)
  const an = email ?? konto?.email ?? entwurf.email
  return { kontakt: { name: name ?? konto?.name ?? 'Unbekannt', ...(an ? { email: an } : {}) }, zustellung: zustellungAus(daten, konto !== undefined) }
}

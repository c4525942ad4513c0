import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { zahlungenZu, klaerungAnlegen } from '../../../finanzen/bezahlung/index.js'
import { forderungAufheben, forderungZu, standZu, zeigeKassenzeichen } from '../../../finanzen/forderungen/index.js'
import { erhebeVorAbsenden } from '../../../finanzen/gebuehren/index.js'
import { leistungsfassungById } from '../../../grundlagen/leistungen/index.js'
import { inhaber, intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { erklaerungsnachweis, pruefeFrist, pruefeNiveau, pruefeVollstaendig, wegZurPerson } from '../absenden/command.js'
import { onlineantrag } from '../db/tables.js'
import type { Entwurf } from '../domain/entwurf.js'
import { lockEntwurf, zugriffAufEntwurf } from '../entwuerfe.js'
import { absendenGewuenscht, absendenMisslungen, absendewunschZurueckgezogen } from '../events.js'
import { gueltigeZustimmung } from '../zustimmung/zustimmung.js'
import { hinweisSenden } from './hinweis-senden.js'

/**
 * The person declares the draft binding and pays first (A6-02). From now on it does not change; the money sends it. Gives no
 * Kassenzeichen where nothing is to be paid before: then it is sent at once.
 */
export const absendenUndBezahlen = command({
  name: 'onlineantrag.absendenUndBezahlen',
  input: Type.Object({ entwurfId: Id, stand: Type.Integer({ minimum: 1 }), sprache: Type.Union([Type.Literal('de'), Type.Literal('en')]) }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, { entwurfId, stand, sprache }): Promise<{ kassenzeichen: string | null }> {
    const entwurf = await lockEntwurf(ctx.tx, entwurfId)
    ctx.unchanged()
    if (entwurf.status !== 'offen') return { kassenzeichen: null }
    if (entwurf.absendewunsch) return { kassenzeichen: (await forderungZu(ctx.tx, { entwurfId }))?.kassenzeichen ?? null }
    const version = await leistungsfassungById(ctx.tx, ctx.mandantId, entwurf.leistungsversionId)
    if (!version?.formular) throw new NotFound()
    pruefeNiveau(ctx, entwurf, version)
    await pruefeFrist(ctx, entwurf, version)
    await gueltigeZustimmung(ctx, entwurf, version)
    const { daten } = await pruefeVollstaendig(ctx, entwurf, version, { stand, sprache })
    const { kontakt } = await wegZurPerson(ctx, version.formular, daten, entwurf)
    const forderung = await erhebeVorAbsenden(ctx, {
      entwurfId, version, antworten: daten, schuldner: { ...kontakt, anschrift: [] }, inhaber: entwurf.inhaberId ? { art: entwurf.inhaberArt === 'konto' ? 'buerger' : 'gast', id: entwurf.inhaberId } : null,
    })
    if (!forderung) return { kassenzeichen: null }
    await onlineantrag(ctx.tx).updateTable('onlineantrag.entwurf').set({ absendewunsch_am: ctx.now, absendewunsch_sprache: sprache, erklaert_mit: json(entwurf.erklaertMit ?? await erklaerungsnachweis(ctx)) }).where('id', '=', entwurfId).execute()
    ctx.emit(absendenGewuenscht(entwurfId, { leistung: entwurf.leistung, forderungId: forderung.id }))
    return { kassenzeichen: forderung.kassenzeichen }
  },
})

/** The person wants to change something after all. Only while no money is there or on its way. */
export const absendenZurueckziehen = command({
  name: 'onlineantrag.absendenZurueckziehen',
  input: Type.Object({ entwurfId: Id }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, { entwurfId }) {
    const entwurf = await lockEntwurf(ctx.tx, entwurfId)
    const grund = await zieheZurueck(ctx, entwurf, 'Der Antrag wird noch geändert.')
    if (grund) throw new Conflict('onlineantrag.zahlungLaeuft', grund)
  },
})

/** Takes the wish and its claim back; a sentence why it cannot. */
async function zieheZurueck(ctx: CommandContext, entwurf: Entwurf, grund: string): Promise<string | undefined> {
  ctx.unchanged()
  if (entwurf.status !== 'offen' || !entwurf.absendewunsch) return undefined
  const forderung = await forderungZu(ctx.tx, { entwurfId: entwurf.id })
  if (forderung) {
    if ((await standZu(ctx.tx, forderung.id)).ist > 0n) return 'Die Gebühr ist schon bezahlt. Bitte senden Sie den Antrag ab, oder wenden Sie sich an die Stadtkasse.'
    if ((await zahlungenZu(ctx.tx, forderung.id)).some(({ status }) => status === 'INITIAL' || status === 'NEU')) return 'Es läuft noch eine Zahlung. Bitte brechen Sie die Zahlung zuerst ab.'
    await forderungAufheben(ctx, forderung.id, grund)
  }
  await onlineantrag(ctx.tx).updateTable('onlineantrag.entwurf').set({ absendewunsch_am: null, absendewunsch_sprache: null, absenden_fehler: null, ...(entwurf.zustimmungSeit ? {} : { erklaert_mit: null }) }).where('id', '=', entwurf.id).execute()
  ctx.emit(absendewunschZurueckgezogen(entwurf.id, { leistung: entwurf.leistung }))
  return undefined
}

/** So long a draft waits for its money before it is an ordinary draft again. */
const WARTETAGE = 3

/** Who never paid gets the draft back for changing; it then ends like any other (A3-04). A hundred at a time. */
export const unbezahlteFreigeben = command({
  name: 'onlineantrag.unbezahlteFreigeben', input: Type.Object({}, { additionalProperties: false }), allow: intern(),
  async run(ctx) {
    ctx.unchanged()
    const rows = await onlineantrag(ctx.tx).selectFrom('onlineantrag.entwurf').select('id').where('status', '=', 'offen').where('absendewunsch_am', '<', ctx.now.subtract({ hours: 24 * WARTETAGE }))
      .orderBy('absendewunsch_am').limit(100).forUpdate().skipLocked().execute()
    for (const { id } of rows) await zieheZurueck(ctx, await lockEntwurf(ctx.tx, id), 'Die Gebühr wurde nicht bezahlt.')
  },
})

/** Paid, and the application cannot be sent: the person and the treasury hear of it, nothing is lost (A6-08). */
export const absendenGescheitert = command({
  name: 'onlineantrag.absendenGescheitert',
  input: Type.Object({ entwurfId: Id, grund: Text(500) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { entwurfId, grund }) {
    const entwurf = await lockEntwurf(ctx.tx, entwurfId)
    const forderung = await forderungZu(ctx.tx, { entwurfId })
    ctx.unchanged()
    if (entwurf.status !== 'offen' || !entwurf.absendewunsch || entwurf.absendewunsch.fehler || !forderung) return
    await onlineantrag(ctx.tx).updateTable('onlineantrag.entwurf').set({ absenden_fehler: grund }).where('id', '=', entwurfId).execute()
    await klaerungAnlegen(ctx, forderung, { art: 'bezahltNichtEingereicht', referenz: entwurfId, betrag: (await standZu(ctx.tx, forderung.id)).ist, text: `Zu ${zeigeKassenzeichen(forderung.kassenzeichen)} ist bezahlt. Der Antrag ließ sich nicht absenden: ${grund}`.slice(0, 500) })
    ctx.emit(absendenMisslungen(entwurfId, { leistung: entwurf.leistung, forderungId: forderung.id }))
    ctx.enqueue(hinweisSenden, { entwurfId })
  },
})

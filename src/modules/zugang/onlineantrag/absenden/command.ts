import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { unawaited } from '../../../../platform/database/unawaited.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { reichtAus, vertrauensniveauVon } from '../../../../platform/usecases/actor.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { forderungZu, forderungZuordnen, istBezahlt } from '../../../finanzen/forderungen/index.js'
import { setzeGebuehrFest, vorAbsendenZuZahlen } from '../../../finanzen/gebuehren/index.js'
import { fristVorbei, leistungsfassungById, type Leistungsfassung } from '../../../grundlagen/leistungen/index.js'
import { antragZuVorgang, VOLLMACHT_SLOT } from '../../../verfahren/antraege/index.js'
import { pagesFor, prune, validateSubmission, type Antworten, type Formular } from '../../formulare/index.js'
import { nachweisOhneAngaben } from '../../identitaet/index.js'
import { onlineantrag } from '../db/tables.js'
import type { Bestaetigung, Entwurf, Entwurfsdatei, Erklaerungsnachweis } from '../domain/entwurf.js'
import { kontaktAus, zustellungAus } from '../domain/kontakt.js'
import { einreichen } from '../einreichung.js'
import { dateienVon, lockEntwurf, zugriffAufEntwurf } from '../entwuerfe.js'
import { entwurfEingereicht } from '../events.js'
import { neuereFassung } from '../fassung/command.js'
import { alsVertretungsangabe, vertretungFehlt } from '../domain/vertretung.js'
import { vertretungsworte } from '../vertretung/woerter.js'
import { gueltigeZustimmung } from '../zustimmung/zustimmung.js'
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
    const { tx, now } = ctx
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.bestaetigung) { ctx.unchanged(); return entwurf.bestaetigung }
    const version = await leistungsfassungById(tx, ctx.mandantId, entwurf.leistungsversionId)
    if (!version?.formular) throw new NotFound()
    pruefeNiveau(ctx, entwurf, version)
    await pruefeFrist(ctx, entwurf, version)
    const zustimmung = await gueltigeZustimmung(ctx, entwurf, version)
    const { daten, dateien } = await pruefeVollstaendig(ctx, entwurf, version, { stand, sprache })
    await pruefeBezahlt(ctx, entwurf, version, daten)
    const bestaetigung = await einreichen(ctx, {
      leistungsversionId: version.id, daten, sprache, entwurfId, herkunft: entwurf.herkunft, identitaet: entwurf.erklaertMit ?? await erklaerungsnachweis(ctx),
      ...(entwurf.vertretung ? { vertretung: alsVertretungsangabe(entwurf.vertretung, zustimmung) } : {}), ...await wegZurPerson(ctx, version.formular, daten, entwurf),
      anhaenge: dateien.map(({ slot, dateiname, sha256, bytes, mediaType, pruefstatus }) => ({ slot, dateiname, sha256, size: bytes, mime: mediaType, pruefstatus })),
    })
    await gebuehrUebergeben(ctx, entwurfId, bestaetigung)
    unawaited(tx, onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
      status: 'eingereicht', beendet_am: now, bestaetigung: json(bestaetigung), antworten: json({}), herkunft: json({}), vertretung: null, zustimmung_seit: null, eingaben: json({}), email: null,
    }).where('id', '=', entwurfId))
    unawaited(tx, onlineantrag(tx).deleteFrom('onlineantrag.entwurf_datei').where('entwurf_id', '=', entwurfId))
    unawaited(tx, onlineantrag(tx).deleteFrom('onlineantrag.zustimmung').where('entwurf_id', '=', entwurfId))
    unawaited(tx, onlineantrag(tx).deleteFrom('onlineantrag.fortsetzungscode').where('entwurf_id', '=', entwurfId))
    ctx.emit(entwurfEingereicht(entwurfId, bestaetigung.vorgangId, { leistung: entwurf.leistung, dauerSekunden: Math.round(now.since(entwurf.begonnenAm).total('seconds')) }))
    return bestaetigung
  },
})

/** The level counts that the sign-in has now, or had when the person declared it binding (A2-01). @throws Forbidden */
export function pruefeNiveau({ actor }: Pick<CommandContext, 'actor'>, { erklaertMit }: Pick<Entwurf, 'erklaertMit'>, { stammdaten }: Leistungsfassung): void {
  const hat = erklaertMit?.niveau ?? vertrauensniveauVon(actor)
  if (!reichtAus(hat, stammdaten.vertrauensniveau)) throw new Forbidden('niveauZuNiedrig', 'Für diesen Antrag brauchen wir eine stärkere Anmeldung. Ihr Entwurf bleibt erhalten.')
}

/** With which sign-in somebody declares something now. */
export async function erklaerungsnachweis({ tx, actor }: Pick<CommandContext, 'tx' | 'actor'>): Promise<Erklaerungsnachweis> {
  const nachweis = await nachweisOhneAngaben(tx, actor)
  return { niveau: vertrauensniveauVon(actor), ...(nachweis ? { anbieter: nachweis.anbieter, abgerufenAm: nachweis.abgerufenAm.toString() } : {}), ...(actor.durch ? { unternehmen: actor.name, handelnd: actor.durch.name } : {}) }
}

/** Everything that has to be answered is, with the form it was begun with and as the person last saw it. @throws Invalid, Conflict */
export async function pruefeVollstaendig(ctx: CommandContext, entwurf: Entwurf, { formular, stammdaten }: Leistungsfassung, { stand, sprache }: { readonly stand: number; readonly sprache: 'de' | 'en' }): Promise<{ daten: Antworten; dateien: Entwurfsdatei[] }> {
  const { tx, today } = ctx
  if (!formular) throw new NotFound()
  // What was declared binding before it was paid counts with the form of that moment.
  if (!entwurf.absendewunsch && !entwurf.zustimmungSeit) await pruefenObAktuell(ctx, entwurf, stand, sprache)
  const dateien = gefragteDateien(formular, entwurf, await dateienVon(tx, entwurf.id), today)
  const daten = prune(formular, entwurf.antworten, { heute: today })
  const { fehler } = validateSubmission(formular, daten, { heute: today, lang: sprache, uploads: dateien })
  if (fehler.length > 0) throw new Invalid(fehler.map(({ feld, text }) => ({ feld, text })), woerter(sprache).pruefenFehlt)
  if (vertretungFehlt(entwurf.vertretung, stammdaten.vertretung, dateien)) throw new Invalid([], vertretungsworte(sprache).fehler.fehlt)
  return { daten, dateien }
}

/**
 * Outside of the times of the service nothing is sent. Who declared it binding in time and is only waiting for the money is not late.
 * @throws Conflict with why, and what to do instead
 */
export async function pruefeFrist(ctx: CommandContext, entwurf: Entwurf, version: Leistungsfassung): Promise<void> {
  const schluss = await fristVorbei(ctx.tx, version, entwurf.absendewunsch?.am ?? ctx.now)
  if (schluss) throw new Conflict('onlineantrag.fristVorbei', `Der Antrag kann nicht abgesendet werden. ${schluss.grund}${schluss.alternative ? ` ${schluss.alternative}` : ''}`)
}

/** A fee that is due before sending has to be there; a browser that says so is no proof. @throws Conflict */
async function pruefeBezahlt(ctx: CommandContext, entwurf: Entwurf, version: Leistungsfassung, daten: Antworten): Promise<void> {
  const forderung = entwurf.absendewunsch ? await forderungZu(ctx.tx, { entwurfId: entwurf.id }) : undefined
  const offen = forderung ? !istBezahlt(forderung) : await vorAbsendenZuZahlen(ctx, version, daten) > 0n
  if (offen) throw new Conflict('onlineantrag.zahlungFehlt', woerter(entwurf.absendewunsch?.sprache ?? 'de').zahlungFehlt)
}

/** The fee goes with the application: what was paid belongs to its Vorgang, what is still to be paid is claimed now. */
async function gebuehrUebergeben(ctx: CommandContext, entwurfId: string, { vorgangId, vorgangsnummer }: Bestaetigung): Promise<void> {
  const antrag = await antragZuVorgang(ctx.tx, vorgangId)
  if (!antrag) throw new Error('an application that was just handed in is there')
  await forderungZuordnen(ctx, { entwurfId, vorgangId, vorgangsnummer, einheitId: antrag.einheitId })
  await setzeGebuehrFest(ctx, antrag, entwurfId)
}

async function pruefenObAktuell({ tx, today }: CommandContext, entwurf: Entwurf, stand: number, sprache: 'de' | 'en'): Promise<void> {
  if (await neuereFassung(tx, entwurf, today)) throw new Conflict('onlineantrag.neueFassung', woerter(sprache).fassung)
  if (entwurf.version !== stand) throw new Conflict('onlineantrag.veraltet', woerter(sprache).veraltet)
}

/** Files of slots that are asked with these answers; others stay behind with the draft and go with it (A3-02). */
export function gefragteDateien(formular: Formular, entwurf: Pick<Entwurf, 'antworten' | 'vertretung'>, dateien: readonly Entwurfsdatei[], heute: Temporal.PlainDate): Entwurfsdatei[] {
  const slots = new Set(pagesFor(formular, entwurf.antworten, { heute }).flatMap(({ fragen }) => fragen.map(({ name }) => name)))
  if (entwurf.vertretung?.nachweis === 'datei') slots.add(VOLLMACHT_SLOT)
  return dateien.filter(({ slot }) => slots.has(slot))
}

/** How the person is reached. */
export async function wegZurPerson({ tx, actor }: CommandContext, formular: Formular, daten: Antworten, entwurf: Entwurf) {
  const konto = actor.art === 'buerger' ? (await kontenById(tx, [actor.id])).get(actor.id) : undefined
  const { name, email } = kontaktAus(formular, daten)
  const an = email ?? konto?.email ?? entwurf.email
  return { kontakt: { name: name ?? konto?.name ?? 'Unbekannt', ...(an ? { email: an } : {}) }, zustellung: zustellungAus(daten, konto !== undefined) }
}

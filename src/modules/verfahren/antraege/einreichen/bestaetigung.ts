import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { App } from '../../../../platform/app.js'
import { job } from '../../../../platform/jobs/job.js'
import { renderPdf, type Absender, type Abschnitt as Druckabschnitt, type AntragDaten, type EingangsbestaetigungDaten, type Json, type Pdf } from '../../../../platform/pdf/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen } from '../../../akte/akten/index.js'
import { leistungsversionById, type Leistungsversion } from '../../../grundlagen/leistungen/index.js'
import { einheitenById, type Einheit } from '../../../grundlagen/organisation/index.js'
import { herkunftSatz } from '../../../zugang/formulare/index.js'
import { anhaengeVon, antragById, eingegangenAm, lockAntrag, type Anhang, type Antrag } from '../antrag.js'
import { benachrichtigen } from '../benachrichtigung.js'
import { antraege } from '../db/tables.js'
import { bestaetigungErstellt } from '../events.js'
import { woerter } from '../woerter.js'

const Datei = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 1 }), dateiname: Text(255) }, { additionalProperties: false })
const MAX_BYTES = 50_000_000

/** Files the rendered confirmation and copy, once, and tells the applicant. A repetition changes nothing. */
export const bestaetigungAblegen = command({
  name: 'antraege.bestaetigungAblegen',
  input: Type.Object({ antragId: Id, bestaetigung: Datei, kopie: Datei }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { antragId, bestaetigung, kopie }) {
    const antrag = await lockAntrag(ctx.tx, { id: antragId })
    if (antrag.bestaetigungId) { ctx.unchanged(); return }
    const gemeinsam = { vorgangId: antrag.vorgangId, datum: antrag.eingangDatum, pruefstatus: 'sauber' as const, fuerInhaber: true }
    const { dokumentId: kopieId } = await dokumentAblegen(ctx, {
      ...gemeinsam, betreff: `Antrag: ${antrag.bezeichnung}`, typ: 'antrag', richtung: 'eingang', datei: { ...kopie, mime: 'application/pdf' }, absender: antrag.kontakt.name,
    })
    const { dokumentId: bestaetigungId } = await dokumentAblegen(ctx, {
      ...gemeinsam, betreff: 'Eingangsbestätigung', typ: 'eingangsbestaetigung', richtung: 'ausgang', datei: { ...bestaetigung, mime: 'application/pdf' },
    })
    await antraege(ctx.tx).updateTable('antraege.antrag').set({ bestaetigung_id: bestaetigungId, kopie_id: kopieId }).where('id', '=', antragId).execute()
    await benachrichtigen(ctx, antrag, {
      art: 'eingang', betreff: 'Ihr Antrag ist angekommen', dokumentIds: [bestaetigungId, kopieId],
      text: `Ihr Antrag „${antrag.bezeichnung}“ ist am ${eingegangenAm(antrag)} bei uns eingegangen. Die Vorgangsnummer ist ${antrag.vorgangsnummer}. Die Bestätigung und eine Kopie Ihrer Angaben liegen bei.`,
    })
    ctx.emit(bestaetigungErstellt(antragId, antrag.vorgangId, { bestaetigungId, kopieId }))
  },
})

/**
 * Renders confirmation of receipt (A4-07) and copy of the declaration with its data inside (A4-03). The time in the files is the time
 * of receipt, so a repetition gives the same bytes.
 */
export const bestaetigungErstellen = job<{ antragId: string }>({
  name: 'antraege.bestaetigungErstellen', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { antragId }) {
    const stand = await ladeStand(app, mandantId, antragId)
    if (!stand || stand.antrag.bestaetigungId) return
    const kopie = await renderPdf({
      template: 'antrag', data: antragDaten(stand) as unknown as Json, standard: 'a-3a', createdAt: sekunde(stand.antrag.eingangAm), missingGlyphs: 'ersetzen',
      attachments: [{ name: 'antrag.json', mime: 'application/json', bytes: Buffer.from(JSON.stringify(strukturiert(stand.antrag), null, 2)), description: 'Angaben des Antrags', relationship: 'data' }],
    })
    const bestaetigung = await renderPdf({ template: 'eingangsbestaetigung', data: bestaetigungDaten(stand) as unknown as Json, standard: 'a-2a', createdAt: sekunde(stand.antrag.eingangAm), missingGlyphs: 'ersetzen' })
    const nummer = stand.antrag.vorgangsnummer
    await app.execute(actor, bestaetigungAblegen, {
      antragId, bestaetigung: await lege(app, mandantId, bestaetigung, `Eingangsbestaetigung-${nummer}.pdf`), kopie: await lege(app, mandantId, kopie, `Antrag-${nummer}.pdf`),
    })
  },
})

/** Stores rendered bytes; the name is what the document will be called. */
export async function lege(app: App, mandantId: string, { bytes }: Pdf, dateiname: string): Promise<{ sha256: string; size: number; dateiname: string }> {
  return { ...await app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: MAX_BYTES }), dateiname }
}

/** PDF time stamps know whole seconds. */
export const sekunde = (instant: Temporal.Instant): Temporal.Instant => instant.round({ smallestUnit: 'second', roundingMode: 'floor' })

export interface Stand { readonly antrag: Antrag; readonly anhaenge: readonly Anhang[]; readonly einheit: Einheit | undefined; readonly version: Leistungsversion | undefined; readonly absender: Absender }

/** Everything that a letter about an application needs. */
export async function ladeStand(app: App, mandantId: string, antragId: string): Promise<Stand | undefined> {
  return app.db.withMandant(mandantId, async (tx) => {
    const antrag = await antragById(tx, antragId)
    if (!antrag) return undefined
    const einheit = (await einheitenById(tx, [antrag.einheitId])).get(antrag.einheitId)
    return { antrag, anhaenge: await anhaengeVon(tx, antragId), einheit, version: await leistungsversionById(tx, antrag.leistungsversionId), absender: absenderVon(app, mandantId, einheit) }
  })
}

/** Who a letter comes from: the town with the unit that is responsible. */
export function absenderVon(app: App, mandantId: string, einheit: Einheit | undefined): Absender {
  const mandant = app.mandanten.byId(mandantId)
  const profil = mandant?.profil ?? {}
  const telefon = einheit?.telefon ?? profil.telefon
  const email = einheit?.email ?? profil.email
  return {
    name: mandant?.name ?? 'Stadt', anschrift: [...profil.anschrift ?? []], ...(einheit ? { bereich: einheit.name } : {}), ...(telefon ? { telefon } : {}), ...(email ? { email } : {}),
    ...(profil.oeffnungszeiten?.length ? { oeffnungszeiten: profil.oeffnungszeiten.join(', ') } : {}),
  }
}

const abschnitteVon = ({ zusammenfassung }: Antrag): Druckabschnitt[] =>
  zusammenfassung.map(({ titel, eintraege }) => ({ titel, angaben: eintraege.map(({ label, wert, herkunft }) => ({ frage: label, antwort: herkunft ? `${wert}\n(${herkunftSatz({ ...herkunft, wert }, 'de', 'amt')})` : wert })) }))

const anlagenVon = (anhaenge: readonly Anhang[]) => anhaenge.filter(({ rueckfrageId }) => !rueckfrageId).map(({ dateiname, sha256, bezeichnung }) => ({ name: dateiname, sha256, bezeichnung }))

const antragDaten = ({ antrag, anhaenge, absender }: Stand): AntragDaten => ({
  absender, leistung: antrag.bezeichnung, vorgangsnummer: antrag.vorgangsnummer, eingegangenAm: eingegangenAm(antrag), formular: `Version ${antrag.formularVersion}`,
  abschnitte: abschnitteVon(antrag), anlagen: anlagenVon(anhaenge),
})

const KANAELE: Readonly<Record<string, string>> = { portal: 'Online-Portal', api: 'Schnittstelle', post: 'Post', email: 'E-Mail', schalter: 'persönlich', telefon: 'am Telefon' }

function bestaetigungDaten({ antrag, anhaenge, absender, version }: Stand): EingangsbestaetigungDaten {
  const dauer = version?.stammdaten.bearbeitungsdauer ?? 'Das können wir noch nicht sagen.'
  return {
    absender, empfaenger: [antrag.kontakt.name, ...antrag.anschrift], betreff: `Eingangsbestätigung: ${antrag.bezeichnung}`,
    infoblock: [{ bezeichnung: 'Vorgangsnummer', wert: antrag.vorgangsnummer }, { bezeichnung: 'Aktenzeichen', wert: antrag.aktenzeichen }],
    vorgangsnummer: antrag.vorgangsnummer, leistung: antrag.bezeichnung, eingegangenAm: eingegangenAm(antrag), kanal: KANAELE[antrag.kanal] ?? antrag.kanal,
    kontakt: [absender.bereich, absender.telefon && `Telefon ${absender.telefon}`, absender.email && `E-Mail ${absender.email}`].filter((zeile): zeile is string => Boolean(zeile)),
    dauer, naechsteSchritte: naechsteSchritte(antrag, version?.stammdaten.art === 'anzeige'), anlagen: anlagenVon(anhaenge), abschnitte: abschnitteVon(antrag),
  }
}

/** What happens now, also said on the page of the Vorgang; the confirmation itself is German. */
export function naechsteSchritte({ inhaber, zustellung }: Pick<Antrag, 'inhaber' | 'zustellung'>, anzeige: boolean, sprache: 'de' | 'en' = 'de'): string[] {
  const { schritte } = woerter(sprache)
  return [schritte.pruefen, inhaber?.art === 'buerger' ? schritte.fragenKonto : schritte.fragen, anzeige ? schritte.anzeige : zustellung === 'postfach' ? schritte.postfach : schritte.post]
}

const strukturiert = ({ vorgangsnummer, leistung, leistungsversionId, formularVersion, eingangAm, eingangDatum, daten }: Antrag) =>
  ({ vorgangsnummer, leistung, leistungsversionId, formularVersion, eingangAm: eingangAm.toString(), eingangDatum: eingangDatum.toString(), daten })

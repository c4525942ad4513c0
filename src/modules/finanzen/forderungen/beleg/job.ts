import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { App } from '../../../../platform/app.js'
import { job } from '../../../../platform/jobs/job.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { renderPdf, type Baustein, type BriefDaten, type Json } from '../../../../platform/pdf/index.js'
import { formatDate, legalDate } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen, istBearbeitbar, vorgangById } from '../../../akte/akten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { forderungen } from '../db/tables.js'
import { zeigeKassenzeichen } from '../domain/kassenzeichen.js'
import { buchungsart } from '../domain/konto.js'
import { belegErstellt } from '../events.js'
import { buchungenVon, findForderung, lockForderung, type Buchung, type Forderung } from '../forderung.js'
import { benachrichtigePerson } from '../nachricht.js'
import { WEGE } from '../woerter.js'

const Datei = Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 1 }), dateiname: Text(255) }, { additionalProperties: false })

/** Files the receipt once and tells the person (A6-07). */
export const belegAblegen = command({
  name: 'forderungen.belegAblegen',
  input: Type.Object({ forderungId: Id, datei: Datei }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { forderungId, datei }) {
    const forderung = await lockForderung(ctx.tx, forderungId)
    const vorgang = forderung.vorgangId ? await vorgangById(ctx.tx, forderung.vorgangId) : undefined
    // Money that arrives when the file is closed already changes nothing in it; the ledger has it, and the person sees it there.
    if (forderung.belegId || !forderung.vorgangId || !vorgang || !istBearbeitbar(vorgang.status)) { ctx.unchanged(); return }
    const { dokumentId } = await dokumentAblegen(ctx, {
      vorgangId: forderung.vorgangId, betreff: `Zahlungsbeleg ${zeigeKassenzeichen(forderung.kassenzeichen)}`, typ: 'zahlungsbeleg', richtung: 'ausgang', datum: ctx.today,
      datei: { ...datei, mime: 'application/pdf' }, pruefstatus: 'sauber', fuerInhaber: true,
    })
    await forderungen(ctx.tx).updateTable('forderungen.forderung').set({ beleg_id: dokumentId }).where('id', '=', forderungId).execute()
    await benachrichtigePerson(ctx, forderung, {
      betreff: 'Ihre Zahlung ist angekommen', dokumentIds: [dokumentId],
      text: `Wir haben Ihre Zahlung für „${forderung.bezeichnung}“ bekommen. Das Kassenzeichen ist ${zeigeKassenzeichen(forderung.kassenzeichen)}. Der Beleg liegt bei.`,
    })
    ctx.emit(belegErstellt(forderung.id, forderung.vorgangId, { dokumentId }))
  },
})

/** Renders the receipt of a paid claim as tagged PDF/A. The day of the last payment is the day of the file, so a repetition gives the same bytes. */
export const belegErstellen = job<{ forderungId: string }>({
  name: 'forderungen.belegErstellen', gleichzeitig: 2,
  async run({ app, mandantId, actor }, { forderungId }) {
    const stand = await app.db.withMandant(mandantId, async (tx) => {
      const forderung = await findForderung(tx, forderungId)
      if (!forderung?.vorgangId || forderung.belegId || forderung.saldo > 0n) return undefined
      const einheit = forderung.einheitId ? (await einheitenById(tx, [forderung.einheitId])).get(forderung.einheitId) : undefined
      return { forderung, buchungen: await buchungenVon(tx, forderungId), bereich: einheit?.name }
    })
    const letzte = stand?.buchungen.findLast(({ art }) => art === 'zahlung')
    if (!stand || !letzte) return
    const { bytes } = await renderPdf({
      template: 'brief', data: belegDaten(app, mandantId, stand) as unknown as Json, standard: 'a-2a', createdAt: letzte.gebuchtAm.round({ smallestUnit: 'second', roundingMode: 'floor' }), missingGlyphs: 'ersetzen',
    })
    const datei = { ...await app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: 20_000_000 }), dateiname: `Zahlungsbeleg-${stand.forderung.kassenzeichen}.pdf` }
    await app.execute(actor, belegAblegen, { forderungId, datei })
  },
})

function belegDaten(app: App, mandantId: string, { forderung, buchungen, bereich }: { forderung: Forderung; buchungen: readonly Buchung[]; bereich: string | undefined }): BriefDaten {
  const mandant = app.mandanten.byId(mandantId)
  const { anschrift = [], telefon, email } = mandant?.profil ?? {}
  const gezahlt = buchungen.filter(({ art }) => art === 'zahlung')
  return {
    absender: { name: mandant?.name ?? 'Stadt', anschrift: [...anschrift], ...(bereich ? { bereich } : {}), ...(telefon ? { telefon } : {}), ...(email ? { email } : {}) },
    empfaenger: [forderung.schuldner, ...forderung.anschrift], betreff: `Zahlungsbeleg: ${forderung.bezeichnung}`,
    infoblock: [
      { bezeichnung: 'Kassenzeichen', wert: zeigeKassenzeichen(forderung.kassenzeichen) }, ...(forderung.vorgangsnummer ? [{ bezeichnung: 'Vorgangsnummer', wert: forderung.vorgangsnummer }] : []),
      { bezeichnung: 'Datum', wert: formatDate(legalDate(gezahlt.at(-1)?.gebuchtAm ?? forderung.erhobenAm)) },
    ],
    inhalt: ['Wir haben Ihre Zahlung bekommen. Vielen Dank.', zusammensetzung(forderung), zahlungstabelle(gezahlt), `Rechtsgrundlage: ${forderung.aufstellung.rechtsgrundlage}`, 'Dieser Beleg wurde automatisch erstellt und gilt ohne Unterschrift.'],
  }
}

function zusammensetzung({ aufstellung }: Forderung): Baustein {
  const { positionen, minderungen } = aufstellung
  const summe = positionen.reduce((bisher, { cent }) => bisher + BigInt(cent), 0n) - minderungen.reduce((bisher, { cent }) => bisher + BigInt(cent), 0n)
  return {
    art: 'tabelle', kopf: ['Wofür', 'Betrag'], rechts: [1], summe: ['Gebühr', formatEuro(summe)],
    zeilen: [...positionen.map(({ bezeichnung, cent }) => [bezeichnung, formatEuro(BigInt(cent))]), ...minderungen.map(({ bezeichnung, rechtsgrundlage, cent }) => [`${bezeichnung} (${rechtsgrundlage})`, formatEuro(-BigInt(cent))])],
  }
}

const zahlungstabelle = (zahlungen: readonly Buchung[]): Baustein => ({
  art: 'tabelle', kopf: ['Bezahlt am', 'Weg', 'Betrag'], rechts: [2],
  zeilen: zahlungen.map(({ wertstellung, weg, art, betrag }) => [formatDate(wertstellung), weg ? WEGE[weg] : buchungsart(art), formatEuro(betrag)]),
})

import { reaction } from '../../../../platform/events/index.js'
import { dokumentBefallen, dokumentById, vorgangById, zugriffAufVorgang } from '../../../akte/akten/index.js'
import { aufgabeAnlegen } from '../../../grundlagen/aufgaben/index.js'

/** The later scan found something: whoever works on the Vorgang has to ask for the file again. One task per document. */
export const schadsoftwareMelden = reaction({
  name: 'fallbearbeitung.schadsoftware', on: dokumentBefallen,
  async run(ctx, { objekt, vorgangId }) {
    ctx.unchanged()
    const vorgang = vorgangId ? await vorgangById(ctx.tx, vorgangId) : undefined
    const dokument = await dokumentById(ctx.tx, objekt.id)
    if (!vorgang || !dokument) return
    const zugriff = await zugriffAufVorgang(ctx.tx, vorgang.id)
    await aufgabeAnlegen(ctx, {
      vorgangId: vorgang.id, einheitId: vorgang.einheitId, gruppe: 'sachbearbeitung', stufe: vorgang.stufe, maske: 'allgemein', quelle: 'schadsoftware', instanzId: dokument.id, tokenId: 'befallen',
      titel: `Schadsoftware in „${dokument.betreff}“: Datei neu anfordern`.slice(0, 300), faelligAm: ctx.today, ausgeschlossen: zugriff?.ausgeschlossen ?? [],
      ergebnisse: [{ wert: 'geklaert', text: 'Geklärt' }], kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
    })
  },
})

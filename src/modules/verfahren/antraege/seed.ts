import { Readable } from 'node:stream'
import type { App } from '../../../platform/app.js'
import { renderPdf } from '../../../platform/pdf/index.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { findKonto } from '../../grundlagen/konten/index.js'
import { findLeistung } from '../../grundlagen/leistungen/index.js'
import { antragEinreichen } from './einreichen/command.js'

const LEISTUNG = 'bewohnerparkausweis'

/** Fixed ids make the seed repeatable: the same draft is the same application. */
const FAELLE = [
  { entwurfId: '01900000-0000-7000-8000-00000000e001', kennung: 'erika.muster', vornamen: 'Erika', familienname: 'Muster', geburtsdatum: '1986-02-28', hausnummer: '12 a', kfz: 'MU-EM 86', mitNachweis: true },
  { entwurfId: '01900000-0000-7000-8000-00000000e002', kennung: 'max.muster', vornamen: 'Max', familienname: 'Muster', geburtsdatum: '1984-07-09', hausnummer: '12 a', kfz: 'MU-MM 84', mitNachweis: false },
] as const

/** Two applications for the demo service, handed in by the citizens of the demo. A town without the service gets none. */
export async function seed(app: App, mandantId: string): Promise<void> {
  const version = await app.db.withMandant(mandantId, (tx) => findLeistung(tx, LEISTUNG, app.clock.today()))
  if (!version?.formular || !version.modellId || version.status !== 'veroeffentlicht') return
  for (const fall of FAELLE) {
    const konto = await app.db.withMandant(mandantId, (tx) => findKonto(tx, 'buerger', fall.kennung))
    if (!konto) continue
    const actor: Actor = { art: 'buerger', mandantId, id: konto.id, name: konto.name, zuweisungen: [], stufe: 0 }
    await app.execute(actor, antragEinreichen, {
      leistungsversionId: version.id, daten: angaben(app.clock.today(), fall), anhaenge: fall.mitNachweis ? [await fahrzeugschein(app, mandantId)] : [], kanal: 'portal',
      kontakt: { name: konto.name, ...(konto.email ? { email: konto.email } : {}) }, zustellung: 'postfach', entwurfId: fall.entwurfId,
    })
  }
}

export interface DemoAngaben {
  readonly vornamen: string; readonly familienname: string; readonly geburtsdatum: string; readonly hausnummer: string; readonly kfz: string
  readonly mitNachweis: boolean; readonly perPost?: boolean
}

/** Answers to the form of the demo service. */
export const angaben = (today: Temporal.PlainDate, { vornamen, familienname, geburtsdatum, hausnummer, kfz, mitNachweis, perPost }: DemoAngaben) => ({
  hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen, familienname }, geburtsdatum,
  anschrift: { art: 'strasse', strasse: 'Am Markt', hausnummer, plz: '45991', ort: 'Musterstadt' }, zone: 'A', fahrzeugArt: 'eigenes', kfz,
  beginn: today.add({ days: 9 }).toString(), ...(mitNachweis ? {} : { fahrzeugschein: { nachreichen: true } }), email: 'erika.muster@example.org', zustellung: perPost ? 'post' : 'elektronisch',
  richtig: true, aenderungen: true,
})

async function fahrzeugschein(app: App, mandantId: string) {
  const { bytes } = await renderPdf({
    template: { source: '#set page(paper: "a5")\n= Zulassungsbescheinigung Teil I\nMuster für die Vorführung\n\nAmtliches Kennzeichen: MU-EM 86\n\nHalterin: Erika Muster, Am Markt 12 a, 45991 Musterstadt' },
    data: {}, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-15T09:00Z'),
  })
  const blob = await app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: 1_000_000 })
  return { slot: 'fahrzeugschein', dateiname: 'Fahrzeugschein.pdf', ...blob, mime: 'application/pdf', pruefstatus: 'ungeprueft' as const }
}

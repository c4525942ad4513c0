import { Readable } from 'node:stream'
import type { App } from '../../../platform/app.js'
import { renderPdf } from '../../../platform/pdf/index.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { aufgabeErledigen, offeneAufgaben, type Aufgabe } from '../../grundlagen/aufgaben/index.js'
import { findKonto, findPersonal } from '../../grundlagen/konten/index.js'
import { findLeistung } from '../../grundlagen/leistungen/index.js'
import { rollenbildVon } from '../../grundlagen/organisation/index.js'
import { antragEinreichen } from '../antraege/index.js'
import { stellungnahmeAbgeben } from './abgeben/command.js'
import { beteiligungenVon } from './beteiligung.js'
import { stellenBeteiligen } from './einholen/command.js'
import { beteiligungVorschlagen } from './einholen/query.js'

/** Fixed ids make the seed repeatable: the same draft is the same application. */
const FAELLE = [
  { entwurfId: '01900000-0000-7000-8000-00000000f041', titel: 'Töpfermarkt am Stadtpark', beteiligt: true },
  { entwurfId: '01900000-0000-7000-8000-00000000f042', titel: 'Büchermarkt', beteiligt: false },
] as const

/** Two applications for a market: one lies with the units that were asked, the Tiefbau has answered; one is new. */
export async function seed(app: App, mandantId: string): Promise<void> {
  const version = await app.db.withMandant(mandantId, (tx) => findLeistung(tx, 'marktfestsetzung', app.clock.today()))
  const konto = await app.db.withMandant(mandantId, (tx) => findKonto(tx, 'buerger', 'deniz.yilmaz'))
  if (!version?.formular || !version.modellId || version.status !== 'veroeffentlicht' || !konto) return
  const buerger: Actor = { art: 'buerger', mandantId, id: konto.id, name: konto.name, zuweisungen: [], stufe: 0 }
  for (const { entwurfId, titel, beteiligt } of FAELLE) {
    const { vorgangId } = await app.execute(buerger, antragEinreichen, {
      leistungsversionId: version.id, daten: { ...marktAngaben(app.clock.today(), { titel, vollstaendig: beteiligt }), antragsteller: { vornamen: 'Deniz', familienname: 'Yılmaz' } }, anhaenge: beteiligt ? [await lageplan(app, mandantId)] : [], kanal: 'portal', kontakt: { name: konto.name, ...(konto.email ? { email: konto.email } : {}) },
      zustellung: 'postfach', entwurfId,
    })
    if (beteiligt) await beteilige(app, mandantId, vorgangId)
  }
}

/** Every step looks whether it is still to be done: the seed runs at every start. */
async function beteilige(app: App, mandantId: string, vorgangId: string): Promise<void> {
  const sommer = await beschaeftigt(app, mandantId, 's.sommer')
  const aufgabe = (maske: string) => app.db.withMandant(mandantId, async (tx): Promise<Aufgabe | undefined> => (await offeneAufgaben(tx, vorgangId)).find((eine) => eine.maske === maske))
  const pruefen = (await app.db.withMandant(mandantId, (tx) => beteiligungenVon(tx, vorgangId))).length === 0 ? await aufgabe('antrag.pruefen') : undefined
  if (pruefen) await app.execute(sommer, aufgabeErledigen, { aufgabeId: pruefen.id, ergebnis: 'beteiligen' })
  const einholen = await aufgabe('beteiligung.einholen')
  if (!einholen) return
  const { stellen, angaben, dokumente, tage } = await app.ask(sommer, beteiligungVorschlagen, { vorgangId })
  await app.execute(sommer, stellenBeteiligen, {
    vorgangId, aufgabeId: einholen.id, stellen: stellen.map(({ einheit, frage }) => ({ einheitId: einheit.id, frage })), felder: angaben.filter(({ vorgeschlagen }) => vorgeschlagen).map(({ feld }) => feld),
    dokumentIds: dokumente.filter(({ vorgeschlagen }) => vorgeschlagen).map(({ id }) => id), frist: app.clock.today().add({ days: tage }).toString(),
  })
  const fels = await beschaeftigt(app, mandantId, 'f.fels')
  const tiefbau = (await app.db.withMandant(mandantId, (tx) => beteiligungenVon(tx, vorgangId))).find(({ einheitId }) => fels.zuweisungen.some(({ einheiten }) => einheiten?.has(einheitId)))
  if (tiefbau) await app.execute(fels, stellungnahmeAbgeben, { beteiligungId: tiefbau.id, votum: 'auflagen', text: 'Unter dem Platz liegt eine Leitung.', auflagen: '- Schwere Fahrzeuge (über 7,5 Tonnen) stehen nur auf den markierten Flächen.\n- Anker dürfen nicht in das Pflaster geschlagen werden.' })
}

export async function lageplan(app: App, mandantId: string) {
  const { bytes } = await renderPdf({
    template: { source: '#set page(paper: "a4")\n= Lageplan\nMuster für die Vorführung\n\n40 Stände auf dem Marktplatz, Rettungsweg in der Mitte 3,50 Meter.' },
    data: {}, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-15T09:00Z'),
  })
  const blob = await app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: 1_000_000 })
  return { slot: 'lageplan', dateiname: 'Lageplan.pdf', ...blob, mime: 'application/pdf', pruefstatus: 'ungeprueft' as const }
}

/** Somebody of the demo town with the roles of today, as a request of theirs would see it. */
export async function beschaeftigt(app: App, mandantId: string, kennung: string): Promise<Actor> {
  return app.db.withMandant(mandantId, async (tx): Promise<Actor> => {
    const konto = await findPersonal(tx, kennung)
    if (!konto) throw new Error(`Nobody called ${kennung}`)
    const { zuweisungen, stufe } = await rollenbildVon(tx, konto.id, app.clock.today())
    return { art: 'personal', mandantId, id: konto.id, name: konto.name, stufe, zuweisungen }
  })
}

/** Answers to the form of the package marktfestsetzung. */
export const marktAngaben = (today: Temporal.PlainDate, { titel = 'Töpfermarkt', vollstaendig = false, perPost = false } = {}) => ({
  antragsteller: { vornamen: 'Erika', familienname: 'Muster' }, anschrift: { art: 'strasse', strasse: 'Am Markt', hausnummer: '12 a', plz: '45991', ort: 'Musterstadt' },
  titel, art: 'spezialmarkt', ort: 'Marktplatz', beginn: today.add({ days: 120 }).toString(), ende: today.add({ days: 122 }).toString(), staende: 40, besucher: 900, feuer: true,
  ...(vollstaendig ? {} : { lageplan: { nachreichen: true } }), email: 'erika.muster@example.org', zustellung: perPost ? 'post' : 'elektronisch',
})

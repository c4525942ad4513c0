import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { objekteVon, strategien, type Objekt, type Strategie } from '../programm/index.js'
import type { Feld } from './domain/eingabe.js'
import { zahlenEinlesen } from './einlesen/command.js'
import { foerderungErfassen } from './foerderung/command.js'
import { foerderungsliste } from './foerderung/query.js'
import { findZeile, stichtagswerteVon } from './lesen.js'
import { planUebernehmen } from './uebernehmen/command.js'
import { vzaebasisFestlegen } from './vzaebasis/command.js'
import { vzaebasisVon } from './vzaebasis/lesen.js'
import { zeileAnlegen } from './zeile/command.js'

/** Fixed ids make the seed repeatable. */
const id = (nummer: number): string => `01900000-0000-7000-8000-0000000f2b${String(nummer).padStart(2, '0')}`

/** Nummer, Baustein, Felder. Figures made up for the demo; B1 and B3 stay within their classes, B5 does not. */
const ZEILEN: readonly [number, string, Partial<Record<Feld, string>>][] = [
  [1, 'B1', { bezeichnung: 'Lizenzen und Einrichtung der E-Akte', spalte: 'hardware', betrag: '420.000,00', jahrVon: '2026', jahrBis: '2026', mittelart: 'investiv', produkt: '01.10.01', sachkonto: '783100', preisstand: '15.01.2026', unsicherheit: 'gering', quelle: 'Angebot nach Ausschreibung' }],
  [2, 'B1', { bezeichnung: 'Beratung bei Einführung und Aktenplan', spalte: 'beratung', betrag: '96.000,00', jahrVon: '2026', jahrBis: '2027', bezug: 'kumuliert', mittelart: 'konsumtiv', produkt: '01.10.01', sachkonto: '543100', unsicherheit: 'mittel', quelle: 'Richtpreis' }],
  [3, 'B1', { bezeichnung: 'Scanstraße der Poststelle', spalte: 'infrastruktur', betrag: '58.400,00', jahrVon: '2027', jahrBis: '2027', mittelart: 'investiv', produkt: '01.10.01', sachkonto: '783200', verpflichtung: 'ja', unsicherheit: 'mittel' }],
  [4, 'B1', { bezeichnung: 'Wartung und Pflege der E-Akte', spalte: 'laufend', betrag: '118.000,00', jahrVon: '2026', bezug: 'jaehrlich', betriebAb: '10/2026', mittelart: 'konsumtiv', produkt: '01.10.01', sachkonto: '523200', preisstand: '15.01.2026', unsicherheit: 'gering', quelle: 'Vertrag' }],
  [5, 'B1', { bezeichnung: 'Schulungen für alle Ämter', spalte: 'schulung', betrag: '36.000,00', jahrVon: '2026', jahrBis: '2028', bezug: 'jaehrlich', mittelart: 'konsumtiv', produkt: '01.10.01', sachkonto: '541200' }],
  [6, 'B1', { bezeichnung: 'Im Haushalt 2026 bereits berücksichtigt', spalte: 'hardware', stand: 'veranschlagt', betrag: '300.000,00', jahrVon: '2026', jahrBis: '2026', produkt: '01.10.01' }],
  [7, 'B1', { bezeichnung: 'Koordination E-Akte', spalte: 'vzae_ist', vzae: '1,50', jahrVon: '2026', jahrBis: '2029' }],
  [8, 'B1', { bezeichnung: 'Koordination E-Akte', spalte: 'vzae_soll', vzae: '3,00', jahrVon: '2026', jahrBis: '2029' }],
  [9, 'B3', { bezeichnung: 'Plattform für Online-Dienste', spalte: 'einmalig', betrag: '214.500,00', jahrVon: '2026', jahrBis: '2026', mittelart: 'investiv', produkt: '01.02.01', sachkonto: '783100', unsicherheit: 'mittel' }],
  [10, 'B3', { bezeichnung: 'Betrieb der Plattform', spalte: 'laufend', betrag: '42.333,33', jahrVon: '2027', bezug: 'jaehrlich', betriebAb: '03/2027', mittelart: 'konsumtiv', produkt: '01.02.01', sachkonto: '523200', unsicherheit: 'hoch', quelle: 'Schätzung' }],
  [11, 'B5', { bezeichnung: 'Erneuerung der Netzwerktechnik', spalte: 'infrastruktur', betrag: '124.000,00', jahrVon: '2028', jahrBis: '2028', mittelart: 'investiv', produkt: '01.10.02', sachkonto: '783200', unsicherheit: 'hoch' }],
]

/** What the budget system might hand over; forecasts above and below the plan, one year without any. */
const HAUSHALT = `Zeile;Jahr;Nachtrag;Obligo;Ist;Prognose
${id(1)};2026;;61.200,00;318.450,75;431.900,00
${id(2)};2026;;12.000,00;38.080,00;
${id(4)};2026;;;29.500,00;29.500,00
${id(5)};2026;;9.520,00;21.777,00;36.000,00
${id(9)};2026;18.000,00;75.000,00;149.233,10;251.000,00
`

/** The figures of the papers for both towns; where the paper has none, a plan made up for the demo. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  const alle = await app.db.withMandant(mandantId, (tx) => strategien(tx))
  for (const strategie of alle) await app.execute(system, planUebernehmen, { strategieId: strategie.id })
  if (!await app.db.withMandant(mandantId, (tx) => vzaebasisVon(tx))) await app.execute(system, vzaebasisFestlegen, { jahresstunden: '1.600', quelle: 'Annahme der Demo' })
  const eigene = alle.find(({ kennung }) => kennung === 'egovernment')
  if (stadt === 'beispielhausen') await foerderungDerDemo(app, mandantId, alle.find(({ kennung }) => kennung === 'programm-2018'))
  if (stadt !== 'musterstadt' || !eigene) return
  const objekte = await app.db.withMandant(mandantId, (tx) => objekteVon(tx, { strategieId: eigene.id, arten: ['baustein'] }))
  await zeilenDerDemo(app, mandantId, eigene, objekte)
  const schon = await app.db.withMandant(mandantId, (tx) => stichtagswerteVon(tx, [{ id: id(1) }]))
  if (schon.length === 0) await app.execute(system, zahlenEinlesen, { strategie: eigene.kennung, quelle: 'Haushaltsauszug der Demo', text: HAUSHALT, stichtag: app.clock.today().with({ day: 1 }).toString() })
  await foerderungDerDemo(app, mandantId, eigene)
}

async function foerderungDerDemo(app: App, mandantId: string, strategie: Strategie | undefined): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  if (!strategie || (await app.ask(system, foerderungsliste, { strategie: strategie.kennung })).foerderungen.length > 0) return
  const tag = (tage: number) => app.clock.today().add({ days: tage }).toString()
  await app.execute(system, foerderungErfassen, {
    strategie: strategie.kennung, objektId: '', titel: 'Digitale Modellkommune', geber: 'Land Nordrhein-Westfalen', aktenzeichen: 'DEMO-2026-17', bewilligt: '180.000,00', anteil: '80', zweckbindungBis: `${app.clock.today().year + 5}-12-31`,
    termine: [{ art: 'abruf', faelligAm: tag(10), betrag: '45.000,00' }, { art: 'zwischennachweis', faelligAm: tag(120), betrag: '' }, { art: 'verwendungsnachweis', faelligAm: tag(400), betrag: '' }],
  })
}

async function zeilenDerDemo(app: App, mandantId: string, strategie: Strategie, objekte: readonly Objekt[]): Promise<void> {
  for (const [nummer, baustein, felder] of ZEILEN) {
    const objekt = objekte.find((eines) => eines.nummer === baustein)
    if (!objekt || await app.db.withMandant(mandantId, (tx) => findZeile(tx, id(nummer)))) continue
    await app.execute(systemActor(mandantId, 'demo'), zeileAnlegen, { id: id(nummer), strategieId: strategie.id, felder: { bezug: 'einzeln', stand: 'plan', brutto: 'ja', ...felder, objektId: objekt.id } })
  }
}

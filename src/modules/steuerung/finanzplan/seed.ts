import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { objekteVon, strategien, type Objekt, type Strategie } from '../programm/index.js'
import type { Feld } from './domain/eingabe.js'
import { findZeile } from './lesen.js'
import { planUebernehmen } from './uebernehmen/command.js'
import { zeileAnlegen } from './zeile/command.js'

/** Fixed ids make the seed repeatable. */
const id = (nummer: number): string => `01900000-0000-7000-8000-0000000f2b${String(nummer).padStart(2, '0')}`

/** Nummer, Baustein, Felder. Figures made up for the demo; B1 stays within its class, B2 does not. */
const ZEILEN: readonly [number, string, Partial<Record<Feld, string>>][] = [
  [1, 'B1', { bezeichnung: 'Lizenzen und Einrichtung der E-Akte', spalte: 'hardware', betrag: '420.000,00', jahrVon: '2026', jahrBis: '2026', mittelart: 'investiv', produkt: '01.10.01', sachkonto: '783100', preisstand: '15.01.2026', unsicherheit: 'gering', quelle: 'Angebot nach Ausschreibung' }],
  [2, 'B1', { bezeichnung: 'Beratung bei Einführung und Aktenplan', spalte: 'beratung', betrag: '96.000,00', jahrVon: '2026', jahrBis: '2027', bezug: 'kumuliert', mittelart: 'konsumtiv', produkt: '01.10.01', sachkonto: '543100', unsicherheit: 'mittel', quelle: 'Richtpreis' }],
  [3, 'B1', { bezeichnung: 'Scanstraße der Poststelle', spalte: 'infrastruktur', betrag: '58.400,00', jahrVon: '2027', jahrBis: '2027', mittelart: 'investiv', produkt: '01.10.01', sachkonto: '783200', verpflichtung: 'ja', unsicherheit: 'mittel' }],
  [4, 'B1', { bezeichnung: 'Wartung und Pflege der E-Akte', spalte: 'laufend', betrag: '118.000,00', jahrVon: '2026', bezug: 'jaehrlich', betriebAb: '10/2026', mittelart: 'konsumtiv', produkt: '01.10.01', sachkonto: '523200', preisstand: '15.01.2026', unsicherheit: 'gering', quelle: 'Vertrag' }],
  [5, 'B1', { bezeichnung: 'Schulungen für alle Ämter', spalte: 'schulung', betrag: '36.000,00', jahrVon: '2026', jahrBis: '2028', bezug: 'jaehrlich', mittelart: 'konsumtiv', produkt: '01.10.01', sachkonto: '541200' }],
  [6, 'B1', { bezeichnung: 'Im Haushalt 2026 bereits berücksichtigt', spalte: 'hardware', stand: 'veranschlagt', betrag: '300.000,00', jahrVon: '2026', jahrBis: '2026', produkt: '01.10.01' }],
  [7, 'B1', { bezeichnung: 'Koordination E-Akte', spalte: 'vzae_ist', vzae: '1,50', jahrVon: '2026', jahrBis: '2029' }],
  [8, 'B1', { bezeichnung: 'Koordination E-Akte', spalte: 'vzae_soll', vzae: '3,00', jahrVon: '2026', jahrBis: '2029' }],
  [9, 'B2', { bezeichnung: 'Plattform für Online-Dienste', spalte: 'einmalig', betrag: '214.500,00', jahrVon: '2026', jahrBis: '2026', mittelart: 'investiv', produkt: '01.02.01', sachkonto: '783100', unsicherheit: 'mittel' }],
  [10, 'B2', { bezeichnung: 'Betrieb der Plattform', spalte: 'laufend', betrag: '42.333,33', jahrVon: '2027', bezug: 'jaehrlich', betriebAb: '03/2027', mittelart: 'konsumtiv', produkt: '01.02.01', sachkonto: '523200', unsicherheit: 'hoch', quelle: 'Schätzung' }],
]

/** The figures of the papers for both towns; where the paper has none, a plan made up for the demo. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  const alle = await app.db.withMandant(mandantId, (tx) => strategien(tx))
  for (const strategie of alle) await app.execute(system, planUebernehmen, { strategieId: strategie.id })
  const eigene = alle.find(({ kennung }) => kennung === 'egovernment')
  if (stadt !== 'musterstadt' || !eigene) return
  const objekte = await app.db.withMandant(mandantId, (tx) => objekteVon(tx, { strategieId: eigene.id, arten: ['baustein'] }))
  await zeilenDerDemo(app, mandantId, eigene, objekte)
}

async function zeilenDerDemo(app: App, mandantId: string, strategie: Strategie, objekte: readonly Objekt[]): Promise<void> {
  for (const [nummer, baustein, felder] of ZEILEN) {
    const objekt = objekte.find((eines) => eines.nummer === baustein)
    if (!objekt || await app.db.withMandant(mandantId, (tx) => findZeile(tx, id(nummer)))) continue
    await app.execute(systemActor(mandantId, 'demo'), zeileAnlegen, { id: id(nummer), strategieId: strategie.id, felder: { bezug: 'einzeln', stand: 'plan', brutto: 'ja', ...felder, objektId: objekt.id } })
  }
}

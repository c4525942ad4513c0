import { stringify } from 'yaml'
import type { App } from '../../../../platform/app.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { aktenplanImportieren, findAktenplaneinheit } from '../../../akte/aktenplan/index.js'
import { alleEinheiten, einheitAnlegen } from '../../organisation/index.js'
import type { Paketdateien } from '../domain/paket.js'
import { leistungImportieren, type Importergebnis } from '../importieren/command.js'

/** Complete master data of an invented service, for tests of this and of other rooms. */
export const musterStammdaten = {
  schluessel: 'musterleistung', leistungsschluessel: '99000000000001', bezeichnung: 'Musterausweis', kurztext: 'Mit dem Ausweis dürfen Sie Muster tragen.',
  typisierung: '4a', rechtsgrundlagen: [{ text: '§ 1 Mustergesetz', url: 'https://www.recht.example/muster' }], einheit: '32.1', zielgruppe: ['buerger'], vertrauensniveau: 'niedrig',
  schriftform: { art: 'keine' }, bekanntgabe: { post: 'VWVFG_POST', elektronisch: 'OZG_9' },
  rechtsbehelf: { art: 'KLAGE', stelle: 'dem Verwaltungsgericht Musterstadt', anschrift: 'Gerichtsweg 1, 45999 Musterstadt' },
  aktenplaneinheit: '32.50.01', akte: 'jahr', loeschregel: { portalkopieTage: 30 }, lebenslagen: ['verkehr'], begriffe: ['Muster tragen'],
  kanaele: { telefon: '02999 17-321', behoerdennummer115: true }, bearbeitungsdauer: 'etwa eine Woche',
} as const

const datenschutz = { verantwortlich: 'Stadt', datenschutzbeauftragte: 'Beauftragte', zweck: 'Prüfung', rechtsgrundlage: '§ 3 DSG NRW', empfaenger: 'niemand', speicherdauer: 'ein Jahr', rechte: 'Auskunft' }

const musterFormular = {
  format: 'stadtkern-formular/1', name: 'musterleistung', version: '1.0', titel: 'Musterausweis beantragen', schriftform: 'keine', datenschutz,
  seiten: [
    { name: 'datenschutz', titel: 'Datenschutz', art: 'datenschutz', fragen: [] },
    { name: 'person', titel: 'Sie', fragen: [
      { typ: 'name', name: 'antragsteller', label: 'Wie heißen Sie?', pflicht: true, rechtsgrundlage: '§ 1 Mustergesetz' },
      { typ: 'zahl', name: 'anzahl', label: 'Wie viele Muster?', pflicht: true, min: 1, max: 9, rechtsgrundlage: '§ 1 Mustergesetz' },
    ] },
  ],
}

const musterVerfahren = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:stadtkern="https://stadtkern.de/bpmn" targetNamespace="https://stadtkern.example/muster">
  <bpmn:process id="musterleistung" name="Musterausweis" isExecutable="true">
    <bpmn:startEvent id="start" name="Antrag eingegangen" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="pruefen" />
    <bpmn:userTask id="pruefen" name="Antrag prüfen" stadtkern:gruppe="sachbearbeitung" stadtkern:maske="allgemein" />
    <bpmn:sequenceFlow id="f2" sourceRef="pruefen" targetRef="ende" />
    <bpmn:endEvent id="ende" name="Fertig" />
  </bpmn:process>
</bpmn:definitions>
`

/** A complete small package with form, process and fees; `stammdaten` changes single entries, undefined takes them out. */
export function musterpaket(stammdaten: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return {
    'leistung.yaml': stringify(Object.fromEntries(Object.entries({ ...musterStammdaten, ...stammdaten }).filter(([, value]) => value !== undefined)), { aliasDuplicateObjects: false }),
    'formular.json': JSON.stringify(musterFormular, null, 2),
    'verfahren.bpmn': musterVerfahren,
    'gebuehr.yaml': stringify({ rechtsgrundlage: '§ 2 Mustersatzung', positionen: [{ name: 'ausweis', bezeichnung: 'Musterausweis', berechnung: 'anzahl * 1250' }, { name: 'eilig', bezeichnung: 'Eilzuschlag', cent: 500, wenn: 'anzahl > 5' }] }),
  }
}

/** Imports and publishes a package in a town, with the unit and the place in the file plan that it names. */
export async function musterleistung(app: App, mandantId: string, dateien: Paketdateien = musterpaket()): Promise<Importergebnis> {
  const actor = systemActor(mandantId, 'test')
  const vorhanden = await app.db.withMandant(mandantId, (tx) => alleEinheiten(tx, app.clock.today()))
  if (!vorhanden.some(({ kuerzel }) => kuerzel === '32.1')) await app.execute(actor, einheitAnlegen, { kuerzel: '32.1', name: 'Straßenverkehr', telefon: '02999 17-321' })
  if (!await app.db.withMandant(mandantId, (tx) => findAktenplaneinheit(tx, '32.50.01', app.clock.today()))) {
    await app.execute(actor, aktenplanImportieren, {
      einheiten: [{ kennzeichen: '32', bezeichnung: 'Ordnung' }, { kennzeichen: '32.50', bezeichnung: 'Verkehr' }, { kennzeichen: '32.50.01', bezeichnung: 'Bewohnerparken', aufbewahrung: 5, aussonderungsart: 'V', quelle: 'KGSt' }],
    })
  }
  return app.execute(actor, leistungImportieren, { dateien: { ...dateien }, veroeffentlichen: true })
}

import { Readable } from 'node:stream'
import type { App } from '../../../../platform/app.js'
import { newId } from '../../../../platform/time/index.js'
import { systemActor, type Actor } from '../../../../platform/usecases/actor.js'
import { buergerAnlegen, kontenById } from '../../../grundlagen/konten/index.js'
import { musterpaket, musterleistung } from '../../../grundlagen/leistungen/test/muster.js'
import { antragEinreichen, type Einreichung } from './command.js'

const datenschutz = { verantwortlich: 'Stadt', datenschutzbeauftragte: 'Beauftragte', zweck: 'Prüfung', rechtsgrundlage: '§ 3 DSG NRW', empfaenger: 'niemand', speicherdauer: 'ein Jahr', rechte: 'Auskunft' }
const norm = { rechtsgrundlage: '§ 1 Mustergesetz' }

/** A form with a condition, an address and an upload slot. */
const formular = {
  format: 'stadtkern-formular/1', name: 'musterleistung', version: '1.0', titel: 'Musterausweis beantragen', schriftform: 'keine', datenschutz,
  seiten: [
    { name: 'datenschutz', titel: 'Datenschutz', art: 'datenschutz', fragen: [] },
    { name: 'person', titel: 'Angaben zu Ihnen', fragen: [
      { typ: 'text', name: 'nachname', label: 'Wie heißen Sie?', ausgabe: 'Name', pflicht: true, maxLaenge: 100, ...norm },
      { typ: 'anschrift', name: 'wohnung', label: 'Wo wohnen Sie?', ausgabe: 'Anschrift', pflicht: true, ...norm },
      { typ: 'ja_nein', name: 'firmenwagen', label: 'Ist es ein Firmenwagen?', ausgabe: 'Firmenwagen', pflicht: true, ...norm },
      { typ: 'text', name: 'firma', label: 'Welche Firma?', ausgabe: 'Firma', pflicht: true, wenn: 'firmenwagen = true', maxLaenge: 50, ...norm },
      { typ: 'datei', name: 'meldebescheinigung', label: 'Meldebescheinigung', pflicht: false, formate: ['pdf'], maxBytes: 5_000_000, maxAnzahl: 3, ...norm },
    ] },
  ],
}

/** Check, question and answer, decision; a withdrawal interrupts at any time. */
const verfahren = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:stadtkern="https://stadtkern.de/bpmn" targetNamespace="https://stadtkern.example/muster">
  <bpmn:message id="m1" name="antraege.rueckfrageStellen" /><bpmn:message id="m2" name="rueckfrage.beantwortet" /><bpmn:message id="m3" name="antrag.zurueckgenommen" />
  <bpmn:process id="musterleistung" name="Musterausweis" isExecutable="true">
    <bpmn:startEvent id="start" name="Antrag eingegangen" />
    <bpmn:sequenceFlow id="f0" sourceRef="start" targetRef="arbeit" />
    <bpmn:subProcess id="arbeit" name="Bearbeiten">
      <bpmn:startEvent id="los" />
      <bpmn:sequenceFlow id="f1" sourceRef="los" targetRef="pruefen" />
      <bpmn:userTask id="pruefen" name="Antrag prüfen" stadtkern:gruppe="sachbearbeitung" stadtkern:maske="antrag.pruefen" />
      <bpmn:sequenceFlow id="f2" sourceRef="pruefen" targetRef="wohin" />
      <bpmn:exclusiveGateway id="wohin" name="Ergebnis?" default="f4" />
      <bpmn:sequenceFlow id="f3" name="Rückfrage" sourceRef="wohin" targetRef="fragen"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">ergebnis = "rueckfrage"</bpmn:conditionExpression></bpmn:sequenceFlow>
      <bpmn:sendTask id="fragen" name="Rückfrage stellen" messageRef="m1" />
      <bpmn:sequenceFlow id="f5" sourceRef="fragen" targetRef="warten" />
      <bpmn:receiveTask id="warten" name="Auf Antwort warten" messageRef="m2" />
      <bpmn:sequenceFlow id="f6" sourceRef="warten" targetRef="pruefen" />
      <bpmn:sequenceFlow id="f4" name="sonst" sourceRef="wohin" targetRef="fertig" />
      <bpmn:endEvent id="fertig" />
    </bpmn:subProcess>
    <bpmn:boundaryEvent id="zurueck" name="Antrag zurückgenommen" attachedToRef="arbeit" cancelActivity="true"><bpmn:messageEventDefinition id="md" messageRef="m3" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="f7" sourceRef="zurueck" targetRef="vermerken" />
    <bpmn:serviceTask id="vermerken" name="Rücknahme vermerken" stadtkern:dienst="antraege.ruecknahmeVermerken" />
    <bpmn:sequenceFlow id="f8" sourceRef="vermerken" targetRef="ende2" />
    <bpmn:endEvent id="ende2" />
    <bpmn:sequenceFlow id="f9" sourceRef="arbeit" targetRef="ende" />
    <bpmn:endEvent id="ende" />
  </bpmn:process>
</bpmn:definitions>
`

/** A fee that asks for nothing: this form has no number. */
const gebuehr = 'rechtsgrundlage: § 2 Mustersatzung\npositionen:\n  - { name: ausweis, bezeichnung: Musterausweis, cent: 1250 }\n'

/** Publishes the service in a town, where Erika Muster has an account; gives the id of the version. */
export async function testLeistung(app: App, mandantId: string): Promise<string> {
  const { id } = buergerin(mandantId)
  if (!(await app.db.withMandant(mandantId, (tx) => kontenById(tx, [id]))).has(id)) {
    await app.execute(systemActor(mandantId, 'test'), buergerAnlegen, { id, vorname: 'Erika', nachname: 'Muster', email: 'erika.muster@example.org', passwortHash: 'x' })
  }
  const { versionId } = await musterleistung(app, mandantId, { ...musterpaket(), 'gebuehr.yaml': gebuehr, 'formular.json': JSON.stringify(formular), 'verfahren.bpmn': verfahren })
  return versionId
}

export const testDaten = { nachname: 'Muster', wohnung: { art: 'strasse', strasse: 'Marktplatz', hausnummer: '1', plz: '45999', ort: 'Musterstadt' }, firmenwagen: false }

export const buergerin = (mandantId: string, id = '01900000-0000-7000-8000-0000000000b1'): Actor =>
  ({ art: 'buerger', mandantId, id, name: 'Erika Muster', zuweisungen: [], stufe: 0 })

/** A stored file as a command gets it. */
export async function testAnhang(app: App, mandantId: string, dateiname = 'Meldebescheinigung.pdf', slot = 'meldebescheinigung') {
  const blob = await app.blobs.put(mandantId, Readable.from([Buffer.from(`Inhalt von ${dateiname}`)]), { maxBytes: 1000 })
  return { slot, dateiname, ...blob, mime: 'application/pdf', pruefstatus: 'ungeprueft' as const }
}

/** Hands in the test application as a citizen. */
export async function reicheEin(app: App, mandantId: string, leistungsversionId: string, weiteres: Partial<Parameters<typeof antragEinreichen.run>[1]> = {}, actor = buergerin(mandantId)): Promise<Einreichung> {
  return app.execute(actor, antragEinreichen, {
    leistungsversionId, daten: testDaten, anhaenge: [], kanal: 'portal', kontakt: { name: 'Erika Muster', email: 'erika.muster@example.org' },
    zustellung: actor.art === 'buerger' ? 'postfach' : 'post', entwurfId: newId(), ...weiteres,
  })
}

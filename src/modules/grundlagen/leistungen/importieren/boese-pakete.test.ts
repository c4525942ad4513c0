import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { musterstadt, personalActor, testApp } from '../../../../../test/app.js'
import { Invalid } from '../../../../platform/errors.js'
import { musterleistung, musterpaket } from '../test/muster.js'
import { befehle } from '../cli.js'
import { pruefeGanzesPaket } from './einspielen.js'
import { GRENZEN } from './paket-lesen.js'
import { leistungImportieren } from './command.js'

const { app } = await testApp({ worker: false })
await musterleistung(app, musterstadt)
const verwalterin = personalActor(['leistung.verwalten'])
const paket = musterpaket({ schluessel: 'nochnie', leistungsschluessel: undefined })
type Json = { seiten: { fragen: Record<string, unknown>[] }[] }
const formular = (aendere: (form: Json) => void): string => { const form = JSON.parse(paket['formular.json'] ?? '') as Json; aendere(form); return JSON.stringify(form) }
const gebuehr = (aendere: (tabelle: Record<string, unknown>) => void): string => { const tabelle = parse(paket['gebuehr.yaml'] ?? '') as Record<string, unknown>; aendere(tabelle); return stringify(tabelle) }
const gruende = async (dateien: Record<string, string>) => (await pruefeGanzesPaket(app, verwalterin, { ...paket, ...dateien })).filter(({ stufe }) => stufe === 'fehler').map(({ datei, ort, text }) => `${datei} ${ort} ${text}`)

const FEHLER = {
  unbekannteFrage: { 'formular.json': formular(({ seiten }) => { const [frage] = seiten[1]?.fragen ?? []; if (frage) frage['wenn'] = 'gibtEsNicht = true' }) },
  tippfehler: { 'formular.json': formular(({ seiten }) => { const frage = seiten[1]?.fragen[1]; if (frage) frage['wenn'] = 'antragsteller = = null' }) },
  fremdesElement: { 'verfahren.bpmn': (paket['verfahren.bpmn'] ?? '').replace('<bpmn:endEvent id="ende" name="Fertig" />', '<bpmn:callChoreography id="tanz" name="Ringelreihen" /><bpmn:complexGateway id="knoten" name="Gordischer Knoten" /><bpmn:endEvent id="ende" name="Fertig" />') },
  fremderDienst: { 'verfahren.bpmn': (paket['verfahren.bpmn'] ?? '').replace(/<bpmn:userTask [^>]*\/>/, '<bpmn:serviceTask id="pruefen" name="Mond anrufen" stadtkern:dienst="mond.anrufen" />') },
  ohneGrundlage: { 'gebuehr.yaml': gebuehr((tabelle) => { delete tabelle['rechtsgrundlage'] }) },
  gebuehrNachUnbekannt: { 'gebuehr.yaml': gebuehr((tabelle) => { (tabelle['positionen'] as Record<string, unknown>[])[0]!['berechnung'] = 'stueck * 100' }) },
  gebuehrMitTippfehler: { 'gebuehr.yaml': gebuehr((tabelle) => { (tabelle['positionen'] as Record<string, unknown>[])[0]!['berechnung'] = 'anzahl * * 100' }) },
  brief: { 'bescheid.typ': '/*---\ngenehmigung: { betreff: Ja, tenor: "Sie heißen {{nahme}}." }\nablehnung: { betreff: Nein, tenor: "{{Grund der Ablehnung}}" }\n---*/\n#import "layout.typ": *\n#let daten = lies-daten()\n#show: brief.with(daten)\n' },
} as const
const ERWARTET: Readonly<Record<keyof typeof FEHLER, RegExp>> = {
  unbekannteFrage: /formular\.json .*gibtEsNicht/, tippfehler: /formular\.json \/seiten\/1.*Verglichen wird mit einem/, fremdesElement: /verfahren\.bpmn .*(Gordischer Knoten|complexGateway)/,
  fremderDienst: /verfahren\.bpmn .*mond\.anrufen/, ohneGrundlage: /gebuehr\.yaml rechtsgrundlage/, gebuehrNachUnbekannt: /gebuehr\.yaml positionen .*stueck/,
  gebuehrMitTippfehler: /gebuehr\.yaml positionen/, brief: /bescheid\.typ Textbausteine .*\{\{nahme\}\}/,
}

for (const name of Object.keys(FEHLER) as (keyof typeof FEHLER)[]) {
  test(`refused with the place and the reason: ${name}`, async () => {
    const alle = await gruende(FEHLER[name])
    assert.ok(alle.some((grund) => ERWARTET[name].test(grund)), alle.join('\n'))
  })
}

test('a package in which everything is wrong is refused once, with everything', async () => {
  const alle = await gruende({
    'leistung.yaml': stringify({ ...parse(paket['leistung.yaml'] ?? ''), einheit: '99', aktenplaneinheit: '99.99', antragszeiten: [{ anlass: 'Wahl', von: '2026-02-30T08:00', bis: '2026-02-28T08:00' }], lebenslagen: ['mars'] }),
    ...FEHLER.unbekannteFrage, ...FEHLER.fremdesElement, ...FEHLER.ohneGrundlage, ...FEHLER.brief, 'notiz.txt': 'x',
  })
  for (const teil of ['„99“', '„99.99“', 'antragszeiten', 'mars', 'gibtEsNicht', 'Gordischer Knoten', 'gebuehr.yaml rechtsgrundlage', '{{nahme}}', 'notiz.txt']) {
    assert.ok(alle.some((grund) => grund.includes(teil)), `${teil} fehlt in:\n${alle.join('\n')}`)
  }
  await assert.rejects(app.execute(verwalterin, leistungImportieren, { dateien: { ...paket, ...FEHLER.unbekannteFrage }, veroeffentlichen: false }), Invalid)
})

test('the command line names every file that does not belong there, before it reads any of them', async () => {
  const ordner = await mkdtemp(join(tmpdir(), 'boese-'))
  try {
    for (const [name, inhalt] of Object.entries(paket)) await writeFile(join(ordner, name), inhalt)
    await writeFile(join(ordner, 'Notiz.docx'), 'x')
    await writeFile(join(ordner, 'texte.de.yaml'), Buffer.from([0xff, 0xfe]))
    await writeFile(join(ordner, 'texte.en.yaml'), Buffer.alloc(GRENZEN.dateiBytes + 1, 97))
    await mkdir(join(ordner, 'unter'))
    const zeilen: string[] = []
    const code = await befehle.find(({ wort }) => wort === 'leistung import')?.run(app, [ordner], { json: true, out: (zeile) => zeilen.push(zeile), err: (zeile) => zeilen.push(zeile) })
    const { felder } = JSON.parse(zeilen[0] ?? '{}') as { felder: { feld: string }[] }
    assert.deepEqual([code, felder.map(({ feld }) => feld).sort()], [1, ['Notiz.docx', 'texte.de.yaml', 'texte.en.yaml', 'unter']])
  } finally { await rm(ordner, { recursive: true, force: true }) }
})

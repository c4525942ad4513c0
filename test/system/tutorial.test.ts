/** The tutorial as it stands in docs/tutorial.md: its blocks are the package, its commands are run, on two running processes. */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../../src/platform/config/root.js'
import { createBesucher } from '../web.js'
import { beantrage, text } from './antrag-ohne-browser.js'
import { demoInstallation, freierPort } from './programm.js'

const anleitung = readFileSync(join(projectRoot, 'docs/tutorial.md'), 'utf8')
const dateien = [...anleitung.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', inhalt = '']) => [name, inhalt] as const)
const befehle = [...anleitung.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.trim().split('\n'))

const ort = await demoInstallation()
const a = ort.starte(await freierPort())
await a.bereit({ demo: true })
const b = ort.starte(await freierPort())
await b.bereit()
const besucher = [a, b].map(({ url }) => createBesucher(url, 'musterstadt.localhost'))
const seiten = () => Promise.all(besucher.map((eine) => eine.get('/leistungen/baumpatenschaft')))
const ordner = join(ort.ordner, 'baumpatenschaft')
mkdirSync(ordner)
const schreibe = (name: string, inhalt: string) => { writeFileSync(join(ordner, name), inhalt) }
/** A line of the tutorial, with the folder where it is. */
const fuehreAus = (zeile: string, ...mehr: string[]) => ort.lauf(...zeile.replace(/^bin\/stadtkern /, '').replace('baumpatenschaft', ordner).split(' '), ...mehr)

test('the tutorial shows the four files of the package and the commands', () => {
  assert.deepEqual(dateien.map(([name]) => name), ['leistung.yaml', 'formular.json', 'verfahren.bpmn', 'gebuehr.yaml'])
  assert.deepEqual(befehle.map((zeile) => zeile.replace(/ baumpatenschaft/, '')), ['bin/stadtkern leistung import --dry-run', 'bin/stadtkern leistung import', 'bin/stadtkern leistung import'])
})

test('a package that nobody has seen works on all running processes at once, without code and restart', async () => {
  for (const [name, inhalt] of dateien) schreibe(name, inhalt)
  assert.deepEqual((await seiten()).map(({ status }) => status), [404, 404])
  const probe = await fuehreAus(befehle[0] ?? '')
  assert.equal(probe.code, 0, probe.out + probe.err)
  assert.match(probe.out, /Das Paket kann eingespielt werden\./)
  assert.deepEqual((await seiten()).map(({ status }) => status), [404, 404], 'a trial changes nothing')
  const eingespielt = await fuehreAus(befehle[1] ?? '')
  assert.equal(eingespielt.code, 0, eingespielt.out + eingespielt.err)
  for (const seite of await seiten()) assert.match(text(seite), /Baumpatenschaft übernehmen .*Jetzt online anzeigen/)
  assert.match(text(await besucher[1]!.get('/leistungen?q=Wassersack')), /Baumpatenschaft/)
})

test('the form asks what the tutorial says, and the application arrives on either process', async () => {
  for (const gast of [a, b].map(({ url }) => createBesucher(url, 'musterstadt.localhost'))) {
    const nummer = await beantrage(gast, 'baumpatenschaft', {
      'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
      email: 'erika@example.org', standort: 'Lindenweg 12', wassersack: 'ja', saecke: '2',
    })
    assert.match(text(await gast.get(`/konto/vorgaenge/${nummer}`)), /Eingegangen/)
  }
})

test('the mistake of step 5 is named; a change is version 2, the same again changes nothing', async () => {
  const formular = dateien.find(([name]) => name === 'formular.json')?.[1] ?? ''
  schreibe('formular.json', formular.replace('wassersack = true', 'wassersak = true'))
  const falsch = await fuehreAus(befehle[1] ?? '')
  assert.equal(falsch.code, 1)
  assert.match(falsch.out + falsch.err, /formular\.json.*„wassersak“ gibt es in diesem Formular nicht/)
  schreibe('formular.json', formular)
  assert.match((await fuehreAus(befehle[1] ?? '')).out, /unverändert \(Version 1\)/)
  schreibe('leistung.yaml', (dateien.find(([name]) => name === 'leistung.yaml')?.[1] ?? '').replace('Etwa eine Woche', 'Etwa zwei Tage'))
  assert.match((await fuehreAus(befehle[2] ?? '')).out, /Version 2 eingespielt, veröffentlicht/)
  for (const seite of await seiten()) assert.match(text(seite), /Etwa zwei Tage/)
})

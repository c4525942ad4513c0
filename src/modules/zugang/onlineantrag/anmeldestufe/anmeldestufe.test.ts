import assert from 'node:assert/strict'
import { test } from 'node:test'
import { probeformular } from '../test-antrag.js'
import { probestadt, datei, PERSON, START } from '../test-stadt.js'
import { musterstadt } from '../../../../../test/app.js'
import type { Besucher } from '../../../../../test/web.js'
import { modul as identitaet } from '../../identitaet/module.js'
import { probeleistung } from '../test-antrag.js'

const { app, web, settle, begonnen, zeilen, buergerkonto, anmelden } = await probestadt()
await identitaet.seed?.(app, musterstadt, 'musterstadt')
const formular = probeformular((seiten) => seiten.map((seite) => (seite['name'] !== 'person' ? seite : {
  ...seite, fragen: (seite['fragen'] as Record<string, unknown>[]).map((frage) => ({
    ...frage, ...(frage['name'] === 'antragsteller' ? { nutzerkonto: { angabe: 'name', gesperrt: true } } : frage['name'] === 'anschrift' ? { nutzerkonto: { angabe: 'anschrift' } } : {}),
  })),
})), '1.1')
await probeleistung(app, musterstadt, formular, { vertrauensniveau: 'substantiell' })

const ANBIETER = '01900000-0000-7000-8000-00000001d001'
const pfadAus = (adresse: string | null) => { const url = new URL(adresse ?? '', 'http://x'); return `${url.pathname}${url.search}` }
const enthaelt = (html: string, satz: RegExp) => assert.ok(satz.test(html), `${String(satz)} is not on „${/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? ''}“`)
const hat = (html: string, satz: RegExp, da: boolean) => assert.equal(satz.test(html), da, String(satz))

/** Follows a link to the simulator and comes back as that person at that level. */
async function ausweisen(besucher: Besucher, link: string, person: string, stufe: string) {
  const seite = pfadAus((await besucher.get(link)).location)
  const zurueck = await besucher.senden(seite, { person, stufe })
  return besucher.get(pfadAus(zurueck.location))
}
const linkAuf = (html: string) => (/href="(\/anmelden\/mit\/[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

test('signed in with a password: the page explains, the person fills in, proves who they are and is back with nothing lost', async () => {
  await buergerkonto('schwach@example.org')
  const besucher = web.besucher()
  await anmelden(besucher, 'schwach@example.org', '/konto')
  const beginn = await besucher.senden(START, {})
  assert.match(beginn.location ?? '', /\/anmeldestufe\?zurueck=datenschutz$/)
  const pfad = (beginn.location ?? '').replace(/\/anmeldestufe.*$/, '')
  const stufe = await besucher.get(beginn.location ?? '')
  enthaelt(stufe.html, /müssen wir sicher wissen, wer ihn stellt/)
  enthaelt(stufe.html, /Erst ausfüllen, später ausweisen/)
  await besucher.senden(`${pfad}/person`, { ...PERSON, 'antragsteller.vornamen': 'Anke', hund: 'ja' })
  await besucher.senden(`${pfad}/tier`, { rufname: 'Bello', _aktion: 'weiter' })
  await besucher.senden(`${pfad}/nachweise`, { ausweis: datei(), _aktion: 'weiter' })
  await besucher.senden(`${pfad}/kontakt`, { email: '', bemerkung: 'Danke', _aktion: 'weiter' })
  const pruefen = await besucher.get(`${pfad}/pruefen`)
  assert.match(pruefen.location ?? '', /anmeldestufe\?zurueck=pruefen/)
  const wieder = await besucher.get(pruefen.location ?? '')
  const zurueck = await ausweisen(besucher, linkAuf(wieder.html), 'anna', 'STORK-QAA-Level-3')
  assert.match(zurueck.location ?? '', /anmeldestufe\?zurueck=pruefen/)
  const da = await besucher.get(zurueck.location ?? '')
  assert.equal(da.location, `${pfad}/pruefen`)
  const fertig = await besucher.get(`${pfad}/pruefen`)
  assert.equal(fertig.status, 200)
  enthaelt(fertig.html, /Bello/)
  enthaelt(fertig.html, /Anna Beispiel<.*aus Ihrem Nutzerkonto \(Nutzerkonto-Simulator, Vertrauensniveau substantiell\)/)
  hat(fertig.html, /Hauptstraße 1/, true)
  const gesendet = await besucher.senden(`${pfad}/pruefen`, {})
  assert.equal(gesendet.location, `${pfad}/bestaetigung`, gesendet.html)
  const [antrag] = await zeilen<{ herkunft: Record<string, { niveau: string }>; identitaet: { niveau: string; anbieter: string } }>('select herkunft, identitaet from antraege.antrag')
  assert.deepEqual(Object.keys(antrag?.herkunft ?? {}), ['antragsteller'], 'the address was typed and is not the one of the account')
  assert.deepEqual([antrag?.identitaet.niveau, antrag?.identitaet.anbieter], ['substantiell', 'Nutzerkonto-Simulator'])
  await settle()
})

test('begun with the account: name and address are there, a changed one loses its mark, a locked one stays', async () => {
  const besucher = web.besucher()
  const start = await besucher.get(START)
  const link = linkAuf(start.html)
  assert.match(link, /niveau=substantiell&angaben=vornamen%2Cfamilienname/)
  await ausweisen(besucher, link, 'bogdan', 'STORK-QAA-Level-4')
  const { pfad } = await begonnen(besucher)
  const seite = await besucher.get(`${pfad}/person`)
  enthaelt(seite.html, /Bogdan Šimić/)
  hat(seite.html, /name="antragsteller\.vornamen"/, false)
  enthaelt(seite.html, /name="anschrift\.strasse"[^>]*value="Gartenstraße"/)
  await besucher.senden(`${pfad}/person`, { 'antragsteller.vornamen': 'Boris', 'anschrift.strasse': 'Gartenstraße', 'anschrift.hausnummer': '4', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt', hund: 'nein', _aktion: 'weiter' })
  const danach = await besucher.get(`${pfad}/pruefen`)
  assert.equal(danach.status, 303, 'the evidence is still missing')
  const [entwurf] = await zeilen<{ herkunft: object; antworten: { antragsteller: { vornamen: string }; anschrift: { hausnummer: string } } }>('select herkunft, antworten from onlineantrag.entwurf where status = $1', ['offen'])
  assert.deepEqual(Object.keys(entwurf?.herkunft ?? {}), ['antragsteller'])
  assert.deepEqual([entwurf?.antworten.antragsteller.vornamen, entwurf?.antworten.anschrift.hausnummer], ['Bogdan', '4'])
})

test('who comes back with a weaker sign-in does not see what the stronger one brought in', async () => {
  const stark = web.besucher()
  await ausweisen(stark, `/anmelden/mit/${ANBIETER}?niveau=substantiell&angaben=vornamen,familienname`, 'cem', 'STORK-QAA-Level-3')
  const { pfad } = await begonnen(stark)
  const schwach = web.besucher()
  await ausweisen(schwach, `/anmelden/mit/${ANBIETER}`, 'cem', 'STORK-QAA-Level-1')
  const seite = await schwach.get(`${pfad}/person`)
  assert.match(seite.location ?? '', /anmeldestufe\?zurueck=person/)
  const stufe = await schwach.get(seite.location ?? '')
  enthaelt(stufe.html, /Wir zeigen sie erst wieder/)
  hat(stufe.html, /Erst ausfüllen/, false)
  assert.equal((await schwach.post(`${pfad}/person`, new URLSearchParams({}))).status, 403)
})

test('a downgraded answer at the step-up leaves draft and session as they were', async () => {
  await buergerkonto('herab@example.org')
  const besucher = web.besucher()
  await anmelden(besucher, 'herab@example.org', '/konto')
  const beginn = await besucher.senden(START, {})
  const stufe = await besucher.get(beginn.location ?? '')
  const antwort = await ausweisen(besucher, linkAuf(stufe.html), 'dora', 'STORK-QAA-Level-1')
  assert.equal(antwort.status, 403)
  enthaelt(antwort.html, /Vertrauensniveau reicht nicht/)
  assert.equal((await besucher.get(beginn.location ?? '')).status, 200)
})

test('the server refuses to send what was declared too weakly, whatever the pages say', async () => {
  const { entwurfEinreichen } = await import('../absenden/command.js')
  const [entwurf] = await zeilen<{ id: string; inhaber_id: string; version: number }>("select id, inhaber_id, version from onlineantrag.entwurf where status = 'offen' limit 1")
  assert.ok(entwurf)
  const actor = { art: 'buerger', mandantId: musterstadt, id: entwurf.inhaber_id, name: 'x', zuweisungen: [], stufe: 0 } as const
  await assert.rejects(app.execute(actor, entwurfEinreichen, { entwurfId: entwurf.id, stand: entwurf.version, sprache: 'de' }), { code: 'niveauZuNiedrig' })
})

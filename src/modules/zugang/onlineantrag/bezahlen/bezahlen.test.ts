import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, system } from '../../../../../test/app.js'
import type { Besucher } from '../../../../../test/web.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { anbieterFestlegen } from '../../../finanzen/bezahlung/anbieter/command.js'
import { klaerungslisteLesen } from '../../../finanzen/bezahlung/klaeren/query.js'
import { pruefeZahlung } from '../../../finanzen/bezahlung/pruefen/pruefen.js'
import { leistungZurueckziehen } from '../../../grundlagen/leistungen/index.js'
import { idVon, probestadt } from '../test-stadt.js'
import { unbezahlteFreigeben } from './command.js'

const GEBUEHR = `rechtsgrundlage: § 2 Mustersatzung
positionen:
  - { name: ausweis, bezeichnung: Musterausweis, cent: 1200 }
  - { name: hund, bezeichnung: Zuschlag für den Hund, cent: 300, wenn: hund = true }
ermaessigungen:
  - { name: befreit, bezeichnung: Befreiung, wenn: 'bemerkung = "befreit"', prozent: 100, rechtsgrundlage: § 4 Mustersatzung }
zahlung: { wann: vor_absenden, wege: [online] }
`
const { app, web, settle, ausgefuellt, zahl, zeilen } = await probestadt(GEBUEHR)
await app.execute(system(), anbieterFestlegen, { basisUrl: `${web.url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })

/** From the check page to the provider and what is chosen there. Gives the claim's page and the attempt's. */
async function zahle(besucher: Besucher, gebuehr: string, verhalten: string) {
  const begonnen = await besucher.senden(gebuehr, {}, `${gebuehr}/bezahlen`)
  const seite = (await besucher.get(begonnen.location ?? '')).html
  const anbieter = new URL(/href="(http[^"]*\/seite\/[^"]+)"/.exec(seite)?.[1] ?? '').pathname
  const zurueck = await besucher.senden(anbieter, { verhalten })
  return { versuch: begonnen.location ?? '', zurueck: zurueck.location ?? '' }
}
const antraege = (id: string) => zahl('select count(*)::int as n from antraege.antrag where entwurf_id = $1', [id])

test('apply, pay, return: the application is there once, with its receipt, and the person sees it', async () => {
  const { besucher, pfad } = await ausgefuellt()
  const pruefen = (await besucher.get(`${pfad}/pruefen`)).html
  for (const satz of ['Musterausweis', '12,00', 'verbindlich absenden und bezahlen', '§ 2 Mustersatzung']) assert.ok(pruefen.includes(satz), satz)
  const { location: gebuehr } = await besucher.senden(`${pfad}/pruefen`, {})
  assert.match(gebuehr ?? '', /^\/konto\/zahlungen\/\d{13}$/)
  assert.equal(await antraege(idVon(pfad)), 0)
  const { zurueck } = await zahle(besucher, gebuehr ?? '', 'normal')
  const rueckkehr = await besucher.get(zurueck)
  assert.equal(rueckkehr.location, `${pfad}/bezahlen`)
  assert.equal((await besucher.get(`${pfad}/bezahlen`)).location, `${pfad}/bestaetigung`)
  await settle()
  assert.equal(await antraege(idVon(pfad)), 1)
  const fertig = (await besucher.get(`${pfad}/bestaetigung`)).html
  assert.match(fertig, /Ihr Antrag ist eingegangen[\s\S]*Gebühr: Bezahlt/)
  const vorgang = /\/konto\/vorgaenge\/[^"]+/.exec(fertig)?.[0] ?? ''
  assert.match((await besucher.get(vorgang)).html, /Zahlungsbeleg/)
  assert.deepEqual((await zeilen<{ bezug_art: string; summe: string }>('select bezug_art, summe from gebuehren.festsetzung where bezug_id = $1 or bezug_id = (select vorgang_id from antraege.antrag where entwurf_id = $1) order by id', [idVon(pfad)])).map((row) => [row.bezug_art, String(row.summe)]), [['entwurf', '1200'], ['vorgang', '1200']])
})

test('the browser never comes back: the money sends the application', async () => {
  const { besucher, pfad } = await ausgefuellt()
  const { location: gebuehr } = await besucher.senden(`${pfad}/pruefen`, {})
  const { versuch } = await zahle(besucher, gebuehr ?? '', 'kommtNieZurueck')
  await pruefeZahlung(app, musterstadt, idVon(versuch))
  await settle()
  assert.equal(await antraege(idVon(pfad)), 1)
  assert.equal((await besucher.get(`${pfad}/bezahlen`)).location, `${pfad}/bestaetigung`)
})

// absendenUndBezahlen, absendenZurueckziehen, entwurfEinreichen
test('while it waits for money nothing of it changes; taken back it can be changed, and nobody sends it unpaid', async () => {
  const { besucher, pfad } = await ausgefuellt()
  const { location: gebuehr } = await besucher.senden(`${pfad}/pruefen`, {})
  for (const seite of ['person', 'pruefen', 'verwerfen']) assert.equal((await besucher.get(`${pfad}/${seite}`)).location, `${pfad}/bezahlen`, seite)
  assert.match((await besucher.get(`${pfad}/bezahlen`)).html, /Jetzt noch bezahlen/)
  const versuch = (await besucher.senden(gebuehr ?? '', {}, `${gebuehr}/bezahlen`)).location ?? ''
  assert.equal((await besucher.senden(`${pfad}/bezahlen`, {})).status, 409)
  await besucher.senden(versuch, {}, `${versuch}/aufgeben`)
  assert.equal((await besucher.senden(`${pfad}/bezahlen`, {})).location, `${pfad}/pruefen`)
  await besucher.senden(`${pfad}/kontakt`, { email: '', bemerkung: 'Doch mehr', _aktion: 'weiter' })
  const nochmal = await besucher.senden(`${pfad}/pruefen`, {})
  assert.equal(nochmal.location, gebuehr)
  assert.equal(await antraege(idVon(pfad)), 0)
  await zahle(besucher, gebuehr ?? '', 'zweimal')
  await settle()
  assert.equal(await antraege(idVon(pfad)), 1)
})

test('who owes nothing sends at once, with the reason kept', async () => {
  const { besucher, pfad } = await ausgefuellt()
  await besucher.senden(`${pfad}/kontakt`, { email: '', bemerkung: 'befreit', _aktion: 'weiter' })
  assert.match((await besucher.get(`${pfad}/pruefen`)).html, /Befreiung[\s\S]*Sie müssen nichts bezahlen/)
  assert.equal((await besucher.senden(`${pfad}/pruefen`, {})).location, `${pfad}/bestaetigung`)
  const [row] = await zeilen<{ aufstellung: { minderungen: { rechtsgrundlage: string }[] } }>("select aufstellung from gebuehren.festsetzung f join antraege.antrag a on a.vorgang_id = f.bezug_id where a.entwurf_id = $1", [idVon(pfad)])
  assert.equal(row?.aufstellung.minderungen[0]?.rechtsgrundlage, '§ 4 Mustersatzung')
  assert.equal(await zahl('select count(*)::int as n from forderungen.forderung where entwurf_id = $1', [idVon(pfad)]), 0)
})

// unbezahlteFreigeben, gebuehrDesEntwurfs
test('who never pays gets the draft back after three days', async () => {
  const { besucher, pfad } = await ausgefuellt()
  await besucher.senden(`${pfad}/pruefen`, {})
  await app.execute(system(), unbezahlteFreigeben, {})
  assert.equal((await besucher.get(`${pfad}/pruefen`)).location, `${pfad}/bezahlen`)
  await app.clock.set(app.clock.now().add({ hours: 73 }))
  await app.execute(system(), unbezahlteFreigeben, {})
  await app.clock.set('echt')
  assert.equal(await zahl("select count(*)::int as n from onlineantrag.entwurf where id = $1 and absendewunsch_am is null", [idVon(pfad)]), 1)
  assert.equal(await zahl("select count(*)::int as n from forderungen.forderung where entwurf_id = $1 and status = 'storniert'", [idVon(pfad)]), 1)
})

// absendenGescheitert; last, because it takes the service off
test('paid and the service is gone: the treasury and the person hear of it, the money is not lost', async () => {
  const { besucher, pfad } = await ausgefuellt()
  const { location: gebuehr } = await besucher.senden(`${pfad}/pruefen`, {})
  const [leistung] = await zeilen<{ id: string }>("select id from leistungen.leistung where schluessel = 'musterleistung'")
  const { versuch } = await zahle(besucher, gebuehr ?? '', 'kommtNieZurueck')
  await app.execute(system(), leistungZurueckziehen, { leistungId: leistung?.id ?? '', grund: 'Neue Satzung' })
  // Withdrawn versions may still be finished by drafts; one that was never public may not.
  await zeilen('delete from leistungen.veroeffentlichung')
  await pruefeZahlung(app, musterstadt, idVon(versuch))
  await settle()
  assert.equal(await antraege(idVon(pfad)), 0)
  const seite = (await besucher.get(`${pfad}/bezahlen`)).html
  assert.match(seite, /Bezahlt, aber noch nicht abgesendet[\s\S]*nicht verloren/)
  const klaerung = await app.ask(personalActor(['kasse.lesen']), klaerungslisteLesen, { erledigt: false })
  assert.ok(klaerung.zeilen.some(({ art, kassenzeichen }) => art === 'bezahltNichtEingereicht' && gebuehr?.endsWith(kassenzeichen ?? '?')))
  assert.ok((await caughtMails(app.db, musterstadt)).some((mail) => JSON.stringify(mail).includes('Bitte sehen Sie nach Ihrem Antrag')))
  assert.equal((await besucher.senden(`${pfad}/bezahlen`, {})).status, 409)
})

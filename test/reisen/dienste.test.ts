import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anbieterFestlegen } from '../../src/modules/finanzen/bezahlung/anbieter/command.js'
import { demoPersonal } from '../../src/modules/grundlagen/konten/index.js'
import { openSession } from '../../src/platform/auth/session.js'
import { antragszeitEintragen } from '../../src/modules/grundlagen/leistungen/antragszeit/command.js'
import { pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { musterstadt, personalActor, system } from '../app.js'
import { demoApp } from '../demo.js'
import { beantrage, erledige, fuelleAus, nummer, sende, sendeAus, text } from './reise.js'

/** Every service of the demo as people use it: a browser without JavaScript, and the business clock moved. */
const demo = await demoApp()
const uhr = (lokal: string) => demo.app.clock.set(Temporal.PlainDateTime.from(lokal).toZonedDateTime('Europe/Berlin').toInstant())
await demo.app.execute(system(), anbieterFestlegen, { basisUrl: `${demo.url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })
await uhr('2026-11-23T10:00')
const als = (kennung: string) => demo.als(kennung)
const [erika, heck, iser, stern] = [await als('erika.muster'), await als('h.heck'), await als('i.iser'), await als('s.stern')]
const [sommer, lenz] = [await als('s.sommer'), await als('l.lenz')]

const ERIKA = demoPersonal('musterstadt').buerger.find(({ kennung }) => kennung === 'erika.muster')?.id ?? ''
const PERSON = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  email: 'erika.muster@example.org', zustellung: 'elektronisch',
}
const plan = () => new File([new Uint8Array(pdf('Plan'))], 'plan.pdf')
const tag = (feld: string, wert: string) => { const { day, month, year } = Temporal.PlainDate.from(wert); return { [`${feld}.tag`]: String(day), [`${feld}.monat`]: String(month), [`${feld}.jahr`]: String(year) } }

/** From the open task to the letter in the mailbox: approved, drafted, signed by a second person. */
async function bescheiden(vorgang: string, bearbeitung: typeof heck, leitung: typeof heck, texte: Record<string, string> = {}): Promise<void> {
  await erledige(bearbeitung, vorgang, { ergebnis: 'genehmigen' })
  await demo.settle()
  await erledige(bearbeitung, vorgang, { ergebnis: 'zeichnen', ...texte })
  await demo.settle()
  await erledige(leitung, vorgang, { ergebnis: 'gezeichnet', gelesen: 'ja' })
  await demo.settle()
  assert.match(text(await erika.get('/konto/postfach')), /Bescheid|Entscheidung|Auskunft|Urkunde|Erlaubnis|Anordnung/)
  assert.match(text(await erika.get(`/konto/vorgaenge/${vorgang}`)), /Entschieden/)
}

test('only in person: the page says why, what to bring and how to get the appointment; there is no form and no dead end', async () => {
  const gast = demo.besucher()
  const seite = await gast.get('/leistungen/personalausweis')
  assert.match(text(seite), /Das geht nur persönlich und mit Termin .*Fingerabdrücke/)
  assert.match(text(seite), /So bekommen Sie einen Termin .*115.*Etwa 15 Minuten.*vorläufigen Ausweis/)
  assert.match(text(seite), /Das brauchen Sie Alter Ausweis oder Pass/)
  assert.doesNotMatch(seite.html, /personalausweis\/antrag/)
  const antrag = await gast.get('/leistungen/personalausweis/antrag')
  assert.deepEqual([antrag.status, antrag.location], [303, '/leistungen/personalausweis'])
  assert.match(text(await gast.get('/leistungen/personalausweis?sprache=en')), /Termin|appointment/)
})

test('an Anzeige is confirmed and noted, without a decision; its process ends and closes the Vorgang by itself', async () => {
  assert.match(text(await erika.get('/leistungen/hundesteuerabmeldung')), /Jetzt online anzeigen/)
  const vorgang = await beantrage(erika, 'hundesteuerabmeldung', { ...PERSON, rufname: 'Bello', rasse: 'Dackel', marke: '4711', ...tag('bis', '2026-11-20'), grund: 'verstorben', richtig: 'ja' })
  await demo.settle()
  const eingang = text(await erika.get(`/konto/vorgaenge/${vorgang}`))
  assert.match(eingang, /Eingangsbestätigung/)
  assert.match(eingang, /Einen Bescheid bekommen Sie nicht/)
  assert.doesNotMatch(eingang, /Bescheid kommt|Den Bescheid bekommen/)

  const ohne = await heck.get(`/arbeitsplatz/vorgaenge/${vorgang}`)
  assert.equal(ohne.status, 404, 'the unit next door does not see it')
  const fall = `/arbeitsplatz/vorgaenge/${vorgang}`
  const action = /action="([^"]*\/aufgaben\/[0-9a-f-]{36})"/.exec((await stern.get(fall)).html)?.[1] ?? ''
  const leer = await sende(stern, fall, action, { ergebnis: 'vermerken', vermerk: '' })
  assert.equal(leer.status, 422)
  assert.match(text(leer), /Bitte schreiben Sie, was Sie eingetragen haben/)
  await erledige(stern, vorgang, { ergebnis: 'vermerken', vermerk: 'Bello ist ab Dezember 2026 abgemeldet. Die Hundemarke hatte die Nummer 4711.' })
  await demo.settle()

  const danach = text(await erika.get(`/konto/vorgaenge/${vorgang}`))
  assert.match(danach, /Erledigt/)
  assert.match(danach, /Das haben wir eingetragen: Bello ist ab Dezember 2026 abgemeldet/)
  assert.doesNotMatch(danach, /zurücknehmen|Entschieden/)
  assert.match(text(await erika.get('/konto/postfach')), /Erledigt: Hund von der Steuer abmelden/)
  const akte = text(await stern.get(fall))
  assert.match(akte, /zu den Akten|z\. ?d\. ?A\./i)
  assert.doesNotMatch((await stern.get(fall)).html, /\/aufgaben\/[0-9a-f-]{36}"/)
})

test('an Anzeige can be asked about and taken back like any declaration', async () => {
  const vorgang = await beantrage(erika, 'hundesteuerabmeldung', { ...PERSON, rufname: 'Bello', rasse: 'Dackel', marke: '4711', ...tag('bis', '2026-11-20'), grund: 'abgegeben', richtig: 'ja' })
  await demo.settle()
  await erledige(stern, vorgang, { ergebnis: 'rueckfrage', frage1: 'Wo lebt der Hund jetzt?' })
  await demo.settle()
  assert.match(text(await erika.get(`/konto/vorgaenge/${vorgang}`)), /Wo lebt der Hund jetzt/)
  const zurueck = await sende(erika, `/konto/vorgaenge/${vorgang}/zuruecknehmen`, `/konto/vorgaenge/${vorgang}/zuruecknehmen`, {})
  assert.equal(zurueck.status, 303)
  await demo.settle()
  assert.match(text(await erika.get(`/konto/vorgaenge/${vorgang}`)), /Zurückgezogen/)
  assert.doesNotMatch((await stern.get(`/arbeitsplatz/vorgaenge/${vorgang}`)).html, /\/aufgaben\/[0-9a-f-]{36}"/)
})

test('for companies only: page and form say so, private people hear what to do instead, a company gets its order', async () => {
  const gast = demo.besucher()
  const seite = text(await gast.get('/leistungen/verkehrsrechtliche-anordnung'))
  assert.match(seite, /Nur für: Unternehmen Sie sind Privatperson\? .*Zur Leistung „Sondernutzung/)
  assert.match(text(await gast.get('/leistungen/verkehrsrechtliche-anordnung/antrag')), /Nur für Unternehmen/)
  const { location } = await gast.senden('/leistungen/verkehrsrechtliche-anordnung/antrag', {})
  const frage = location?.replace(/\/datenschutz$/, '/fuer-wen') ?? ''
  const privat = await gast.senden(frage, { fuerWen: 'privat', _aktion: 'weiter' })
  assert.equal(privat.status, 422)
  assert.match(text(privat), /Als Privatperson bekommen Sie diese Anordnung nicht.*beantragen Sie eine Sondernutzung/)
  const gesendet = await gast.senden(frage.replace('/fuer-wen', '/pruefen'), {}, frage.replace('/fuer-wen', '/pruefen'))
  assert.notEqual(gesendet.status, 200, 'and it cannot be sent either')

  const vorgang = await beantrage(erika, 'verkehrsrechtliche-anordnung', {
    ...PERSON, fuerWen: 'unternehmen', firma: 'Tiefbau Muster GmbH', rechtsform: 'kapital', register: 'HRB 12345', ort: 'Lindenweg 1 bis 9', was: 'Wir verlegen eine Leitung.',
    ...tag('beginn', '2026-12-14'), ...tag('ende', '2026-12-18'), verantwortlich: 'Frau Bau, 0170 1234567', plan: plan(),
  })
  await demo.settle()
  const gebuehr = await sende(sommer, `/arbeitsplatz/vorgaenge/${vorgang}`, `/arbeitsplatz/vorgaenge/${vorgang}/gebuehr`, { 'betrag-anordnung': '80,00', gebuehrengrund: 'Prüfung des Plans' })
  assert.equal(gebuehr.status, 303, text(gebuehr))
  await bescheiden(vorgang, sommer, lenz)
})

test('a seasonal service opens and closes to the second; a draft that is open then is told why, and what to do instead', async () => {
  const gast = demo.besucher()
  const seite = async () => text(await gast.get('/leistungen/briefwahl'))
  await uhr('2026-10-26T07:59:20')
  assert.match(await seite(), /Den Antrag können Sie ab Montag, 26\. Oktober 2026, 08:00 Uhr \(deutsche Zeit\) stellen.*Rückseite der Wahlbenachrichtigung/)
  assert.doesNotMatch(await seite(), /Jetzt online beantragen/)
  assert.match(text(await gast.get('/leistungen/briefwahl/antrag')), /zurzeit nicht möglich/)
  await uhr('2026-10-26T08:00:00')
  assert.match(await seite(), /Absenden können Sie bis Freitag, 4\. Dezember 2026, 15:00 Uhr/)

  await uhr('2026-12-04T14:58')
  const antworten = { ...PERSON, ...tag('geburtsdatum', '1964-08-12'), nummer: '17', andereAnschrift: 'nein' }
  const entwurf = await fuelleAus(erika, 'briefwahl', antworten)
  assert.match(text(await erika.get(entwurf)), /bis Freitag, 4\. Dezember 2026, 15:00 Uhr .*absenden/)
  const rechtzeitig = await beantrage(erika, 'briefwahl', antworten)
  // The page was open at closing: pressing the button a moment later is answered with why, not with an error page.
  const vorher = await erika.get(entwurf)
  await uhr('2026-12-04T15:00:00')
  const zuSpaet = await sendeAus(erika, vorher.html, entwurf, {})
  assert.equal(zuSpaet.status, 409, text(zuSpaet).slice(0, 400))
  for (const nochmal of [text(zuSpaet), text(await erika.get(entwurf)), text(await erika.get((await erika.get(entwurf.replace('/pruefen', '/person'))).location ?? ''))]) {
    assert.match(nochmal, /Dieser Antrag kann jetzt nicht abgesendet werden/)
    assert.match(nochmal, /am Freitag, 4\. Dezember 2026, 15:00 Uhr \(deutsche Zeit\) abgelaufen/)
    assert.match(nochmal, /am Wahltag in Ihrem Wahlraum.*plötzlich krank/)
    assert.match(nochmal, /Per Post Füllen Sie die Rückseite der Wahlbenachrichtigung aus/)
    assert.match(nochmal, /Lindenweg/)
  }
  assert.match(text(await erika.get('/konto/entwuerfe')), /kann jetzt nicht abgesendet werden/)
  assert.match(await seite(), /Die Frist ist am Freitag, 4\. Dezember 2026, 15:00 Uhr/)

  await demo.settle()
  await erledige(heck, rechtzeitig, { ergebnis: 'ausgestellt', vermerk: 'Wahlschein 17 am 4. Dezember 2026 mit der Post verschickt.' })
  await demo.settle()
  assert.match(text(await erika.get(`/konto/vorgaenge/${rechtzeitig}`)), /Erledigt.*Wahlschein 17 am 4\. Dezember 2026/)

  // The administration enters the run-off; its times count instead of those of the package, and the same draft can be sent.
  const verwaltung = personalActor(['leistung.verwalten'])
  const leistungId = await demo.app.db.withMandant(musterstadt, async (tx) => (await (await import('../../src/modules/grundlagen/leistungen/index.js')).findLeistung(tx, 'briefwahl', demo.app.clock.today()))?.leistungId ?? '')
  await demo.app.execute(verwaltung, antragszeitEintragen, { leistungId, anlass: 'Stichwahl am 20. Dezember 2026', von: '2026-12-07T08:00', bis: '2026-12-18T15:00' })
  assert.match(await seite(), /Stichwahl am 20\. Dezember 2026: Den Antrag können Sie ab Montag, 7\. Dezember 2026, 08:00 Uhr/)
  await uhr('2026-12-18T14:59:20')
  const gesendet = await erika.senden(entwurf, {})
  assert.equal(gesendet.status, 303, text(gesendet).slice(0, 400))
  assert.ok(nummer(await erika.get(gesendet.location ?? '')))
  await uhr('2026-11-23T10:00')
})

test('Melderegisterauskunft: paid before it is sent, answered with a decision', async () => {
  const pruefen = await fuelleAus(erika, 'melderegisterauskunft', { ...PERSON, 'gesuchtePerson.vornamen': 'Karl', 'gesuchtePerson.familienname': 'Kunde', letzteAnschrift: 'Am Markt 3', gewerblich: 'nein', keineWerbung: 'ja' })
  const { location: zahlung } = await erika.senden(pruefen, {})
  assert.match(zahlung ?? '', /^\/konto\/zahlungen\//)
  await bezahle(zahlung ?? '')
  const bestaetigung = await erika.get(pruefen.replace('/pruefen', '/bestaetigung'))
  assert.equal(bestaetigung.status, 200, `${bestaetigung.location}: ${text(await erika.get(zahlung ?? ''))}`)
  const vorgang = nummer(bestaetigung)
  await bescheiden(vorgang, heck, iser, { tenor: 'Karl Kunde wohnt Am Markt 3 in Musterstadt.' })
})

/** Through the simulated payment service and back. */
async function bezahle(seite: string): Promise<void> {
  const html = (await erika.get(seite)).html
  const action = /<form\b[^>]*method="post"[^>]*action="([^"]*zahl[^"]*)"/.exec(html)?.[1] ?? /action="([^"]*)"[^>]*method="post"/.exec(html)?.[1] ?? seite
  const weg = await sende(erika, seite, action, {})
  const link = /href="([^"]*\/demo\/bezahldienst\/seite\/[^"]*)"/.exec((await erika.get(weg.location ?? seite)).html)?.[1] ?? weg.location ?? ''
  const simulator = link.replace(/^https?:\/\/[^/]+/, '')
  const zurueck = await sende(erika, simulator, simulator, { verhalten: 'normal' })
  assert.equal(zurueck.status, 303)
  await erika.get(zurueck.location ?? '')
  await demo.settle()
}

test('Geburtsurkunde: the fee is due after sending; the certificate is decided on', async () => {
  // Signed in once more, as with the Online-Ausweis: the certificate asks for more than a password.
  const token = await demo.app.db.withMandant(musterstadt, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'buerger', kontoId: ERIKA, daten: { niveau: 'substantiell' } }))
  erika.cookies.set('sk_sitzung', token)
  const vorgang = await beantrage(erika, 'geburtsurkunde', {
    ...PERSON, fuerWen: 'selbst', 'geborene.vornamen': 'Erika', 'geborene.familienname': 'Muster', ...tag('geboren', '1964-08-12'), anzahl: '2', verwendung: 'allgemein',
  })
  await demo.settle()
  assert.match(text(await erika.get(`/konto/vorgaenge/${vorgang}`)), /21,00/)
  await bescheiden(vorgang, heck, iser)
})

test('Sondernutzung: the fee lies in a frame and is set before the decision', async () => {
  const vorgang = await beantrage(erika, 'sondernutzung', { ...PERSON, art: 'container', ort: 'Lindenweg 12', flaeche: '10', ...tag('beginn', '2026-12-14'), ...tag('ende', '2026-12-18'), gemeinnuetzig: 'nein', lageplan: plan() })
  await demo.settle()
  const gebuehr = await sende(sommer, `/arbeitsplatz/vorgaenge/${vorgang}`, `/arbeitsplatz/vorgaenge/${vorgang}/gebuehr`, { 'betrag-nutzung': '60,00', gebuehrengrund: 'Fünf Tage, zehn Quadratmeter' })
  assert.equal(gebuehr.status, 303, text(gebuehr))
  await bescheiden(vorgang, sommer, lenz)
})

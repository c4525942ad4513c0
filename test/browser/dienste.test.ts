import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { anbieterFestlegen } from '../../src/modules/finanzen/bezahlung/anbieter/command.js'
import { caughtMails } from '../../src/platform/mail/index.js'
import { musterstadt, system } from '../app.js'
import { demoApp } from '../demo.js'
import { withBrowser } from './browser.js'
import { beantrage, beginne, erledige, fall, fuelle, fuelleAus, nummerAuf, passt, seiteVon, sendeAb, tag, text, type Antworten } from './reise.js'

/**
 * Every service of the demo as people use it, from its page to the file: citizens at 320 pixels without JavaScript, clerks at their
 * desks, and the business clock moved where a period matters.
 */
const demo = await demoApp()
const uhr = async (lokal: string) => {
  await demo.app.clock.set(Temporal.PlainDateTime.from(lokal).toZonedDateTime('Europe/Berlin').toInstant())
  await demo.settle()
}
await demo.app.execute(system(), anbieterFestlegen, { basisUrl: `${demo.url}/demo/bezahldienst`, originatorId: 'stadtkern', endPointId: 'musterstadt' })
await uhr('2026-11-23T10:00')

const PERSON: Antworten = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991',
  'anschrift.ort': 'Musterstadt', email: 'erika.muster@example.org', zustellung: 'elektronisch', richtig: 'ja',
}

const leute = new Map<string, Promise<Page>>()
/** One window for each person, for the whole file. */
const bei = (browser: Browser) => (kennung: string): Promise<Page> => {
  const offen = leute.get(kennung) ?? seiteVon(browser, demo, kennung, kennung.includes('.muster') ? 320 : 1280)
  leute.set(kennung, offen)
  return offen
}

/** From the open task to the letter in the mailbox: approved, drafted, signed by a second person. */
async function bescheide(nummer: string, bearbeitung: Page, leitung: Page, werte: Antworten = {}): Promise<void> {
  await erledige(bearbeitung, demo, nummer, 'Genehmigen')
  await zeichne(nummer, bearbeitung, leitung, werte)
}

async function zeichne(nummer: string, bearbeitung: Page, leitung: Page, werte: Antworten = {}): Promise<void> {
  await erledige(bearbeitung, demo, nummer, 'Zur Zeichnung geben', werte)
  await erledige(leitung, demo, nummer, 'Zeichnen', { gelesen: 'ja' })
}

async function liest(page: Page, nummer: string): Promise<string> {
  await page.goto(`${demo.url}/konto/vorgaenge/${nummer}`)
  return text(page)
}

test('the services of the demo', (story) => withBrowser(async (browser) => {
  const von = bei(browser)
  const gast = await seiteVon(browser, demo)
  const erika = await von('erika.muster')
  const [sommer, lenz, heck, iser, stern] = [await von('s.sommer'), await von('l.lenz'), await von('h.heck'), await von('i.iser'), await von('s.stern')]

  await story.test('Personalausweis: only in person; why, what to bring and how to get the appointment', async () => {
    await gast.goto(`${demo.url}/leistungen/personalausweis`)
    assert.match(await text(gast), /Das geht nur persönlich und mit Termin .*Fingerabdrücke.*115.*Etwa 15 Minuten.*vorläufigen Ausweis.*Alter Ausweis oder Pass/)
    assert.equal(await gast.locator('a[href*="personalausweis/antrag"]').count(), 0)
    await gast.goto(`${demo.url}/leistungen/personalausweis/antrag`)
    assert.match(gast.url(), /\/leistungen\/personalausweis$/, 'no dead end')
    await passt(gast, 'personalausweis')
  })

  await story.test('Hundesteuer abmelden: asked about, answered, noted without a decision; the Vorgang closes by itself', async () => {
    const nummer = await beantrage(erika, demo, 'hundesteuerabmeldung', { ...PERSON, rufname: 'Bello', rasse: 'Dackel', marke: '4711', ...tag('bis', '2026-11-20'), grund: 'abgegeben' })
    assert.match(await liest(erika, nummer), /Einen Bescheid bekommen Sie nicht/)
    assert.equal((await heck.goto(fall(demo, nummer)))?.status(), 404, 'the unit next door does not see it')
    await erledige(stern, demo, nummer, 'Rückfrage stellen', { frage1: 'Wo lebt der Hund jetzt?' })
    assert.match(await liest(erika, nummer), /Wo lebt der Hund jetzt/)
    await erika.locator('main form textarea').first().fill('Bei meiner Schwester in Köln.')
    await erika.getByRole('button', { name: /senden/i }).first().click()
    await demo.settle()
    await erledige(stern, demo, nummer, 'Eingetragen', { vermerk: 'Bello ist ab Dezember 2026 abgemeldet.' })
    const danach = await liest(erika, nummer)
    assert.match(danach, /Erledigt.*Das haben wir eingetragen: Bello ist ab Dezember 2026 abgemeldet/)
    assert.doesNotMatch(danach, /zurücknehmen|Entschieden/)
    await passt(erika, 'anzeige-erledigt')
    await stern.goto(fall(demo, nummer))
    assert.match(await text(stern), /zu den Akten|z\. ?d\. ?A\./i)
  })

  await story.test('Hundesteuer anmelden: a clear case is decided at once and says so; an own statement goes to a person', async () => {
    const hund = { ...PERSON, hundename: 'Rex', ...tag('seit', '2026-11-20'), anzahl: '1', gefaehrlich: 'nein', ermaessigung: 'nein' }
    // One of twenty is drawn for a person to look at: then the next one.
    let sofort = ''
    for (let versuche = 0; versuche < 4 && !/Entschieden/.test(sofort); versuche++) sofort = await liest(erika, await beantrage(erika, demo, 'hundesteueranmeldung', hund))
    assert.match(sofort, /Entschieden/)
    await passt(erika, 'automatisch-entschieden')
    const eigenes = await beantrage(erika, demo, 'hundesteueranmeldung', { ...hund, bemerkung: 'Der Hund gehört meiner Schwester.' })
    await stern.goto(fall(demo, eigenes))
    assert.match(await text(stern), /Der Hund gehört meiner Schwester/)
    await passt(stern, 'automatik-person')
    await bescheide(eigenes, stern, await von('t.taler'))
    assert.match(await liest(erika, eigenes), /Entschieden/)
  })

  await story.test('Verkehrsrechtliche Anordnung: for companies only; private people hear what to do instead', async () => {
    await gast.goto(`${demo.url}/leistungen/verkehrsrechtliche-anordnung`)
    assert.match(await text(gast), /Nur für: Unternehmen Sie sind Privatperson\? .*Sondernutzung/)
    const arbeiten = {
      ...PERSON, fuerWen: 'unternehmen', firma: 'Tiefbau Muster GmbH', rechtsform: 'kapital', register: 'HRB 12345', ort: 'Lindenweg 1 bis 9', was: 'Wir verlegen eine Leitung.',
      ...tag('beginn', '2026-12-14'), ...tag('ende', '2026-12-18'), verantwortlich: 'Frau Bau, 0170 1234567', plan: 'plan.pdf',
    }
    await assert.rejects(beginne(gast, demo, 'verkehrsrechtliche-anordnung', { ...arbeiten, fuerWen: 'privat' }), /beantragen Sie eine Sondernutzung/)
    const nummer = await beantrage(erika, demo, 'verkehrsrechtliche-anordnung', arbeiten)
    await setzeFest(sommer, nummer, { 'betrag-anordnung': '80,00', gebuehrengrund: 'Prüfung des Plans' })
    await bescheide(nummer, sommer, lenz)
    assert.match(await liest(erika, nummer), /Entschieden.*80,00/)
  })

  await story.test('Briefwahl: opens and closes to the second; a draft open at closing is told why, and what to do instead', async () => {
    const leistung = async () => { await gast.goto(`${demo.url}/leistungen/briefwahl`); return text(gast) }
    await uhr('2026-10-26T07:59:20')
    assert.match(await leistung(), /Den Antrag können Sie ab Montag, 26\. Oktober 2026, 08:00 Uhr \(deutsche Zeit\) stellen/)
    assert.equal(await gast.getByRole('link', { name: /Jetzt online/ }).count(), 0)
    await uhr('2026-12-04T14:58')
    const antworten = { ...PERSON, ...tag('geburtsdatum', '1964-08-12'), nummer: '17', andereAnschrift: 'nein' }
    const nummer = await beantrage(erika, demo, 'briefwahl', antworten)
    await beginne(erika, demo, 'briefwahl', antworten)
    await uhr('2026-12-04T15:00')
    await sendeAb(erika)
    assert.match(await text(erika), /kann jetzt nicht abgesendet werden.*abgelaufen.*am Wahltag in Ihrem Wahlraum.*Lindenweg/)
    await passt(erika, 'frist-vorbei')
    assert.match(await leistung(), /Die Frist ist am Freitag, 4\. Dezember 2026, 15:00 Uhr/)
    await erledige(heck, demo, nummer, 'Wahlschein ausgestellt', { vermerk: 'Wahlschein 17 am 4. Dezember 2026 mit der Post verschickt.' })
    assert.match(await liest(erika, nummer), /Erledigt.*Wahlschein 17 am 4\. Dezember 2026/)
    await stichwahl()
    await uhr('2026-11-23T10:00')
  })

  /** The administration enters the run-off: its times count instead of those of the package, and the same draft can be sent. */
  async function stichwahl(): Promise<void> {
    const admin = await von('a.admin')
    await admin.goto(`${demo.url}/verwaltung/leistungen/briefwahl`)
    await fuelle(admin, 'form[action$="/antragszeit"]', { anlass: 'Stichwahl am 20. Dezember 2026', ...tag('beginn', '2026-12-07'), beginnUhr: '08:00', ...tag('ende', '2026-12-18'), endeUhr: '15:00' })
    await admin.getByRole('button', { name: 'Antragszeit eintragen' }).click()
    await passt(admin, 'antragszeiten')
    await uhr('2026-12-18T14:59')
    await erika.goto(`${demo.url}/konto/entwuerfe`)
    await erika.getByRole('main').getByRole('link', { name: /weiter/i }).first().click()
    await fuelleAus(erika, {})
    await sendeAb(erika)
    const nummer = await nummerAuf(erika, demo)
    await erika.goto(`${demo.url}/konto/vorgaenge/${nummer}`)
    await erika.getByRole('link', { name: /zurücknehmen/ }).first().click()
    await erika.getByRole('button', { name: /zurücknehmen/ }).first().click()
    await demo.settle()
    assert.match(await liest(erika, nummer), /Zurückgezogen/)
    await heck.goto(fall(demo, nummer))
    assert.equal(await heck.locator('form[action*="/aufgaben/"]').count(), 0)
  }

  await story.test('Melderegisterauskunft: paid before it is sent, answered with a decision', async () => {
    await beginne(erika, demo, 'melderegisterauskunft', { ...PERSON, 'gesuchtePerson.vornamen': 'Karl', 'gesuchtePerson.familienname': 'Kunde', letzteAnschrift: 'Am Markt 3', gewerblich: 'nein', keineWerbung: 'ja' })
    await sendeAb(erika)
    await bezahle(erika)
    const nummer = await nummerAuf(erika, demo)
    await bescheide(nummer, heck, iser, { tenor: 'Karl Kunde wohnt Am Markt 3 in Musterstadt.' })
    assert.match(await liest(erika, nummer), /Entschieden/)
    await passt(erika, 'bezahlt-entschieden')
  })

  await story.test('Geburtsurkunde: proved with an account elsewhere, paid after sending by a transfer that the bank statement brings', async () => {
    const bogdan = await seiteVon(browser, demo, 'max.muster')
    await bogdan.goto(`${demo.url}/leistungen/geburtsurkunde/antrag`)
    await bogdan.getByRole('button', { name: /Antrag beginnen/ }).click()
    await weiseAus(bogdan, 'Bogdan Šimić')
    await fuelleAus(bogdan, { ...PERSON, fuerWen: 'selbst', 'geborene.vornamen': 'Bogdan', 'geborene.familienname': 'Šimić', ...tag('geboren', '1978-11-02'), anzahl: '2', verwendung: 'allgemein' })
    await sendeAb(bogdan)
    const nummer = await nummerAuf(bogdan, demo)
    const vorher = await liest(bogdan, nummer)
    assert.match(vorher, /21,00/)
    await bogdan.getByRole('link', { name: 'Jetzt bezahlen' }).click()
    await passt(bogdan, 'zahlung-offen')
    const kassenzeichen = /\d{4} \d{4} \d{4} \d/.exec(await text(bogdan))?.[0] ?? ''
    await bucheAuszug(await von('k.kaiser'), kassenzeichen, '21.00')
    assert.match(await liest(bogdan, nummer), /Gebühr: Bezahlt/)
    await bescheide(nummer, heck, iser)
    assert.match(await liest(bogdan, nummer), /Entschieden/)
  })

  await story.test('Kita-Platz: for a child only; with joint custody it waits for the other parent, who proves who they are', async () => {
    const anna = await seiteVon(browser, demo)
    await anna.goto(`${demo.url}/leistungen/kita-anmeldung/antrag`)
    await weiseAus(anna, 'Anna Beispiel')
    await anna.getByRole('button', { name: /beginnen/ }).first().click()
    await fuelleAus(anna, {
      ...PERSON, ...tag('beginn', '2027-08-01'), stunden: '35', betreuung: 'kita', zustellung: 'post', art: 'kind', vornamen: 'Mia', familienname: 'Beispiel', ...tag('geburtsdatum', '2024-05-02'),
      sorge: 'gemeinsam', email: 'cem.exempel@example.org',
    })
    assert.match(await text(anna), /Mia Beispiel \(Ihr Kind\)/)
    await passt(anna, 'kita-pruefen')
    await sendeAb(anna)
    assert.match(await text(anna), /wartet auf Zustimmung.*cem\.exempel@example\.org/)
    await passt(anna, 'kita-wartet')
    await demo.settle()
    const [mail] = (await caughtMails(demo.app.db, musterstadt)).filter(({ empfaenger }) => empfaenger === 'cem.exempel@example.org')
    const link = new URL(/http\S+\/zustimmung\/\S+/.exec(mail?.inhalt ?? '')?.[0] ?? '')
    const cem = await seiteVon(browser, demo)
    await cem.goto(`${demo.url}${link.pathname}${link.search}`)
    await weiseAus(cem, 'Cem Exempel')
    assert.match(await text(cem), /Anna Beispiel stellt den Antrag „Kita-Platz anmelden“ für Mia Beispiel\. Sie sind als anderer Elternteil angegeben/)
    await passt(cem, 'kita-zustimmung')
    await cem.getByRole('button', { name: 'Zustimmen' }).click()
    await demo.settle()
    await anna.reload()
    const nummer = await nummerAuf(anna, demo)
    await heck.goto(fall(demo, nummer))
    assert.match(await text(heck), /Mia Beispiel, geboren am 02\.05\.2024 \(Kind, Sorgerecht gemeinsam\).*Cem Exempel/)
    await passt(heck, 'kita-fall')
    await bescheide(nummer, heck, iser, { tenor: 'Für Mia Beispiel weisen wir Ihnen ab dem 1. August 2027 einen Betreuungsplatz nach: Kita Lindenweg.' })
    assert.match(await liest(anna, nummer), /Entschieden/)
  })

  await story.test('Sondernutzung: heard before the refusal, and granted after the answer; corrected and taken back', async () => {
    const nummer = await beantrage(erika, demo, 'sondernutzung', { ...PERSON, art: 'container', ort: 'Lindenweg 12', flaeche: '10', ...tag('beginn', '2027-01-11'), ...tag('ende', '2027-01-15'), gemeinnuetzig: 'nein', lageplan: 'lageplan.pdf' })
    await setzeFest(sommer, nummer, { 'betrag-nutzung': '60,00', gebuehrengrund: 'Fünf Tage, zehn Quadratmeter' })
    await hoereAn(sommer, nummer, 'Wir beabsichtigen, den Antrag abzulehnen: Der Container versperrt den Gehweg.')
    await liest(erika, nummer)
    await passt(erika, 'angehoert')
    await erika.getByRole('link', { name: 'Lesen und antworten' }).click()
    assert.match(await text(erika), /Der Container versperrt den Gehweg/)
    await passt(erika, 'anhoerung')
    await erika.locator('[name=text]').fill('Der Container steht auf dem Parkstreifen, nicht auf dem Gehweg.')
    await erika.getByRole('button', { name: 'Antwort senden' }).click()
    await demo.settle()
    await sommer.goto(fall(demo, nummer))
    assert.match(await text(sommer), /Der Container steht auf dem Parkstreifen/)
    await passt(sommer, 'fall-anhoerung')
    await bescheide(nummer, sommer, lenz)
    assert.match(await liest(erika, nummer), /Entschieden/)
    await korrigiere(nummer)
  })

  /** A slip of the pen is put right; then the permit is revoked, which needs a hearing first. */
  async function korrigiere(nummer: string): Promise<void> {
    await oeffneKorrektur(nummer, 'Berichtigung')
    await fuelle(sommer, 'main form.sk-form', { norm: '§ 42 VwVfG NRW', tenor: 'Der Bescheid wird berichtigt: Statt „Lindenweg 12“ heißt es richtig „Lindenweg 12 a“.' })
    await passt(sommer, 'berichtigung')
    await sommer.getByRole('button', { name: 'Zur Zeichnung geben' }).click()
    await demo.settle()
    await erledige(lenz, demo, nummer, 'Zeichnen', { gelesen: 'ja' })
    await erika.goto(`${demo.url}/konto/postfach`)
    assert.match(await text(erika), /Berichtigung Ihres Bescheids/)
    await passt(erika, 'postfach')
    await hoereAn(sommer, nummer, 'Wir wollen die Erlaubnis widerrufen: Dort wird die Straße aufgegraben.')
    const widerruf = { norm: '§ 49 Abs. 2 Satz 1 Nr. 3 VwVfG NRW (neue Tatsachen)', wirkungAb: '2027-01-12', kenntnisAm: '2026-11-20', tenor: 'Der Bescheid wird mit Wirkung vom 12. Januar 2027 widerrufen.', begruendung: 'Die Straße wird aufgegraben.' }
    await oeffneKorrektur(nummer, 'Widerruf')
    await fuelle(sommer, 'main form.sk-form', widerruf)
    await sommer.getByRole('button', { name: 'Zur Zeichnung geben' }).click()
    assert.match(await text(sommer), /Anhörung/, 'not before the answer or its day')
    assert.equal(await sommer.locator('.sk-error-summary').count(), 1)
    await passt(sommer, 'widerruf-zu-frueh')
    await uhr('2027-01-07T10:00')
    await oeffneKorrektur(nummer, 'Widerruf')
    await fuelle(sommer, 'main form.sk-form', widerruf)
    await sommer.getByRole('button', { name: 'Zur Zeichnung geben' }).click()
    await demo.settle()
    await erledige(lenz, demo, nummer, 'Zeichnen', { gelesen: 'ja' })
    await sommer.goto(fall(demo, nummer))
    assert.match(await text(sommer), /Widerruf erlassen/)
    await passt(sommer, 'fall-widerrufen')
  }

  async function oeffneKorrektur(nummer: string, wort: string): Promise<void> {
    await sommer.goto(fall(demo, nummer))
    await sommer.getByRole('link', { name: 'Nachträglich ändern' }).first().click()
    await sommer.locator('li', { has: sommer.getByRole('heading', { name: wort, exact: true }) }).getByRole('link').click()
  }

  await story.test('Markt: three units at once, one silent; nobody decides, so it counts as granted, with a certificate', async () => {
    await uhr('2027-01-11T10:00')
    const nummer = await beantrage(erika, demo, 'marktfestsetzung', {
      ...PERSON, titel: 'Töpfermarkt', art: 'spezialmarkt', ort: 'Marktplatz', ...tag('beginn', '2027-06-11'), ...tag('ende', '2027-06-13'), staende: '40', besucher: '900', feuer: 'ja', lageplan: 'lageplan.pdf',
    })
    await erledige(sommer, demo, nummer, 'Fachstellen beteiligen')
    await sommer.goto(fall(demo, nummer))
    await passt(sommer, 'beteiligen')
    await erledige(sommer, demo, nummer, 'Um Stellungnahme bitten')
    for (const [kennung, votum] of [['f.fels', 'auflagen'], ['b.brandt', 'zustimmend']] as const) {
      const stelle = await von(kennung)
      await stelle.goto(`${demo.url}/arbeitsplatz/beteiligungen`)
      await stelle.getByRole('link', { name: nummer }).click()
      await passt(stelle, `stellungnahme-${votum}`)
      assert.doesNotMatch(await text(stelle), /Erika|Lindenweg/, 'a unit sees what it needs, and not who applies')
      await fuelle(stelle, 'main form.sk-form', { votum, ...(votum === 'auflagen' ? { auflagen: 'Schwere Fahrzeuge stehen nur auf den markierten Flächen.' } : {}) })
      await stelle.getByRole('button', { name: 'Stellungnahme abgeben' }).click()
      assert.equal(await stelle.locator('.sk-error-summary').count(), 0, await text(stelle))
      await demo.settle()
    }
    await uhr('2027-02-02T10:00')
    await sommer.goto(fall(demo, nummer))
    assert.match(await text(sommer), /Schwere Fahrzeuge.*Frist verstrichen/)
    await passt(sommer, 'fall-stellungnahmen')
    await uhr('2027-04-13T10:00')
    await nachtlauf('genehmigungsfiktion.lauf')
    assert.match(await liest(erika, nummer), /gilt als (erteilt|genehmigt)/)
    await passt(erika, 'fiktion')
    await erika.getByRole('button', { name: /Bescheinigung/ }).click()
    await demo.settle()
    await erika.goto(`${demo.url}/konto/postfach`)
    assert.match(await text(erika), /Bescheinigung über den Eintritt der Genehmigungsfiktion/)
    await sommer.goto(fall(demo, nummer))
    assert.match(await text(sommer), /Der Antrag gilt als genehmigt/)
    await passt(sommer, 'fall-fiktion')
  })
}))

/** What else happens by itself within a minute. */
async function nachtlauf(name: string): Promise<void> {
  const lauf = demo.app.module.flatMap(({ recurring }) => recurring ?? []).find((eines) => eines.name === name)
  await lauf?.run({ app: demo.app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  await demo.settle()
}

async function setzeFest(page: Page, nummer: string, werte: Antworten): Promise<void> {
  await page.goto(fall(demo, nummer))
  await fuelle(page, 'form[action$="/gebuehr"]', werte)
  await page.getByRole('button', { name: 'Gebühr festsetzen' }).click()
  assert.equal(await page.locator('.sk-error-summary').count(), 0, await text(page))
}

async function hoereAn(page: Page, nummer: string, worueber: string): Promise<void> {
  await page.goto(fall(demo, nummer))
  await page.getByRole('link', { name: 'Person anhören' }).click()
  await passt(page, 'person-anhoeren')
  await page.locator('[name=text]').fill(worueber)
  await page.getByRole('button', { name: 'Anhörung verschicken' }).click()
  assert.equal(await page.locator('.sk-error-summary').count(), 0, await text(page))
  await demo.settle()
}

/** At the simulated payment service and back. */
async function bezahle(page: Page): Promise<void> {
  await passt(page, 'bezahlen')
  await page.getByRole('button', { name: 'Online bezahlen' }).click()
  await page.getByRole('link', { name: 'Weiter zum Bezahldienst' }).click()
  await page.getByRole('button', { name: 'Weiter' }).click()
}

/** With one of the invented people of the simulated account service. */
async function weiseAus(page: Page, wer: string): Promise<void> {
  await page.getByRole('link', { name: /Nutzerkonto-Simulator/ }).first().click()
  await page.getByLabel(new RegExp(wer)).check()
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
}

/** The treasury reads the bank statement, looks at what would be booked, and books it. */
async function bucheAuszug(kasse: Page, kassenzeichen: string, betrag: string): Promise<void> {
  await kasse.goto(`${demo.url}/arbeitsplatz/kasse/kontoauszuege`)
  await kasse.locator('[name=datei]').setInputFiles({ name: 'auszug.xml', mimeType: 'application/xml', buffer: Buffer.from(auszug(kassenzeichen, betrag)) })
  await kasse.getByRole('button', { name: 'Hochladen und ansehen' }).click()
  assert.match(await text(kasse), new RegExp(`Es ist noch nichts gebucht.*Buchen auf ${kassenzeichen}`))
  await passt(kasse, 'kontoauszug-vorschau')
  await kasse.getByRole('button', { name: 'Jetzt so buchen' }).click()
  await demo.settle()
  assert.match(await text(kasse), /Gebucht am/)
  await passt(kasse, 'kontoauszug-gebucht')
}

const auszug = (kassenzeichen: string, betrag: string): string => {
  const saldo = (art: string, wert: string) => `<Bal><Tp><CdOrPrtry><Cd>${art}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${wert}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>`
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>m</MsgId><CreDtTm>2026-11-23T06:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>2026/227</Id><CreDtTm>2026-11-23T06:00:00</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>${saldo('OPBD', '0.00')}${saldo('CLBD', betrag)}
    <Ntry><Amt Ccy="EUR">${betrag}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-23</Dt></BookgDt><BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
    <RltdPties><Dbtr><Pty><Nm>Bogdan Simic</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Kassenzeichen ${kassenzeichen}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`
}

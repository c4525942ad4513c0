import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectAccessible, expectNoSidewaysScroll, newPage, withBrowser } from '../../../../test/browser/browser.js'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.js'
import { caughtMails } from '../../../platform/mail/index.js'
import { newId } from '../../../platform/time/index.js'
import { offeneAufgaben, type Aufgabe } from '../../grundlagen/aufgaben/index.js'
import { pruefeModell } from '../../verfahren/workflow/index.js'
import { findObjekt } from '../programm/index.js'
import { beteiligungFesthalten } from './beteiligung/command.js'
import { projektantraege } from './db/tables.js'
import { pruefeEntscheidung, pruefeStammblatt } from './domain/stammblatt.js'
import { wegFestlegen } from './einrichten.js'
import { gateEntscheiden } from './gate/command.js'
import { findAntragZuVorgang, type Projektantrag } from './lesen.js'
import { ideeMelden } from './melden/command.js'
import { stammblattAusfuellen } from './stammblatt/command.js'
import { themaVorlegen } from './themenspeicher/vorlegen.js'
import { ideenAnsehen, projektantragAmFall } from './uebersicht/query.js'
import { genehmigungZurueckziehen } from './zurueckziehen/command.js'
import { readFileSync } from 'node:fs'

const { app, settle } = await testApp()
for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan', 'programm', 'projektantraege']) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { url, besucher } = await testWeb(app)
const als = async (ende: string) => { const person = besucher(); await person.mitSitzung('personal', `01900000-0000-7000-8000-00000000${ende}`, musterstadt); return person }
const [melder, team, vorstand, chef, fremde] = [await als('a012'), await als('a014'), await als('a013'), await als('a015'), await als('a002')]
const in_ = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1]) => app.db.withMandant(musterstadt, fn)
type Person = typeof melder

/** A reported idea, with its number and Vorgang. */
async function melde(titel: string, weg: string): Promise<Projektantrag> {
  assert.equal((await melder.senden('/arbeitsplatz/ideen/neu', { titel, mitteilung: `${titel}: bitte besser machen.`, weg })).status, 303)
  const row = await in_((tx) => projektantraege(tx).selectFrom('projektantraege.antrag').select('vorgang_id').where('titel', '=', titel).executeTakeFirstOrThrow())
  return (await in_((tx) => findAntragZuVorgang(tx, row.vorgang_id)))!
}
const offen = async ({ vorgangId }: Projektantrag): Promise<Aufgabe> => { await settle(); const [aufgabe] = await in_((tx) => offeneAufgaben(tx, vorgangId)); assert.ok(aufgabe, 'an open task'); return aufgabe }
async function tue(person: Person, antrag: Projektantrag, werte: Record<string, string>) {
  const { id } = await offen(antrag)
  const seite = `/arbeitsplatz/vorgaenge/${antrag.vorgangsnummer}`
  return person.senden(seite, werte, `${seite}/aufgaben/${id}`)
}
const STAMMBLATT = { anlass: 'Papier', ziel: 'Ohne Papier', nutzen: 'Schneller', vorhandenes: 'Das DMS kann es nicht.', einmalig: '12.000,00', laufend: '1.500', vzae: '0,50', prioritaet: 'hoch', verantwortlich: 'Zentrale Dienste' }
const gehoert = (text: string) => Object.fromEntries(['personalrat', 'gleichstellung', 'schwerbehindertenvertretung', 'datenschutz'].flatMap((stelle) => [[`${stelle}.art`, 'beteiligt'], [`${stelle}.am`, app.clock.today().toString()], [`${stelle}.text`, text]]))

test('the ways of the three towns are processes that can run, without a complaint', async () => {
  for (const weg of ['wesel', 'remscheid', 'wuppertal']) {
    const { modell, befunde } = await pruefeModell(readFileSync(`demo/projektwege/${weg}.bpmn`, 'utf8'))
    assert.match(modell?.name ?? '', /^Projektantrag/)
    assert.deepEqual(befunde, [])
  }
})

test('from the notice to the Roadmap: Stammblatt, all four heard, board with conditions, mayor; the proposer reads it', async () => {
  const antrag = await melde('Digitale Fundsachen', 'wesel')
  const unvollstaendig = await tue(team, antrag, { ...STAMMBLATT, vorhandenes: '', einmalig: '12.000.0' })
  assert.equal(unvollstaendig.status, 422)
  assert.match(unvollstaendig.html, /vorhandenes Fachverfahren/)
  assert.match(unvollstaendig.html, /Ohne Papier/)
  const zuLang = await tue(team, antrag, { ...STAMMBLATT, umfang: 'x'.repeat(9001), verantwortlich: 'y'.repeat(201) })
  assert.deepEqual([zuLang.status, zuLang.html.includes('x'.repeat(9001))], [422, true])
  assert.match(zuLang.html, /„Verantwortlich“ auf 200 Zeichen/)
  assert.equal((await tue(team, antrag, STAMMBLATT)).status, 303)
  const fehlt = await tue(team, antrag, { ...gehoert('ohne Bedenken'), 'datenschutz.art': 'nicht', 'datenschutz.text': '' })
  assert.equal(fehlt.status, 422)
  assert.match(fehlt.html, /Datenschutzbeauftragte: Bitte nennen Sie den Grund/)
  assert.equal((await offen(antrag)).maske, 'projektantrag.beteiligung')
  assert.equal((await tue(team, antrag, { ...gehoert('ohne Bedenken'), 'datenschutz.art': 'nicht', 'datenschutz.text': 'Keine personenbezogenen Daten' })).status, 303)
  assert.equal((await offen(antrag)).titel, 'Verwaltungsvorstand berät')
  assert.equal((await tue(vorstand, antrag, { ergebnis: 'auflagen', auflagen: '', grund: '', wiedervorlageAm: '' })).status, 422)
  assert.equal((await tue(vorstand, antrag, { ergebnis: 'auflagen', auflagen: 'Erst im Fundbüro erproben', grund: '', wiedervorlageAm: '' })).status, 303)
  assert.equal((await tue(chef, antrag, { ergebnis: 'annehmen', auflagen: '', grund: '', wiedervorlageAm: '' })).status, 303)
  await settle()
  const fertig = (await in_((tx) => findAntragZuVorgang(tx, antrag.vorgangId)))!
  assert.deepEqual([fertig.stand, fertig.auflagen], ['angenommen', 'Verwaltungsvorstand berät: Erst im Fundbüro erproben'])
  const objekt = (await in_((tx) => findObjekt(tx, fertig.objektId ?? '')))!
  assert.deepEqual([objekt.name, objekt.status, objekt.prioritaet, objekt.oeffentlich], ['Digitale Fundsachen', 'geplant', 'hoch', false])
  assert.match(objekt.texte['ressourcen'] ?? '', /12\.000,00 €/)
  assert.match((await melder.get('/arbeitsplatz/ideen')).html, /Erst im Fundbüro erproben/)
  const [mail] = (await caughtMails(app.db, musterstadt)).filter(({ empfaenger }) => empfaenger === 'd.dorn@musterstadt.example')
  assert.match(mail?.inhalt ?? '', /ist angenommen/)
  assert.ok(!mail?.inhalt.includes('Fundbüro'), 'mail is not confidential')
  assert.match((await vorstand.get(`/arbeitsplatz/vorgaenge/${antrag.vorgangsnummer}`)).html, /Keine personenbezogenen Daten/)
  const zurueck = `/arbeitsplatz/ideen/${antrag.id}/zurueckziehen`
  assert.equal((await team.senden('/arbeitsplatz/ideen', { grund: 'Kein Geld' }, zurueck)).status, 403)
  const ohneGrund = await vorstand.senden('/arbeitsplatz/ideen', { grund: '' }, zurueck)
  assert.equal(ohneGrund.status, 422)
  assert.match(ohneGrund.html, new RegExp(`href="#f-zurueckziehen-${antrag.id}"`))
  assert.equal((await vorstand.senden('/arbeitsplatz/ideen', { grund: 'Der Haushalt ist gesperrt.' }, zurueck)).status, 303)
  await settle()
  const danach = (await in_((tx) => findAntragZuVorgang(tx, antrag.vorgangId)))!
  assert.deepEqual([danach.stand, danach.grund, danach.objektId], ['zurueckgezogen', 'Der Haushalt ist gesperrt.', fertig.objektId])
  assert.equal((await in_((tx) => findObjekt(tx, fertig.objektId ?? '')))?.status, 'zurueckgestellt')
  assert.match((await melder.get('/arbeitsplatz/ideen')).html, /Der Haushalt ist gesperrt/)
  const mails = (await caughtMails(app.db, musterstadt)).filter(({ empfaenger }) => empfaenger === 'd.dorn@musterstadt.example')
  assert.ok(mails.some(({ inhalt }) => inhalt.includes('Die Genehmigung wurde zurückgezogen')), 'the proposer is told')
  assert.match((await vorstand.get(`/arbeitsplatz/vorgaenge/${antrag.vorgangsnummer}`)).html, /Erst im Fundbüro erproben/, 'earlier decisions stay')
  await assert.rejects(app.execute(system(), genehmigungZurueckziehen, { id: antrag.id, grund: 'noch einmal' }), Conflict)
})

test('put off with a reason and a day, it comes again on that day and goes its whole way once more', async () => {
  const antrag = await melde('Drohnen für die Straßenprüfung', 'remscheid')
  await tue(team, antrag, STAMMBLATT)
  await tue(team, antrag, gehoert('keine Einwände'))
  const ohneTag = await tue(team, antrag, { ergebnis: 'zurueckstellen', auflagen: '', grund: 'Kein Geld', wiedervorlageAm: '2027-02-31' })
  assert.equal(ohneTag.status, 422)
  assert.equal((await tue(team, antrag, { ergebnis: 'zurueckstellen', auflagen: '', grund: 'Kein Geld', wiedervorlageAm: app.clock.today().add({ months: 6 }).toString() })).status, 303)
  await settle()
  assert.match((await melder.get('/arbeitsplatz/ideen')).html, /Kein Geld/)
  assert.match((await team.get('/arbeitsplatz/ideen')).html, /Themenspeicher/)
  await app.execute(system(), themaVorlegen, { id: antrag.id })
  assert.equal((await in_((tx) => offeneAufgaben(tx, antrag.vorgangId))).length, 0, 'not before its day')
  await in_((tx) => projektantraege(tx).updateTable('projektantraege.antrag').set({ wiedervorlage_am: app.clock.today() }).where('id', '=', antrag.id).execute())
  await app.execute(system(), themaVorlegen, { id: antrag.id })
  await app.execute(system(), themaVorlegen, { id: antrag.id })
  assert.equal((await in_((tx) => offeneAufgaben(tx, antrag.vorgangId))).length, 1)
  assert.equal((await tue(team, antrag, { ergebnis: 'aufnehmen', vermerk: 'Geld ist da' })).status, 303)
  assert.deepEqual([(await offen(antrag)).maske, (await in_((tx) => findAntragZuVorgang(tx, antrag.vorgangId)))?.stand], ['projektantrag.stammblatt', 'laufend'])
})

test('back to be reworked, then refused with a reason', async () => {
  const antrag = await melde('Faxgerät fürs Archiv', 'wuppertal')
  await tue(team, antrag, STAMMBLATT)
  await tue(team, antrag, gehoert(''))
  assert.equal((await tue(team, antrag, { ergebnis: 'ueberarbeiten', auflagen: '', grund: 'Kosten fehlen', wiedervorlageAm: '' })).status, 303)
  assert.equal((await offen(antrag)).maske, 'projektantrag.stammblatt')
  await tue(team, antrag, STAMMBLATT)
  await tue(team, antrag, gehoert(''))
  await tue(team, antrag, { ergebnis: 'annehmen', auflagen: '', grund: '', wiedervorlageAm: '' })
  assert.equal((await offen(antrag)).titel, 'Lenkungsausschuss entscheidet')
  assert.equal((await tue(vorstand, antrag, { ergebnis: 'ablehnen', auflagen: '', grund: 'Nicht mehr zeitgemäß', wiedervorlageAm: '' })).status, 303)
  await settle()
  const fertig = await in_((tx) => findAntragZuVorgang(tx, antrag.vorgangId))
  assert.deepEqual([fertig?.stand, fertig?.grund, fertig?.objektId], ['abgelehnt', 'Nicht mehr zeitgemäß', null])
})

test('only the right group decides; nobody sees the ideas of others without the right', async () => {
  const antrag = await melde('Geheime Idee', 'wesel')
  const aufgabe = await offen(antrag)
  assert.ok(!(await fremde.get('/arbeitsplatz/ideen')).html.includes('Geheime Idee'))
  const nein = (versuch: Promise<unknown>) => assert.rejects(versuch, (error: unknown) => error instanceof Forbidden || error instanceof NotFound)
  const niemand = personalActor([])
  await nein(app.execute(niemand, stammblattAusfuellen, { aufgabeId: aufgabe.id, felder: STAMMBLATT }))
  await nein(app.execute(niemand, gateEntscheiden, { aufgabeId: aufgabe.id, ergebnis: 'annehmen', auflagen: '', grund: '', wiedervorlageAm: '' }))
  const leer = { art: '', am: '', text: '' }
  await nein(app.execute(niemand, beteiligungFesthalten, { aufgabeId: aufgabe.id, stellen: { personalrat: leer, gleichstellung: leer, schwerbehindertenvertretung: leer, datenschutz: leer } }))
  await nein(app.ask(niemand, projektantragAmFall, { vorgangId: antrag.vorgangId }))
  await nein(app.ask(personalActor(['vorgang.lesen'], { mandantId: beispielhausen }), projektantragAmFall, { vorgangId: antrag.vorgangId }))
  await nein(app.execute(niemand, themaVorlegen, { id: antrag.id }))
  await nein(app.execute(niemand, wegFestlegen, { schluessel: 'xx', name: 'Xx', einheit: 'DIG', aktenplaneinheit: '01', rang: 0, xml: '' }))
  assert.equal((await app.ask(personalActor([], { id: newId() }), ideenAnsehen, {})).eigene.length, 0)
  await assert.rejects(app.execute(personalActor([]), ideeMelden, { titel: 'Nichts', mitteilung: 'x', weg: 'gibtsnicht' }))
})

test('rules that one can explain without a computer', () => {
  assert.deepEqual(pruefeStammblatt({}).map(({ feld }) => feld), ['anlass', 'ziel', 'nutzen', 'vorhandenes'])
  assert.deepEqual(pruefeStammblatt({ ...STAMMBLATT, einmalig: '-1', vzae: '1,234', prioritaet: 'sehr' }).map(({ feld }) => feld), ['einmalig', 'vzae', 'prioritaet'])
  const heute = '2026-11-22'
  assert.deepEqual(pruefeEntscheidung({ ergebnis: 'zurueckstellen', auflagen: '', grund: 'x', wiedervorlageAm: heute }, heute).map(({ feld }) => feld), ['wiedervorlageAm'])
  assert.deepEqual(pruefeEntscheidung({ ergebnis: 'annehmen', auflagen: '', grund: '', wiedervorlageAm: '' }, heute), [])
})

test('the pages are accessible on narrow and wide screens', async () => {
  const antrag = await melde('Barrierefreie Idee', 'wesel')
  await settle()
  await withBrowser(async (browser) => {
    for (const width of [1280, 320]) {
      const page = await newPage(browser, { width })
      await page.context().addCookies([{ name: 'sk_sitzung', value: team.cookies.get('sk_sitzung') ?? '', url }])
      for (const path of ['/arbeitsplatz/ideen', '/arbeitsplatz/ideen/neu', `/arbeitsplatz/vorgaenge/${antrag.vorgangsnummer}`]) {
        assert.equal((await page.goto(url + path))?.status(), 200, path)
        if (process.env['STADTKERN_SHOTS']) await page.screenshot({ path: `${process.env['STADTKERN_SHOTS']}/${width}${path.replaceAll('/', '_').slice(0, 40)}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    }
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { testWeb } from '../../../../test/web.js'
import { module } from '../../../modules.js'
import { Forbidden } from '../../../platform/errors.js'
import { demoPersonal } from '../../grundlagen/konten/index.js'
import { wertAnfordern } from './anfordern/command.js'
import { werterinnerung } from './anfordern/recurring.js'
import { befehle } from './cli.js'
import { letzterStichtag } from './domain/zeitraum.js'
import { wertMelden } from './erfassen/melden.js'
import { kennzahlenUebersicht } from './index.js'
import { kennzahlenVon } from './lesen.js'
import { kennzahlenAuskunft } from './schnittstelle/query.js'

const { app } = await testApp({ worker: false })
for (const name of [
  'organisation', 'konten', 'verwaltung', 'aktenplan', 'leistungen', 'programm', 'kennzahlen',
]) await module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const { besucher } = await testWeb(app)

/** Somebody of the demo town, signed in. */
async function als(kennung: string) {
  const person = besucher()
  await person.mitSitzung(
    'personal', demoPersonal('musterstadt').personal.find((eine) => eine.kennung === kennung)?.id ?? '', musterstadt
  )
  return person
}
const PFAD = '/arbeitsplatz/kennzahlen'

test('the demo town: every status, measured values beside entered ones', async () => {
  const staende = await app.db.withMandant(musterstadt, (tx) => kennzahlenUebersicht(tx, app.clock.today()))
  const nach = Object.fromEntries(staende.map(({ name, status }) => [name, status]))
  assert.equal(nach['Anteil elektronisch eingegangener Rechnungen'], 'verfehlt')
  assert.equal(
    staende.find(({ name }) => name.startsWith('Online-Dienste'))?.letzter?.text, '2 Leistungen',
    'two packages reach level 3 in model 1.1, the weak criterion of the third decides'
  )
  assert.equal(
    staende.find(({ name }) => name.startsWith('Anteil digital abgelegter'))?.letzter?.text, '23,3 %',
    '24 of 103, from three units'
  )
})

test('from the tree to the value, corrected, as files', async () => {
  const plan = await als('p.plan')
  const baum = await plan.get(PFAD)
  assert.equal(baum.status, 200)
  assert.match(baum.html, /Papierverbrauch gegenüber 2025/)
  const id = /kennzahlen\/([0-9a-f-]{36})">Anteil elektronisch/.exec(baum.html)?.[1] ?? ''
  const seite = await plan.get(`${PFAD}/${id}`)
  assert.match(seite.html, /689 von 1\.622/)
  const falsch = await plan.senden(
    `${PFAD}/${id}/wert`, { stichtag: '31.12.2099', zaehler: 'x', nenner: '', nachweis: '' }
  )
  assert.equal(falsch.status, 422)
  for (const feld of ['stichtag', 'zaehler', 'nenner', 'nachweis']) assert.match(
    falsch.html, new RegExp(`href="#f-${feld}"`)
  )
  assert.match(falsch.html, /value="31\.12\.2099"/)
  const stichtag = /wert\?stichtag=(\d{4}-\d{2}-\d{2})/.exec(seite.html)?.[1] ?? ''
  const getan = await plan.senden(`${PFAD}/${id}/wert?stichtag=${stichtag}`, {
    stichtag, zaehler: '690', nenner: '1.622', nachweis: '=HYPERLINK("http://x")',
    grund: 'Eine Rechnung war falsch gezählt',
  }, `${PFAD}/${id}/wert`)
  assert.equal(getan.status, 303)
  const csv = await plan.get(`${PFAD}/${id}/werte.csv`)
  assert.match(csv.html, /"'=HYPERLINK\(""http:\/\/x""\)"/, 'a spreadsheet does not run it')
  assert.match(csv.html, /;2;ja;42,5401;/)
  assert.match(csv.html, /;1;nein;42,4784;/)
  for (const datei of ['kennzahlen.csv', 'kennzahlen.xlsx', 'evaluation.csv']) assert.equal(
    (await plan.get(`${PFAD}/${datei}`)).status, 200
  )
})

test('a Kennzahl from an Erfolgskriterium, measured on demand, retired', async () => {
  const plan = await als('p.plan')
  const kriterium = /neu\?kriterium=([0-9a-f-]{36})/.exec((await plan.get(PFAD)).html)?.[1] ?? ''
  const formular = await plan.get(`${PFAD}/neu?kriterium=${kriterium}`)
  assert.match(formular.html, /value="Papierverbrauch gegenüber 2025"/)
  assert.match(formular.html, /value="31\.12\.2029"/)
  const angelegt = await plan.senden(`${PFAD}/neu?kriterium=${kriterium}`, {
    name: 'Digitale Eingänge', definition: 'Anteil am Posteingangsbuch', quelle: 'eingang.digital', art: 'zahl',
    nachkomma: '1', richtung: 'hoch', haeufigkeit: 'monatlich', kriteriumId: kriterium,
  }, `${PFAD}/neu`)
  assert.equal(angelegt.status, 303, angelegt.html)
  const pfad = new URL(angelegt.location ?? '', 'http://x').pathname
  assert.equal((await plan.senden(
    pfad, { messtag: app.clock.today().with({ day: 1 }).subtract({ days: 1 }).toString(), messgrund: '' },
    `${pfad}/messen`
  )).status, 303)
  assert.match((await plan.get(pfad)).html, /nicht berechenbar \(0 von 0\)/)
  const falsch = await plan.senden(pfad, { messtag: '2026-02-30', messgrund: '' }, `${pfad}/messen`)
  assert.equal(falsch.status, 422)
  assert.equal((await plan.senden(pfad, { grund: '' }, `${pfad}/stand`)).status, 422)
  assert.equal((await plan.senden(pfad, { grund: 'Nur eine Probe' }, `${pfad}/stand`)).status, 303)
  assert.match((await plan.get(pfad)).html, /Stillgelegt seit/)
  assert.equal((await plan.senden(pfad, { grund: 'Doch' }, `${pfad}/stand`)).status, 303)
  assert.doesNotMatch((await plan.get(pfad)).html, /Stillgelegt seit/)
})

test('models of maturity are kept apart and compared over years; evaluations list what was learnt', async () => {
  const plan = await als('p.plan')
  const liste = await plan.get(`${PFAD}/reifegrade`)
  assert.match(liste.html, /Nicht zu verwechseln mit dem OZG-Reifegrad/)
  const modell = /reifegrade\/([0-9a-f-]{36})/.exec(liste.html)?.[1] ?? ''
  const seite = await plan.get(`${PFAD}/reifegrade/${modell}`)
  assert.match(seite.html, /schlechter als|besser als/)
  const jahr = app.clock.today().year
  const baustein = `${PFAD}/reifegrade/${modell}/${jahr}/qualifizierung`
  assert.equal((await plan.senden(baustein, { stufe: '', begruendung: '', nachweis: '' })).status, 422)
  assert.equal(
    (await plan.senden(baustein, { stufe: 'gruen', begruendung: 'Das Programm läuft', nachweis: 'Beschluss' })).status,
    303
  )
  assert.equal(
    (await plan.senden(baustein, { stufe: 'rot', begruendung: 'x', nachweis: 'y', fassung: '0' })).status, 409
  )
  assert.equal((await plan.get(`${PFAD}/reifegrade/${modell}/${jahr + 1}/qualifizierung`)).status, 404)
  const text = /<textarea[^>]*name="text"[^>]*>([^<]*)/
    .exec((await plan.get(`${PFAD}/reifegrade/${modell}/aendern`)).html)?.[1] ?? ''
  assert.match(text, /name: Reifegrad der Verwaltung nach Ebenen/)
  const evaluation = await plan.get(`${PFAD}/evaluation`)
  assert.match(evaluation.html, /Zeit für Mentoring/)
  const vorhaben = /evaluation\/(\d{4})\/([0-9a-f-]{36})/.exec(evaluation.html)?.[0] ?? ''
  assert.equal(
    (await plan.senden(`${PFAD}/${vorhaben}`, { kriterium: '', ergebnis: '', begruendung: '', lehre: '' })).status, 422
  )
  assert.equal(
    (await plan.senden(`${PFAD}/${vorhaben}`, { kriterium: 'K', ergebnis: 'ja', begruendung: 'B', lehre: 'L' })).status,
    303
  )
})

test('who only reads sees no buttons that change, and is refused', async () => {
  const vorstand = await als('v.vogt')
  const baum = await vorstand.get(PFAD)
  assert.equal(baum.status, 200)
  assert.doesNotMatch(baum.html, /Kennzahl festlegen/)
  assert.equal((await vorstand.get(`${PFAD}/neu`)).status, 403)
  assert.equal((await (await als('s.sommer')).get(PFAD)).status, 403)
})

test('a value by hand is asked for after its Stichtag, once; it comes by form, command line or interface, and the task goes', async () => {
  const ids = new Map((await app.db.withMandant(musterstadt, (tx) => kennzahlenVon(tx))).map(({ name, id }) => [name, id]))
  const rechnungen = ids.get('Anteil elektronisch eingegangener Rechnungen') ?? ''
  const lauf = () => werterinnerung.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  await lauf()
  const liste = async () => (await (await als('p.plan')).get('/arbeitsplatz?ansicht=team&je=200')).html
    + (await (await als('d.dorn')).get('/arbeitsplatz?ansicht=team&je=200')).html
  assert.doesNotMatch(await liste(), /Wert eintragen: Anteil elektronisch/, 'not for days before it was there')
  await app.clock.set(app.clock.now().add({ hours: 24 * 200 }))
  await lauf()
  await lauf()
  assert.match(await liste(), /Wert eintragen: Anteil elektronisch/)
  const stichtag = letzterStichtag(app.clock.today(), 'halbjaehrlich').toString()
  const cli = async (...args: string[]) => {
    const zeilen: string[] = []
    const io = { json: false, out: (zeile: string) => { zeilen.push(zeile) }, err: (zeile: string) => { zeilen.push(zeile) } }
    const code = await befehle.find(({ wort }) => wort === args.slice(0, 2).join(' '))!.run(app, args.slice(2), io)
    return [code, zeilen.join('\n')] as const
  }
  const wert = (...rest: string[]) => cli('kennzahlen', 'wert', 'anteil elektronisch eingegangener rechnungen', ...rest)
  assert.deepEqual((await wert(stichtag, '315/1000'))[0], 1, 'without proof')
  assert.deepEqual(await wert(stichtag, '315/1000', '--nachweis', 'HKR'), [0, 'Eingetragen als Fassung 1.'])
  assert.match((await wert(stichtag, '315/1000', '--nachweis', 'HKR'))[1], /Nichts geändert/)
  assert.match((await wert(stichtag, '320/1000', '--nachweis', 'HKR'))[1], /warum er berichtigt wird/)
  await app.execute(system(), wertAnfordern, { id: rechnungen, stichtag })
  assert.doesNotMatch(await liste(), /Wert eintragen: Anteil elektronisch/, 'the task is gone, and what is there is not asked for')
  const schnittstelle = (...rechte: string[]) => ({ ...personalActor(rechte), art: 'dienst' as const })
  const dienst = schnittstelle('kennzahlen.lesen', 'kennzahlen.erfassen')
  const meldung = { id: rechnungen, stichtag, zaehler: '320', nenner: '1000', nachweis: 'HKR' }
  await assert.rejects(app.execute(schnittstelle('kennzahlen.lesen'), wertMelden, meldung), Forbidden)
  assert.deepEqual(await app.execute(dienst, wertMelden, { ...meldung, grund: 'Nachtrag' }), { fassung: 2, neu: true })
  const [eine] = (await app.ask(dienst, kennzahlenAuskunft, {})).filter(({ id }) => id === rechnungen)
  assert.deepEqual([eine?.wert, eine?.stichtag], ['32,0 %', stichtag])
  const plan = await als('p.plan')
  const leer = { stichtag: '1.1.2027', einheitId: '', zahl: '', zaehler: '1', nenner: '', fassung: '0', nachweis: '', nachweisLink: '', fehlt: 'Das Verfahren war abgeschaltet' }
  assert.match((await plan.senden(`${PFAD}/${rechnungen}/wert`, leer)).html, /entweder einen Wert/)
  assert.equal((await plan.senden(`${PFAD}/${rechnungen}/wert`, { ...leer, zaehler: '' })).status, 303)
  assert.match((await plan.get(`${PFAD}/${rechnungen}`)).html, /Das Verfahren war abgeschaltet/)
})

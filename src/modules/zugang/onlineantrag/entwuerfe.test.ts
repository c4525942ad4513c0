import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { musterstadt } from '../../../../test/app.js'
import { caughtMails } from '../../../platform/mail/index.js'
import { antragszahlen } from './index.js'
import { probeformular, probeleistung } from './test-antrag.js'
import { datei, idVon, PERSON, probestadt } from './test-stadt.js'

const { app, web, settle, START, begonnen, ausgefuellt, zeilen, zahl, buergerkonto, anmelden } = await probestadt()

describe('two windows on one draft', () => {
  test('the one loaded earlier gets 409 with both versions, and the choice loses nothing', async () => {
    const { besucher, pfad } = await begonnen()
    await besucher.senden(`${pfad}/person`, PERSON)
    const alt = /name="_stand" value="(\d+)"/.exec((await besucher.get(`${pfad}/person`)).html)?.[1] ?? ''
    await besucher.senden(`${pfad}/person`, { ...PERSON, 'antragsteller.vornamen': 'Anna' })
    const konflikt = await besucher.post(`${pfad}/person`, await koerper(besucher, `${pfad}/person`, { ...PERSON, 'antragsteller.vornamen': 'Berta', _stand: alt }))
    assert.equal(konflikt.status, 409, konflikt.html.slice(0, 2000))
    for (const satz of ['Anna Muster', 'Berta Muster', 'Meine Eingabe übernehmen']) assert.ok(konflikt.html.includes(satz), satz)
    assert.match((await besucher.get(`${pfad}/person`)).html, /value="Anna"/)
    const felder = new URLSearchParams([...konflikt.html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '']))
    const gewaehlt = await besucher.post(`${pfad}/person`, felder)
    assert.equal(gewaehlt.status, 303, gewaehlt.html)
    assert.match((await besucher.get(`${pfad}/person`)).html, /value="Berta"/)
  })

  test('different pages do not stand in each other\'s way', async () => {
    const { besucher, pfad } = await begonnen()
    await besucher.senden(`${pfad}/person`, PERSON)
    const kontakt = await koerper(besucher, `${pfad}/kontakt`, { email: 'a@example.org', bemerkung: '', _aktion: 'weiter' })
    await besucher.senden(`${pfad}/person`, { ...PERSON, 'antragsteller.vornamen': 'Anna' })
    assert.equal((await besucher.post(`${pfad}/kontakt`, kontakt)).status, 303)
  })
})

/** The fields of the page's form with own values, one value per name. */
async function koerper(besucher: { get(path: string): Promise<{ html: string }> }, pfad: string, werte: Record<string, string>): Promise<URLSearchParams> {
  const { html } = await besucher.get(pfad)
  const form = /<form\b[^>]*data-unsaved-guard[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const versteckt = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? ''])
  return new URLSearchParams({ ...Object.fromEntries(versteckt) as Record<string, string>, ...werte })
}

// codeAusstellen, entwurfFortsetzen, entwuerfeUebernehmen, eigeneEntwuerfe
describe('save and continue later', () => {
  test('a guest gets a code once, it works once on another device, saving again gives a new one', async () => {
    const { besucher, pfad } = await begonnen()
    await besucher.senden(`${pfad}/person`, PERSON)
    const seite = await besucher.senden(`${pfad}/kontakt`, { email: '', bemerkung: 'Notiz', _aktion: 'speichern' })
    const code = codeAus(seite.html)
    assert.ok(code, seite.html)
    const zweiter = codeAus((await besucher.senden(`${pfad}/kontakt`, { email: '', bemerkung: 'Notiz 2', _aktion: 'speichern' })).html)
    assert.notEqual(zweiter, code)
    assert.equal(await zahl("select count(*)::int as n from onlineantrag.fortsetzungscode where encode(code_hash, 'escape') like '%' || $1 || '%'", [zweiter]), 0)
    const handy = web.besucher()
    assert.equal((await handy.senden(`${START}/fortsetzen`, { code: code ?? '' })).status, 422)
    const weiter = await handy.senden(`${START}/fortsetzen`, { code: ` ${(zweiter ?? '').toLowerCase().replaceAll('-', ' ')} ` })
    assert.equal(weiter.location, pfad)
    assert.match((await handy.get(`${pfad}/kontakt`)).html, /Notiz 2/)
    assert.equal((await besucher.get(`${pfad}/kontakt`)).status, 404)
    assert.equal((await web.besucher().senden(`${START}/fortsetzen`, { code: zweiter ?? '' })).status, 422)
  })

  test('the code is mailed on request; a wrong address is told and nothing lost', async () => {
    const { besucher, pfad } = await begonnen()
    await besucher.senden(`${pfad}/person`, { ...PERSON, _aktion: 'speichern' })
    const falsch = await besucher.senden(`${pfad}/gespeichert`, { email: 'erika' }, `${pfad}/code`)
    assert.equal(falsch.status, 422)
    assert.ok(codeAus(falsch.html))
    const richtig = await besucher.senden(`${pfad}/gespeichert`, { email: 'gast@example.org' }, `${pfad}/code`)
    assert.equal(richtig.status, 200)
    await settle()
    const mail = (await caughtMails(app.db, musterstadt)).find(({ empfaenger }) => empfaenger.includes('gast@example.org'))
    assert.ok(JSON.stringify(mail?.inhalt).includes(codeAus(richtig.html) ?? 'kein Code'), JSON.stringify(mail))
    assert.equal(await zahl('select count(*)::int as n from pgboss.job where data::text like $1', [`%${codeAus(richtig.html)}%`]), 0)
  })

  test('what was typed wrong is kept on saving and comes back', async () => {
    const { besucher, pfad } = await begonnen()
    const seite = await besucher.senden(`${pfad}/person`, { ...PERSON, 'anschrift.plz': '12', _aktion: 'speichern' })
    assert.match(seite.html, /stimmt noch etwas nicht/)
    assert.match((await besucher.get(`${pfad}/person`)).html, /value="12"/)
  })

  test('an account finds its draft on another device; a guest takes the draft along when signing in', async () => {
    await buergerkonto('laptop@example.org')
    const { besucher, pfad } = await begonnen()
    await besucher.senden(`${pfad}/person`, PERSON)
    assert.equal((await anmelden(besucher, 'laptop@example.org', pfad)).location, pfad)
    assert.equal((await besucher.get(`${pfad}/person`)).status, 200)
    const handy = web.besucher()
    await anmelden(handy, 'laptop@example.org', '/konto/entwuerfe')
    assert.match((await handy.get('/konto/entwuerfe')).html, new RegExp(idVon(pfad)))
    assert.match((await handy.get(`${pfad}/person`)).html, /value="Erika"/)
    assert.equal((await handy.senden(`${pfad}/kontakt`, { email: '', bemerkung: '', _aktion: 'speichern' })).location, `${pfad}/gespeichert`)
  })

  test('a session that ended during an upload leads to the sign-in and back; the draft is there', async () => {
    await buergerkonto('abgelaufen@example.org')
    const besucher = web.besucher()
    await anmelden(besucher, 'abgelaufen@example.org', START)
    const { pfad } = await begonnen(besucher)
    await besucher.senden(`${pfad}/person`, PERSON)
    const { html } = await besucher.get(`${pfad}/nachweise`)
    besucher.cookies.delete('sk_sitzung')
    const formular = new FormData()
    for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) formular.append(/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? '')
    formular.append('ausweis', datei())
    const antwort = await besucher.post(`${pfad}/nachweise`, formular)
    assert.equal(antwort.location, `/anmelden?ziel=${encodeURIComponent(`${pfad}/nachweise`)}`)
    await anmelden(besucher, 'abgelaufen@example.org', `${pfad}/nachweise`)
    assert.equal((await besucher.get(`${pfad}/nachweise`)).status, 200)
    assert.match((await besucher.get(`${pfad}/person`)).html, /value="Erika"/)
  })
})

const codeAus = (html: string) => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?=<\/strong>)/.exec(html)?.[0]

// entwurfVerwerfen, and who may open what
describe('whose it is', () => {
  test('for strangers, other accounts and staff a draft does not exist', async () => {
    const { pfad } = await ausgefuellt()
    const fremd = web.besucher()
    for (const teil of ['', '/person', '/pruefen', '/bestaetigung', '/gespeichert', '/verwerfen', '/fassung']) assert.equal((await fremd.get(pfad + teil)).status, 404, teil)
    assert.equal((await fremd.get(`${START}/kein-entwurf/person`)).status, 404)
    const post = await fremd.post(`${pfad}/pruefen`, new URLSearchParams({ _stand: '4' }))
    assert.equal(post.status, 403)
  })

  test('events carry no answers', async () => {
    const { besucher, pfad } = await ausgefuellt()
    await besucher.senden(`${pfad}/pruefen`, {})
    const rows = await zeilen<{ daten: string }>("select daten::text as daten from platform.ereignis where objekt_art = 'entwurf' and objekt_id = $1", [idVon(pfad)])
    assert.ok(rows.length >= 4)
    for (const { daten } of rows) assert.doesNotMatch(daten, /Erika|Muster"|example\.org/)
    assert.equal(await zahl("select count(*)::int as n from onlineantrag.entwurf where id = $1 and antworten = '{}' and status = 'eingereicht'", [idVon(pfad)]), 1)
  })

  test('deleting asks first and takes everything', async () => {
    const { besucher, pfad } = await ausgefuellt()
    assert.match((await besucher.get(`${pfad}/verwerfen`)).html, /endgültig/)
    assert.equal((await besucher.senden(`${pfad}/verwerfen`, {})).location, START)
    assert.equal((await besucher.get(`${pfad}/person`)).status, 404)
    assert.equal(await zahl('select count(*)::int as n from onlineantrag.entwurf_datei where entwurf_id = $1', [idVon(pfad)]), 0)
  })
})

// entwurfUmstellen
describe('a newer form while filling in', () => {
  test('says what is taken over, what to repeat and what goes; nothing is dropped silently', async () => {
    const { besucher, pfad } = await ausgefuellt()
    const neu = probeformular((seiten) => seiten.map((seite) => (seite['name'] !== 'kontakt' ? seite : { ...seite, fragen: [{ typ: 'telefon', name: 'telefon', label: 'Ihre Telefonnummer', pflicht: true, rechtsgrundlage: '§ 1' }] })), '2.0')
    await probeleistung(app, musterstadt, neu)
    assert.equal((await besucher.get(`${pfad}/pruefen`)).location, `${pfad}/fassung`)
    const seite = await besucher.get(`${pfad}/fassung`)
    for (const satz of ['Ihre Telefonnummer', 'erika@example.org', 'noch einmal oder neu', 'fragen wir nicht mehr']) assert.ok(seite.html.includes(satz), satz)
    assert.equal((await besucher.senden(`${pfad}/fassung`, {})).location, `${pfad}/kontakt`)
    assert.match((await besucher.get(`${pfad}/person`)).html, /value="Erika"/)
    assert.match((await besucher.get(`${pfad}/nachweise`)).html, /ausweis\.pdf/)
    await besucher.senden(`${pfad}/kontakt`, { telefon: '02999 1234', _aktion: 'weiter' })
    assert.equal((await besucher.senden(`${pfad}/pruefen`, {})).location, `${pfad}/bestaetigung`)
  })
})

// anEntwuerfeErinnern, abgelaufeneLoeschen: driven by the recurring job when the business clock moves
describe('the end of a draft', () => {
  test('reminded a week before, kept on day 30, deleted on day 31; figures stay', async () => {
    const konto = await buergerkonto('vergesslich@example.org')
    const besucher = web.besucher()
    await besucher.mitSitzung('buerger', konto, musterstadt)
    const { pfad } = await begonnen(besucher)
    const beginn = app.clock.now()
    const status = () => zeilen<{ status: string }>('select status from onlineantrag.entwurf where id = $1', [idVon(pfad)]).then((rows) => rows[0]?.status)
    await app.clock.set(beginn.add({ hours: 24 * 24 }))
    await warten(async () => (await caughtMails(app.db, musterstadt)).some(({ empfaenger }) => empfaenger.includes('vergesslich@example.org')))
    await app.clock.set(beginn.add({ hours: 24 * 30 }))
    await new Promise((resolve) => { setTimeout(resolve, 300) })
    assert.equal(await status(), 'offen')
    await app.clock.set(beginn.add({ hours: 24 * 31 }))
    await warten(async () => await status() === 'geloescht')
    assert.equal(await zahl("select count(*)::int as n from platform.ereignis where typ = 'onlineantrag.entwurf.geloescht/1' and objekt_id = $1 and daten->>'seite' = 'datenschutz'", [idVon(pfad)]), 1)
    const tag = beginn.toZonedDateTimeISO('Europe/Berlin').toPlainDate()
    const [zahlen] = await app.db.withMandant(musterstadt, (tx) => antragszahlen(tx, { von: tag, bis: tag }))
    assert.ok(zahlen && zahlen.begonnen > 3 && zahlen.eingereicht > 0 && (zahlen.abgebrochen['datenschutz'] ?? 0) > 0, JSON.stringify(zahlen))
    await app.clock.set('echt')
  })
})

async function warten(fertig: () => Promise<boolean>): Promise<void> {
  for (let versuch = 0; versuch < 300; versuch += 1) {
    if (await fertig()) return
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  assert.fail('it did not happen within fifteen seconds')
}

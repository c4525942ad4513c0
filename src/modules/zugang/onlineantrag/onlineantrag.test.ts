import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idVon, PERSON, probestadt } from './test-stadt.js'

const { web, START, begonnen, ausgefuellt, zahl, zeilen } = await probestadt()

// entwurfBeginnen, seiteSpeichern, entwurfEinreichen; over HTTP, as a browser without script sends it.
describe('the way through', () => {
  test('start page says what is needed, how long it takes, Art. 13 and the way without internet', async () => {
    const { status, html } = await web.besucher().get(START)
    assert.equal(status, 200)
    for (const satz of ['Etwa', 'Kopie des Ausweises', 'Artikel 13 DSGVO', 'Ohne Anmeldung beginnen', '02999 17-321', '30 Tage']) assert.ok(html.includes(satz), satz)
  })

  test('a guest fills in, checks and submits once; back shows the receipt', async () => {
    const { besucher, pfad } = await ausgefuellt()
    const pruefen = await besucher.get(`${pfad}/pruefen`)
    for (const satz of ['Erika Muster', 'ausweis.pdf', 'Antrag verbindlich absenden', 'Nehmen Sie sich Zeit', `${pfad}/person?zurueck=pruefen`]) assert.ok(pruefen.html.includes(satz), satz)
    const [erste, zweite] = await Promise.all([besucher.senden(`${pfad}/pruefen`, {}), besucher.senden(`${pfad}/pruefen`, {})])
    assert.deepEqual([erste.status, zweite.status], [303, 303])
    const bestaetigung = await besucher.get(`${pfad}/bestaetigung`)
    assert.match(bestaetigung.html, /Ihr Antrag ist eingegangen/)
    assert.match(bestaetigung.html, /[0-9a-f]{64}/)
    const zurueck = await besucher.get(`${pfad}/pruefen`)
    assert.equal(zurueck.location, `${pfad}/bestaetigung`)
    assert.equal((await besucher.get(`${pfad}/person`)).location, `${pfad}/bestaetigung`)
    assert.equal(await zahl("select count(*)::int as n from antraege.antrag where entwurf_id = $1", [idVon(pfad)]), 1)
  })

  test('who begins one application after the other without end is told to wait; nobody else is', async () => {
    const { besucher } = await begonnen()
    for (const _ of [1, 2]) await besucher.senden(START, {})
    const [{ n } = { n: 0 }] = await zeilen<{ n: number }>('update platform.ratenlimit set anzahl = 120 where anzahl = 2 returning anzahl as n')
    assert.equal(n, 120, 'the second one in this session')
    const { status, headers, html } = await besucher.senden(START, {})
    assert.deepEqual([status, Number(headers.get('retry-after')) > 3_000], [429, true])
    assert.match(html, /in 60 Minuten noch einmal/)
    await begonnen()
  })

  test('an answer that makes a page irrelevant takes its answers away', async () => {
    const { besucher, pfad } = await begonnen()
    assert.equal((await besucher.senden(`${pfad}/person`, { ...PERSON, hund: 'ja' })).location, `${pfad}/tier`)
    await besucher.senden(`${pfad}/tier`, { rufname: 'Rex', _aktion: 'weiter' })
    assert.equal((await besucher.senden(`${pfad}/person`, PERSON)).location, `${pfad}/nachweise`)
    assert.equal((await besucher.get(`${pfad}/tier`)).status, 303)
  })

  test('mistakes come back with what was typed, at the field and in the summary', async () => {
    const { besucher, pfad } = await begonnen()
    const { status, html } = await besucher.senden(`${pfad}/person`, { 'antragsteller.vornamen': 'Erika', _aktion: 'weiter' })
    assert.equal(status, 422)
    assert.match(html, /fehleruebersicht/)
    assert.match(html, /value="Erika"/)
  })

  test('the check page leads to the first page that is not complete', async () => {
    const { besucher, pfad } = await begonnen()
    assert.equal((await besucher.get(`${pfad}/pruefen`)).location, `${pfad}/person?zurueck=pruefen`)
  })
})

/** kill -9 while applications come in: what was acknowledged is there afterwards, once; what was not can be sent again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoInstallation, freierPort, warteBis } from './programm.js'

const ANZAHL = 20
/** Killed after so many acknowledgements and a few milliseconds; another moment with STADTKERN_CRASH_SEED. */
const seed = Number(process.env['STADTKERN_CRASH_SEED'] ?? 7)
const [nach, moment] = [2 + seed % 9, (seed * 7919) % 37]
const ort = await demoInstallation()
const port = await freierPort()

const antrag = (nummer: number) => JSON.stringify({
  daten: {
    hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Probe', familienname: `Antrag${nummer}` }, geburtsdatum: '1980-05-04',
    anschrift: { art: 'strasse', strasse: 'Marktplatz', hausnummer: String(nummer), plz: '45999', ort: 'Musterstadt' }, zone: 'A', fahrzeugArt: 'eigenes',
    kfz: `MU-AB ${100 + nummer}`, beginn: Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 }).toString(), zustellung: 'post', richtig: true, aenderungen: true, fahrzeugschein: { nachreichen: true },
  },
  anhaenge: [],
})

interface Antwort { status: number; body: { vorgangsnummer?: string; felder?: unknown } }

async function sende(url: string, schluessel: string, nummer: number): Promise<Antwort | undefined> {
  const response = await fetch(`${url}/api/antraege/bewohnerparkausweis`, {
    method: 'POST', headers: { authorization: `Bearer ${schluessel}`, 'content-type': 'application/json', 'idempotency-key': `absturz-${nummer}` }, body: antrag(nummer),
  }).catch(() => undefined)
  const body = await response?.json().catch(() => undefined) as Antwort['body'] | undefined
  return response && body ? { status: response.status, body } : undefined
}

test('every acknowledged application is there once after kill -9', { timeout: 100_000 }, async () => {
  const erster = ort.starte(port)
  await erster.bereit({ demo: true })
  const [zugang] = await ort.befehl<{ schluessel: string; kontoId: string }>(port, 'dienst', 'anlegen', 'absturzprobe', '--recht', 'antrag.einreichen')
  const schluessel = zugang?.schluessel ?? ''
  const nummern = Array.from({ length: ANZAHL }, (_, index) => index + 1)
  const probe = await sende(erster.url, schluessel, 0)
  assert.equal(probe?.status, 201, JSON.stringify(probe?.body))
  const zugesagt: (Antwort | undefined)[] = []
  const offen = [...nummern]
  const senden = async () => {
    for (let nummer = offen.shift(); nummer; nummer = offen.shift()) zugesagt[nummer - 1] = await sende(erster.url, schluessel, nummer)
  }
  const unterwegs = Promise.all([senden(), senden(), senden()])
  const fertig = () => zugesagt.filter((antwort) => antwort?.status === 201).length
  await warteBis('some were acknowledged', () => fertig() >= nach, 20_000)
  await sleep(moment)
  await erster.ende('SIGKILL')
  await unterwegs
  assert.ok(fertig() < ANZAHL, 'all were through before the kill')

  const zweiter = ort.starte(port)
  await zweiter.bereit()
  const danach = []
  for (const nummer of nummern) danach.push(await sende(zweiter.url, schluessel, nummer))
  for (const [index, antwort] of danach.entries()) {
    assert.equal(antwort?.status, 201, `${index + 1}: ${JSON.stringify(antwort?.body)}`)
    const vorher = zugesagt[index]
    if (vorher?.status === 201) assert.equal(antwort.body.vorgangsnummer, vorher.body.vorgangsnummer, 'acknowledged, and then another one')
  }
  assert.equal(new Set(danach.map((antwort) => antwort?.body.vorgangsnummer)).size, ANZAHL)
  const [zahl] = await ort.frage<{ antraege: number; vorgaenge: number }>(`select count(*)::int as antraege, count(distinct vorgang_id)::int as vorgaenge from antraege.antrag where einreicher_id = '${zugang?.kontoId}'`)
  assert.deepEqual(zahl, { antraege: ANZAHL + 1, vorgaenge: ANZAHL + 1 })
  const [ergebnis] = await ort.befehl<{ ok: boolean; problems: unknown[] }>(port, 'verify')
  assert.deepEqual([ergebnis?.ok, ergebnis?.problems], [true, []])
  await zweiter.ende('SIGTERM')
})

/** Two web and two worker processes on one database and one object store: whoever asks cannot tell how many there are. */
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { createApp } from '../../src/create-app.js'
import { leistungSchliessen } from '../../src/modules/grundlagen/leistungen/index.js'
import { demoPersonal } from '../../src/modules/grundlagen/konten/index.js'
import { pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { createBlobStore } from '../../src/platform/blobs/index.js'
import { loadConfig } from '../../src/platform/config/index.js'
import { ensureEmbeddedPostgres } from '../../src/platform/database/embedded/index.js'
import { openLog } from '../../src/platform/log/log.js'
import { beispielhausen, musterstadt, system } from '../app.js'
import { openMailserver, openS3 } from '../chaos/dienste.js'
import { pruefe, warteAufRuhe } from '../chaos/pruefung.js'
import { createBesucher, type Besucher } from '../web.js'
import { beantrage, fuelleAus } from './antrag-ohne-browser.js'
import { demoInstallation, freierPort, warteBis } from './programm.js'
import { openVerteiler } from './verteiler.js'

const HOST = 'musterstadt.localhost'
const zuletzt: (() => unknown)[] = []
after(async () => { for (const schliesse of zuletzt) await schliesse() })
const [s3, mail] = [await openS3(), await openMailserver()]
const s3Zugang = { bucket: 'stadtkern', accessKeyId: 'zwei', secretAccessKey: 'nur-fuer-diese-probe' }
const ort = await demoInstallation({
  STADTKERN_S3_ENDPOINT: s3.endpoint, STADTKERN_S3_BUCKET: s3Zugang.bucket, STADTKERN_S3_ACCESS_KEY_ID: s3Zugang.accessKeyId,
  STADTKERN_S3_SECRET_ACCESS_KEY: s3Zugang.secretAccessKey, SMTP_URL: mail.smtpUrl, STADTKERN_DATABASE_POOL: '10', STADTKERN_SMTP_ABSENDER: 'rathaus@musterstadt.example',
})
await dateienNachS3()
const server = await ensureEmbeddedPostgres({ dataDir: ort.daten })
const owner = new Client({ connectionString: server.url, options: '-c timezone=UTC' })
await owner.connect()
/** The program in this process, without pages and jobs: for sessions, the clock, and what somebody else does meanwhile. */
const app = await createApp({ config: loadConfig(ort.env as NodeJS.ProcessEnv), databaseUrl: server.url, worker: false, log: openLog('error') })
const webs = await Promise.all([1, 2].map(async () => ort.starte(await freierPort(), { ...ort.zusatz, STADTKERN_ROLLE: 'web' })))
const workers = [await starteWorker(), await starteWorker()] as const
const verteiler = await openVerteiler(webs.map(({ url }) => url))
zuletzt.push(() => verteiler.close(), () => app.close(), () => owner.end(), () => server.release(), () => s3.close(), () => mail.stop())
await Promise.all(webs.map((web) => web.bereit()))
for (const worker of workers) await worker.bereit()

const frage = async <T extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> => (await owner.query<T>(sql, values)).rows
const ruhe = async (): Promise<void> => assert.deepEqual(await warteAufRuhe({ frage }, 60_000), [])
const [a, b] = webs.map(({ url }) => url) as [string, string]
const zugesagt: { vorgangsnummer: string; sha256?: string }[] = []

/** The demo's files, which were loaded before there was an object store. */
async function dateienNachS3(): Promise<void> {
  const dateien = createBlobStore({ kind: 'files', root: join(ort.daten, 'blobs') })
  const objekte = createBlobStore({ kind: 's3', endpoint: s3.endpoint, region: 'eu-central-1', pathStyle: true, ...s3Zugang })
  for (const mandant of [musterstadt, beispielhausen]) {
    for await (const { sha256 } of dateien.list(mandant)) await objekte.put(mandant, (await dateien.open(mandant, sha256)).stream, { maxBytes: 100_000_000 })
  }
}

async function starteWorker() {
  const port = await freierPort()
  const worker = ort.starte(0, { ...ort.zusatz, STADTKERN_ROLLE: 'worker', STADTKERN_WORKER_PORT: String(port) })
  const lebt = () => fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => false)
  return { ...worker, bereit: () => warteBis('the worker is ready', lebt, 60_000) }
}

async function alsErika(url: string, sitzung?: ReadonlyMap<string, string>): Promise<Besucher> {
  const erika = createBesucher(url, HOST, app)
  if (sitzung) for (const [name, wert] of sitzung) erika.cookies.set(name, wert)
  else await erika.mitSitzung('buerger', demoPersonal('musterstadt').buerger.find(({ kennung }) => kennung === 'erika.muster')?.id ?? '', musterstadt)
  return erika
}

const HUND = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991',
  'anschrift.ort': 'Musterstadt', email: 'erika.muster@example.org', zustellung: 'elektronisch', rufname: 'Bello', rasse: 'Dackel', marke: '4711',
  'bis.tag': '1', 'bis.monat': '9', 'bis.jahr': '2026', grund: 'verstorben', richtig: 'ja',
}

let kontoId = ''
/** In the place of the one that is killed. */
let dritter: Awaited<ReturnType<typeof starteWorker>> | undefined

test('many hand in through both at the same time, some twice: numbers without gap and double; one worker is killed over it', async () => {
  const [dienst] = await ort.befehl<{ schluessel: string; kontoId: string }>(0, 'dienst', 'anlegen', 'zwei', '--recht', 'antrag.einreichen')
  kontoId = dienst?.kontoId ?? ''
  /** Again where a process is busy: that is what the key is for. */
  const sende = async (url: string, key: string, anhang: Buffer): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${url}/api/antraege/bewohnerparkausweis`, {
      method: 'POST', body: antrag(anhang), headers: { authorization: `Bearer ${dienst?.schluessel ?? ''}`, 'content-type': 'application/json', 'idempotency-key': key },
    })
    const text = await response.text()
    return response.status === 503 ? sende(url, key, anhang) : { status: response.status, text }
  }
  await Promise.all(Array.from({ length: 24 }, async (_, nummer) => {
    const [key, anhang] = [randomUUID(), pdf(`Schein ${nummer}`)]
    const zweimal = nummer % 3 === 0
    const antworten = await Promise.all(zweimal ? [sende(a, key, anhang), sende(b, key, anhang)] : [sende(nummer % 2 === 0 ? a : b, key, anhang)])
    const nummern = antworten.map(({ status, text }) => { assert.ok(status === 201 || status === 200, `${status} ${text}`); return (JSON.parse(text) as { vorgangsnummer: string }).vorgangsnummer })
    assert.equal(new Set(nummern).size, 1, 'the same key at both is one application')
    zugesagt.push({ vorgangsnummer: nummern[0] ?? '', sha256: createHash('sha256').update(anhang).digest('hex') })
  }))
  await warteBis('work is under way', async () => (await frage("select 1 from pgboss.job where state = 'active'")).length > 0, 10_000)
  await workers[0].ende('SIGKILL')
  dritter = await starteWorker()
})

test('a session of one holds at the other; signed out at one is signed out at both', async () => {
  const hier = createBesucher(a, HOST)
  assert.equal((await hier.senden('/anmelden', { kennung: 'erika.muster@example.org', passwort: 'Demo-Buerger-2026!' })).status, 303)
  const dort = await alsErika(b, hier.cookies)
  assert.deepEqual([(await hier.get('/konto')).status, (await dort.get('/konto')).status], [200, 200])
  await dort.senden('/konto', {}, '/abmelden')
  assert.match((await hier.get('/konto')).location ?? '', /anmelden/)
})

test('the steps of one form go to both in turn', async () => {
  const vorher = [...verteiler.beantwortet]
  zugesagt.push({ vorgangsnummer: await beantrage(await alsErika(verteiler.url), 'hundesteuerabmeldung', HUND) })
  const anteile = verteiler.beantwortet.map((anzahl, index) => anzahl - (vorher[index] ?? 0))
  assert.ok(anteile.every((anteil) => anteil >= 3), anteile.join(' and '))
})

const datum = (name: string, { day, month, year }: Temporal.PlainDate) => ({ [`${name}.tag`]: String(day), [`${name}.monat`]: String(month), [`${name}.jahr`]: String(year) })
const PARKEN = {
  hauptwohnung: 'ja', stellplatz: 'nein', anliegen: 'neu', 'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster',
  'geburtsdatum.tag': '12', 'geburtsdatum.monat': '8', 'geburtsdatum.jahr': '1984',
  'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt', zone: 'B',
  fahrzeugArt: 'eigenes', kfz: 'MU-AB 123', ...datum('beginn', app.clock.today().add({ days: 30 })),
  email: 'erika.muster@example.org', zustellung: 'elektronisch', richtig: 'ja', aenderungen: 'ja',
}

test('what was uploaded comes from both byte by byte', async () => {
  const inhalt = pdf('Schein'.repeat(20_000))
  const erika = await alsErika(verteiler.url)
  const fahrzeugschein = new File([new Uint8Array(inhalt)], 'Schein.pdf', { type: 'application/pdf' })
  const pruefen = await fuelleAus(erika, 'bewohnerparkausweis', { ...PARKEN, fahrzeugschein })
  const link = /href="([^"]*\/dateien\/[0-9a-f-]{36})"/.exec((await erika.get(pruefen.replace(/pruefen$/, 'nachweise'))).html)?.[1] ?? ''
  const cookie = [...erika.cookies].map(([name, wert]) => `${name}=${wert}`).join('; ')
  for (const url of [a, b]) {
    const antwort = await fetch(url + link, { headers: { cookie } })
    assert.ok(inhalt.equals(Buffer.from(await antwort.arrayBuffer())), `${antwort.status} ${link}`)
  }
  // This draft stays: the clock will remind of it and delete it.
})

test('a form sent at both at once is one application', async () => {
  const erika = await alsErika(a)
  const pruefen = await fuelleAus(erika, 'hundesteuerabmeldung', HUND)
  const beide = await Promise.all([a, b].map(async (url) => (await alsErika(url, erika.cookies)).senden(pruefen, {})))
  assert.ok(beide.every(({ status }) => status === 303 || status === 409), beide.map(({ status }) => status).join(' and '))
  const nummern = await Promise.all([a, b].map(async (url) => NUMMER.exec((await (await alsErika(url, erika.cookies)).get(pruefen.replace(/pruefen$/, 'bestaetigung'))).html)?.[0]))
  assert.equal(nummern[0], nummern[1])
  zugesagt.push({ vorgangsnummer: nummern[0] ?? '' })
})

const NUMMER = /[A-Z]{2}-\d{4}-\d{6}-\d/

test('attempts count over both', async () => {
  const versuche: number[] = []
  for (let versuch = 0; versuch < 11; versuch++) {
    const gast = createBesucher(versuch % 2 === 0 ? a : b, HOST)
    versuche.push((await gast.senden('/anmelden', { kennung: 'niemand@example.org', passwort: 'falsch-und-lang' })).status)
  }
  assert.deepEqual(versuche, [...Array.from({ length: 10 }, () => 422), 429], 'ten tries in a quarter of an hour, wherever')
  // A limit that is kept before the body is read: 60 for each address.
  const stoss = await Promise.all(Array.from({ length: 70 }, (_, index) =>
    fetch(`${index % 2 === 0 ? a : b}/api/rechnung/pruefung`, { method: 'POST' })))
  const gebremst = stoss.filter(({ status }) => status === 429).length
  assert.ok(gebremst > 0 && stoss.length - gebremst <= 60, `${gebremst} of ${stoss.length}, 35 at each`)
})

const ausSpeicher = async (url: string): Promise<number> => Number(/stadtkern_seitenspeicher\{was="treffer"\} (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1])

test('a page that both keep in memory ends at both when anybody changes something', async () => {
  const gaeste = [a, b].map((url) => ({ url, gast: createBesucher(url, HOST) }))
  const seite = '/leistungen/hundesteuerabmeldung'
  for (const { url, gast } of gaeste) {
    await warteBis('the page comes from memory', async () => { const vorher = await ausSpeicher(url); await gast.get(seite); return await ausSpeicher(url) > vorher }, 10_000)
  }
  const [{ leistung_id: leistungId } = { leistung_id: '' }] = await frage<{ leistung_id: string }>(
    "select id as leistung_id from leistungen.leistung where schluessel = 'hundesteuerabmeldung' and mandant_id = $1", [musterstadt])
  await app.execute(system(), leistungSchliessen, { leistungId, von: app.clock.today().toString(), grund: 'Umbau an beiden Schaltern' })
  for (const { gast } of gaeste) await warteBis('the new page', async () => (await gast.get(seite)).html.includes('Umbau an beiden Schaltern'), 10_000)
})

test('whatever is due is done once, though two look for it', async () => {
  await dritter?.bereit()
  const [vorher, zeitgeber] = [await zustand(), await zeitgeberBis(62)]
  assert.ok(zeitgeber.length > 0)
  // Business time for both at once: reminders of drafts and tasks, deadlines of processes, their end.
  for (const tage of [24, 8, 30]) {
    await app.clock.set(app.clock.now().add({ hours: 24 * tage }))
    await warteBis('nothing is due', async () => (await faellig()) === 0, 20_000)
  }
  const nachher = await zustand()
  for (const was of ['erinnert', 'geloescht', 'eskaliert'] as const) assert.ok(nachher[was] > vorher[was], `${was}: ${vorher[was]}, then ${nachher[was]}`)
  assert.deepEqual(await ausgeloest(zeitgeber.map(({ instanz }) => instanz), vorher.zeitpunkt), zeitgeber)
  assert.deepEqual(await frage(`select typ, objekt_id, count(*)::int from platform.ereignis
    where typ in ('onlineantrag.entwurf.erinnert/1', 'onlineantrag.entwurf.geloescht/1', 'aufgaben.aufgabe.eskaliert/1') group by typ, objekt_id having count(*) > 1`), [])
})

/** What recurs has done so far, by the audit. */
async function zustand(): Promise<{ erinnert: number; geloescht: number; eskaliert: number; zeitpunkt: Date }> {
  const [zahlen] = await frage<Awaited<ReturnType<typeof zustand>>>(`select
    count(*) filter (where typ = 'onlineantrag.entwurf.erinnert/1')::int as erinnert, count(*) filter (where typ = 'onlineantrag.entwurf.geloescht/1')::int as geloescht,
    count(*) filter (where typ = 'aufgaben.aufgabe.eskaliert/1')::int as eskaliert, clock_timestamp() as zeitpunkt from platform.ereignis`)
  assert.ok(zahlen)
  return zahlen
}

type Zeitgeber = { instanz: string; anzahl: number }

/** Timers of processes that will be due in so many days. */
const zeitgeberBis = (tage: number): Promise<Zeitgeber[]> => frage<Zeitgeber>(
  'select instanz_id as instanz, count(*)::int as anzahl from workflow.zeitgeber where faellig_am <= $1 group by instanz_id order by 1', [app.clock.now().add({ hours: 24 * tage }).toString()])
const ausgeloest = (instanzen: readonly string[], seit: Date): Promise<Zeitgeber[]> => frage<Zeitgeber>(`select objekt_id as instanz, count(*)::int as anzahl from platform.ereignis
  where typ = 'workflow.schritt.getan/1' and daten->>'anlass' = 'timerFired' and objekt_id = any($1::text[]) and created_at >= $2 group by 1 order by 1`, [instanzen, seit])

/** Timers of processes and drafts whose time has come. */
async function faellig(): Promise<number> {
  const [row] = await frage<{ anzahl: number }>(`select (select count(*) from workflow.zeitgeber where faellig_am <= $1)::int
    + (select count(*) from onlineantrag.entwurf where status = 'offen' and absendewunsch_am is null and zustimmung_seit is null
      and (loeschen_ab < $2 or (inhaber_art = 'konto' and erinnert_am is null and loeschen_ab - least(7, frist_tage / 2) <= $2)))::int as anzahl`,
  [app.clock.now().toString(), app.clock.today().toString()])
  return row?.anzahl ?? 0
}

const mehrfach = (werte: readonly string[]): string[] => [...Map.groupBy(werte, (wert) => wert)].flatMap(([wert, alle]) => (alle.length > 1 ? [wert] : []))

test('the others finish what the dead one had begun: nothing lost, nothing twice, nothing stuck', async () => {
  await ruhe()
  assert.deepEqual(mehrfach(mail.angenommen), [], 'the same mail twice')
  assert.deepEqual(await pruefe({ frage, env: ort.env as NodeJS.ProcessEnv, mail, abstuerze: [], fehler: [] }, { zugesagt, seltsam: [], bezahlt: new Set(), kontoId }), [])
})

const antrag = (anhang: Buffer): string => JSON.stringify({
  daten: {
    hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Probe', familienname: 'Zwei' }, geburtsdatum: '1980-05-04',
    anschrift: { art: 'strasse', strasse: 'Marktplatz', hausnummer: '1', plz: '45999', ort: 'Musterstadt' }, zone: 'A', fahrzeugArt: 'eigenes', kfz: 'MU-AB 321',
    beginn: app.clock.today().add({ days: 60 }).toString(), zustellung: 'post', richtig: true, aenderungen: true,
  },
  anhaenge: [{ slot: 'fahrzeugschein', dateiname: 'Schein.pdf', inhaltBase64: anhang.toString('base64') }],
})

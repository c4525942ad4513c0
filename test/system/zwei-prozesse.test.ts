/** Two processes of the built program side by side on one data folder: nothing may assume that there is only one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beende, demoInstallation, freierPort, gibtEs, warteBis } from './programm.js'
import { openVerteiler } from './verteiler.js'

const ort = await demoInstallation()
/** Longer than what stands before them takes to notice. */
const DRAIN = { STADTKERN_DRAIN_SECONDS: '1' }
const [portA, portB] = [await freierPort(), await freierPort()]
let a = ort.starte(portA, DRAIN)
await a.bereit({ demo: true })
let b = ort.starte(portB, DRAIN)
/** Never 0: a signal to it would go to this process and all around it. */
function postgresPid(): number {
  const pid = ort.postgresPid()
  if (!pid) throw new Error('PostgreSQL has no pid file')
  return pid
}
const postgres = postgresPid()

/** Signs in as the demo's citizen, as a browser does; the cookie of the session. */
async function anmelden(url: string): Promise<string> {
  const seite = await fetch(`${url}/anmelden`)
  const html = await seite.text()
  const cookies = seite.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  const feld = (name: string) => new RegExp(`name="${name}" value="([^"]*)"|value="([^"]*)" name="${name}"`).exec(html)?.slice(1).find(Boolean) ?? ''
  const antwort = await fetch(`${url}/anmelden`, {
    method: 'POST', redirect: 'manual', headers: { cookie: cookies },
    body: new URLSearchParams({ _csrf: feld('_csrf'), _token: feld('_token'), kennung: 'erika.muster@example.org', email: 'erika.muster@example.org', passwort: 'Demo-Buerger-2026!' }),
  })
  const sitzung = antwort.headers.getSetCookie().find((one) => one.startsWith('sk_sitzung='))?.split(';')[0]
  assert.ok(sitzung, `sign-in: ${antwort.status}`)
  return sitzung
}
const konto = async (url: string, cookie: string) => (await fetch(`${url}/konto`, { redirect: 'manual', headers: { cookie } })).status

let cookie = ''

test('the second joins the running database', async () => {
  await b.bereit()
  assert.equal(ort.postgresPid(), postgres)
  assert.equal((await fetch(`${b.url}/`)).status, 200)
})

test('a session of one is a session of the other', async () => {
  cookie = await anmelden(a.url)
  assert.deepEqual([await konto(a.url, cookie), await konto(b.url, cookie)], [200, 200])
})

test('one after the other is replaced, and nobody who asks meets an error', async () => {
  const verteiler = await openVerteiler([a.url, b.url])
  const antworten: (number | string)[] = []
  const ende = new AbortController()
  const fragende = Promise.all(Array.from({ length: 4 }, async () => {
    while (!ende.signal.aborted) antworten.push(await konto(verteiler.url, cookie).catch((error: unknown) => String(error)))
  }))
  for (const welcher of ['b', 'a'] as const) {
    const [vorher, port] = welcher === 'a' ? [a, portA] : [b, portB]
    await vorher.ende('SIGTERM')
    assert.equal(vorher.prozess.exitCode, 0)
    const neu = ort.starte(port, welcher === 'a' ? { STADTKERN_DRAIN_SECONDS: '60' } : {})
    if (welcher === 'a') a = neu
    else b = neu
    await neu.bereit()
  }
  ende.abort()
  await fragende
  verteiler.close()
  assert.ok(antworten.length > 20, `${antworten.length} answers`)
  assert.deepEqual(antworten.filter((antwort) => antwort !== 200), [])
})

test('one that is told to end says so first, and answers everybody as long as it is asked', async () => {
  a.prozess.kill('SIGTERM')
  await warteBis('it says that it ends', async () => (await fetch(`${a.url}/readyz`)).status === 503, 10_000)
  const seite = await fetch(`${a.url}/konto`, { headers: { cookie } })
  assert.deepEqual([seite.status, seite.headers.get('connection')], [200, 'close'], 'nobody keeps a connection that is about to go')
  assert.equal((await fetch(`${a.url}/healthz`)).status, 200, 'it is well')
})

test('one dies; the other serves on', async () => {
  await a.ende('SIGKILL')
  await warteBis('the second answers', async () => await konto(b.url, cookie).catch(() => 0) === 200, 10_000)
})

test('the database dies under load; the one that is left starts it again', async () => {
  const jetzt = postgresPid()
  process.kill(jetzt, 'SIGKILL')
  await warteBis('it answers again', async () => ort.postgresPid() !== jetzt && await konto(b.url, cookie).catch(() => 0) === 200, 25_000)
})

test('the last one to end takes the database with it, within 10 s', async () => {
  const jetzt = postgresPid()
  assert.ok(gibtEs(jetzt))
  await beende(b.prozess, 'SIGTERM')
  // After 9.8 s it would have ended itself with 1.
  assert.equal(b.prozess.exitCode, 0)
  assert.ok(!gibtEs(jetzt), 'PostgreSQL is still there')
})

test('after that everything is there again', async () => {
  b = ort.starte(portB)
  await b.bereit()
  assert.equal(await konto(b.url, cookie), 200)
  await b.ende('SIGTERM')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { Type } from 'typebox'
import { musterstadt, system, testApp } from '../../../test/app.js'
import { testWeb, type Besucher } from '../../../test/web.js'
import { buergerAnlegen } from '../../modules/grundlagen/konten/index.js'
import type { Modul } from '../modul.js'
import { buerger } from '../usecases/allow.js'
import { question, readQuery } from '../usecases/usecase.js'
import { access, html, page, type RequestContext } from './route.js'

const wert = readQuery({
  name: 'probe.wert', input: Type.Object({}), allow: buerger(),
  statements: () => [{ text: "select coalesce(max(profil ->> 'leitspruch'), '') as wort from platform.mandant where id = $1", values: [musterstadt] }],
  answer: ([rows = []]: readonly (readonly { wort: string }[])[]) => rows[0]?.wort ?? '',
})

let drawn = 0
const seite = (path: string, text: (c: RequestContext) => string) => page({
  path, access: access.citizen, vorab: () => [question(wert, {})],
  async handle(c) {
    drawn++
    const [wort] = await c.askAtOnce([question(wert, {})])
    return html(`<p>${wort}|${text(c)}|${c.sprache}|${c.today.toString()}</p><i>${c.formFields()._token}</i><b>${c.formFields()._token}</b>`)
  },
})

const probe: Modul = {
  name: 'probe', etage: 'zugang', dependsOn: [],
  routes: [
    seite('/probe', () => ''), seite('/probe/uhr', (c) => c.now.toString()), seite('/probe/ip', (c) => String(c.kennungIp)),
    seite('/probe/datenbank', (c) => typeof c.app.db), seite('/probe/stufe', (c) => c.app.config.mode),
  ],
}
const { app, ownerUrl } = await testApp({ worker: false })
const { besucher } = await testWeb({ ...app, module: [...app.module, probe] })
const kontoId = '01900000-0000-7000-8000-0000000000b1'
await app.execute(system(), buergerAnlegen, { id: kontoId, vorname: 'Erika', nachname: 'Muster', email: 'erika.muster@example.org', passwortHash: 'x' })

async function somebody(): Promise<Besucher> {
  const wer = besucher()
  await wer.mitSitzung('buerger', kontoId, musterstadt)
  // The first request makes the session known, the second is drawn from what was read with it.
  await wer.get('/probe')
  await wer.get('/probe')
  return wer
}

async function owner(text: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(text)
  await client.end()
}

/** The page, and whether it was drawn for this request. */
async function look(wer: Besucher, path: string): Promise<{ drawn: boolean; text: string; tokens: string[] }> {
  const before = drawn
  const { html: body } = await wer.get(path)
  return { drawn: drawn > before, text: /<p>(.*?)<\/p>/.exec(body)?.[1] ?? '', tokens: [...body.matchAll(/<[ib]>(.*?)<\/[ib]>/g)].map(([, token]) => token ?? '') }
}

test('a page is drawn again when what it shows has changed, and only then; its tokens are new each time', async () => {
  const wer = await somebody()
  const [one, two] = [await look(wer, '/probe'), await look(wer, '/probe')]
  assert.deepEqual([one.drawn, two.drawn, one.text], [false, false, two.text])
  const tokens = [...one.tokens, ...two.tokens]
  assert.equal(new Set(tokens).size, 4)
  for (const token of tokens) assert.match(token, /^[0-9a-f-]{36}$/)
  await owner("update platform.mandant set profil = profil || '{\"leitspruch\":\"neu\"}'")
  const changed = await look(wer, '/probe')
  assert.deepEqual([changed.drawn, changed.text.split('|')[0]], [true, 'neu'])
  assert.equal((await look(wer, '/probe')).drawn, false)
})

test('another session, address, language or day has a page of its own', async () => {
  const wer = await somebody()
  assert.equal((await look(await somebody(), '/probe')).drawn, false, 'drawn for that session while it became known')
  assert.equal((await look(wer, '/probe?a=1')).drawn, true)
  wer.cookies.set('sk_sprache', 'en')
  const english = await look(wer, '/probe')
  assert.deepEqual([english.drawn, english.text.split('|')[2]], [true, 'en'])
  wer.cookies.delete('sk_sprache')
  const today = (await look(wer, '/probe')).text.split('|')[3] ?? ''
  await app.clock.set(app.clock.now().add({ hours: 24 }))
  const tomorrow = await look(wer, '/probe')
  assert.deepEqual([tomorrow.drawn, tomorrow.text.split('|')[3]], [true, Temporal.PlainDate.from(today).add({ days: 1 }).toString()])
})

test('a page that looks at anything else is drawn each time', async () => {
  const wer = await somebody()
  for (const path of ['/probe/uhr', '/probe/ip', '/probe/datenbank']) {
    await look(wer, path)
    assert.equal((await look(wer, path)).drawn, true, path)
  }
  await look(wer, '/probe/stufe')
  assert.equal((await look(wer, '/probe/stufe')).drawn, false, 'the configuration does not change')
})

test('a session that is over gets nothing', async () => {
  const wer = await somebody()
  assert.equal((await wer.get('/probe')).status, 200)
  await owner(`delete from platform.sitzung where konto_id = '${kontoId}'`)
  assert.equal((await wer.get('/probe')).status, 303)
})

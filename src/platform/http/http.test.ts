import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client } from 'pg'
import { testApp } from '../../../test/app.js'
import { testWeb } from '../../../test/web.js'

const { app, ownerUrl } = await testApp({ worker: false })
const { besucher } = await testWeb(app)

test('health and readiness answer without a town; a demo is ready with its first town', async () => {
  const niemand = besucher('localhost')
  assert.equal((await niemand.get('/healthz')).status, 200)
  assert.equal((await niemand.get('/readyz')).status, 503)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("insert into platform.einstellung (name, wert) values ('demo.bereit', 'true')")
  await owner.end()
  assert.match((await niemand.get('/readyz')).html, /"ready":true/)
})

test('metrics name routes, never addresses', async () => {
  await besucher().get('/gibt/es/nicht/4711')
  const { html } = await besucher('localhost').get('/metrics')
  assert.match(html, /stadtkern_http_seconds_count/)
  assert.match(html, /stadtkern_auftraege\{zustand="wartend"\} 0/)
  assert.doesNotMatch(html, /4711/)
})

test('an unknown page is a 404 page of the town, an unknown API path a problem', async () => {
  const gast = besucher()
  const page = await gast.get('/gibt/es/nicht')
  assert.equal(page.status, 404)
  assert.match(page.html, /Diese Seite gibt es nicht/)
  const problem = await gast.get('/api/gibt-es-nicht', { accept: 'application/json' })
  assert.equal(problem.status, 404)
  assert.match(problem.headers.get('content-type') ?? '', /^application\/problem\+json/)
})

test('security headers: no inline code, no framing, nothing kept in caches', async () => {
  const { headers } = await besucher().get('/gibt/es/nicht')
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'/)
  assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
  assert.equal(headers.get('x-frame-options'), 'DENY')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
})

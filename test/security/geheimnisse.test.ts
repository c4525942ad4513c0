import assert from 'node:assert/strict'
import { createCipheriv, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { resealTown } from '../../src/platform/auth/reseal.js'
import { purposeKey, resealed, seal, unseal } from '../../src/platform/auth/tokens.js'
import { musterstadt, testApp } from '../app.js'

const { app } = await testApp({ worker: false })

/** As secrets were sealed before seals had a version. */
function ohneVersion(key: Buffer, plain: string, nonce = randomBytes(12)): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

test('a seal says how it was made; older ones are read, also where their first byte looks like a version', () => {
  const key = randomBytes(32)
  assert.equal(seal(key, 'a')[0], 1)
  assert.equal(unseal(key, seal(key, 'Müller')), 'Müller')
  assert.equal(resealed(key, seal(key, 'a')), undefined)
  for (const erstes of [0, 1, 255]) {
    const alt = ohneVersion(key, 'Müller', Buffer.concat([Buffer.of(erstes), randomBytes(11)]))
    assert.equal(unseal(key, alt), 'Müller')
    assert.equal(unseal(key, resealed(key, alt) ?? alt), 'Müller')
  }
  for (const kaputt of [Buffer.alloc(0), Buffer.of(1), Buffer.alloc(40), seal(randomBytes(32), 'a'), seal(key, 'a').fill(0, 5, 6)]) assert.throws(() => unseal(key, kaputt))
})

test('geheimnisse erneuern seals anew what is older, once, and changes nothing when one cannot be read', async () => {
  const key = purposeKey(app.masterKey, 'bezahldienst')
  const stand = () => app.db.withMandant(musterstadt, async (tx) => (await sql<{ zugang: Buffer }>`select zugang from bezahlung.anbieter`.execute(tx)).rows[0]?.zugang ?? Buffer.alloc(0))
  const setze = (zugang: Buffer) => app.db.withMandant(musterstadt, async (tx) => { await sql`insert into bezahlung.anbieter (mandant_id, originator_id, endpoint_id, zugang) values (${musterstadt}, 'o', 'e', ${zugang}) on conflict (mandant_id) do update set zugang = excluded.zugang`.execute(tx) })
  const alt = ohneVersion(key, 'geheim')
  await setze(alt)
  assert.equal((await resealTown(app, musterstadt)).erneuert, 1)
  assert.equal((await stand())[0], 1)
  assert.equal(unseal(key, await stand()), 'geheim')
  assert.equal((await resealTown(app, musterstadt)).erneuert, 0)
  const fremd = seal(randomBytes(32), 'von anderswo')
  await setze(fremd)
  await assert.rejects(resealTown(app, musterstadt), /bezahlung\.anbieter\.zugang/)
  assert.deepEqual(await stand(), fremd)
})

/** Bytes that are no sealed secret, or one that ends within a day. */
const andere = /hash$|^konten\.passkey\.oeffentlicher_schluessel$|^konten\.einmalcode\.siegel$|^identitaet\.(versuch\.(bindung|siegel|ergebnis)|nachweis\.siegel)$|^antraege\.antrag\.gast_schluessel$/

test('every column of bytes is a named secret, a hash, or short-lived', async () => {
  const genannt = app.module.flatMap(({ geheimnisse }) => geheimnisse ?? []).map(({ tabelle, spalte }) => `${tabelle}.${spalte}`)
  const rows = await app.db.withMandant(musterstadt, async (tx) => (await sql<{ spalte: string }>`
    select table_schema || '.' || table_name || '.' || column_name as spalte from information_schema.columns where data_type = 'bytea' and table_schema not in ('platform', 'pg_catalog', 'information_schema')`.execute(tx)).rows)
  const spalten = rows.map(({ spalte }) => spalte)
  assert.deepEqual(genannt.filter((one) => !spalten.includes(one)), [])
  assert.deepEqual(spalten.filter((one) => !genannt.includes(one) && !andere.test(one)), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beispielhausen, musterstadt, personalActor, system, testApp } from '../../../../test/app.js'
import { hashOf, openSession, SESSIONS_OF_A_PERSON, sessionsOf } from '../../../platform/auth/session.js'
import { Conflict, Forbidden, Invalid } from '../../../platform/errors.js'
import { loadSession } from '../../../platform/http/request.js'
import { actorOfToken } from './actor.js'
import { buergerAnlegen, demoLogins, dienstAnlegen, findPersonal, kontenById, kontoStatusSetzen, passwortHash, personalAendern, personalAnlegen } from './index.js'
import { seed } from './seed.js'

const { app } = await testApp()
const verwalter = personalActor(['konten.verwalten'])
const inTown = <T>(fn: Parameters<typeof app.db.withMandant<T>>[1], mandantId = musterstadt) => app.db.withMandant(mandantId, fn)

test('demo people are there once, however often the seed runs, with working logins', async () => {
  await seed(app, musterstadt, 'musterstadt')
  await seed(app, musterstadt, 'musterstadt')
  const sommer = await inTown((tx) => findPersonal(tx, 's.sommer'))
  assert.equal(sommer?.name, 'Sabine Sommer')
  assert.equal(demoLogins(app).filter((login) => login.mandant === 'musterstadt' && login.kennung === 's.sommer').length, 1)
  assert.equal(await inTown((tx) => findPersonal(tx, 's.sommer'), beispielhausen), undefined)
  assert.equal((await inTown((tx) => kontenById(tx, [sommer!.id]), beispielhausen)).size, 0)
})

test('a sign-in name is unique in its town, an e-mail address is not', async () => {
  await app.execute(verwalter, personalAnlegen, { kennung: 'n.neu', name: 'Nora Neu', email: 'amt@musterstadt.example' })
  await assert.rejects(app.execute(verwalter, personalAnlegen, { kennung: 'n.neu', name: 'Nils Neu' }), (error: unknown) => error instanceof Invalid && error.felder[0]?.feld === 'kennung')
  await app.execute(verwalter, personalAnlegen, { kennung: 'n.neu2', name: 'Nils Neu', email: 'amt@musterstadt.example' })
  await app.execute(personalActor(['konten.verwalten'], { mandantId: beispielhausen }), personalAnlegen, { kennung: 'n.neu', name: 'Nina Neu' })
  await assert.rejects(app.execute(personalActor([]), personalAnlegen, { kennung: 'x.x', name: 'X' }), Forbidden)
})

test('wrong details are all named at once', async () => {
  await assert.rejects(app.execute(verwalter, personalAnlegen, { kennung: 'Ungültig!', name: 'Имя', email: 'ohne-at' }),
    (error: unknown) => error instanceof Invalid && error.felder.map(({ feld }) => feld).join() === 'kennung,name,email')
})

test('changing what is the same changes nothing', async () => {
  const { id } = await app.execute(verwalter, personalAnlegen, { kennung: 'a.alt', name: 'Anna Alt' })
  await app.execute(verwalter, personalAendern, { id, name: 'Anna Neu', telefon: '123' })
  await app.execute(verwalter, personalAendern, { id, name: 'Anna Neu', telefon: '123' })
  assert.equal((await inTown((tx) => findPersonal(tx, 'a.alt')))?.name, 'Anna Neu')
})

test('a locked account is nobody at once and its sessions are gone; nobody locks the own one', async () => {
  const { id } = await app.execute(system(), buergerAnlegen, { nachname: 'Kurz', email: 'kurz@example.org', passwortHash: await passwortHash('ein langes Passwort') })
  const wer = async (art: 'buerger' | 'personal') => (await loadSession(app, musterstadt, await inTown((tx) => openSession(tx, Temporal.Now.instant(), { art, kontoId: id }))))?.actor.art
  assert.equal(await wer('buerger'), 'buerger')
  assert.equal(await wer('personal'), undefined)
  await app.execute(verwalter, kontoStatusSetzen, { id, status: 'gesperrt', grund: 'Verdacht auf Missbrauch' })
  assert.deepEqual(await inTown((tx) => sessionsOf(tx, id)), [])
  assert.equal(await wer('buerger'), undefined)
  await assert.rejects(app.execute(personalActor(['konten.verwalten'], { id }), kontoStatusSetzen, { id, status: 'aktiv', grund: 'selbst' }), Conflict)
})

test('one session more than a person may have ends the one not used for longest; of others who act for the account none', async () => {
  const { id } = await app.execute(system(), buergerAnlegen, { nachname: 'Viel', email: 'viel@example.org', passwortHash: await passwortHash('ein langes Passwort') })
  const beginn = Temporal.Now.instant()
  const oeffnen = (minute: number, daten = {}) => inTown((tx) => openSession(tx, beginn.add({ minutes: minute }), { art: 'buerger', kontoId: id, daten }))
  const fremd = await oeffnen(-1, { durch: { id: '01900000-0000-7000-8000-0000000000dd' } })
  const [erste = '', zweite = ''] = [await oeffnen(0), await oeffnen(1)]
  for (let minute = 2; minute <= SESSIONS_OF_A_PERSON; minute++) await oeffnen(minute)
  const offene = await inTown((tx) => tx.selectFrom('platform.sitzung' as never).select('token_hash' as never).where('konto_id' as never, '=', id as never).execute()) as { token_hash: Buffer }[]
  const offen = (token: string) => offene.some(({ token_hash: hash }) => hash.equals(hashOf(token)))
  assert.deepEqual([offene.length, offen(erste), offen(zweite), offen(fremd)], [SESSIONS_OF_A_PERSON + 1, false, true, true])
})

test('an interface has exactly its permissions; without a key it is nobody', async () => {
  const { id } = await app.execute(verwalter, dienstAnlegen, { kennung: 'fit-connect', name: 'FIT-Connect 2', rechte: ['eingang.verteilen', 'akte.lesen'] })
  assert.equal((await inTown((tx) => kontenById(tx, [id]))).get(id)?.art, 'dienst')
  assert.equal(await inTown((tx) => actorOfToken(tx, 'skd_abcdef_nichts')), undefined)
})

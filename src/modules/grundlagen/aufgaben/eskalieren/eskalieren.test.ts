import assert from 'node:assert/strict'
import { test } from 'node:test'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { caughtMails } from '../../../../platform/mail/index.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import { aufgabeAnlegen, aufgabeById } from '../index.js'
import { eskalation, stichtag } from './recurring.js'

const { app, settle } = await testApp()
for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, musterstadt, 'musterstadt')
const strassenverkehr = '01900000-0000-7000-8000-00000000e321'
const tag = (text: string) => Temporal.PlainDate.from(text)

test('two working days: weekends and holidays do not count', () => {
  assert.equal(stichtag(tag('2026-11-26'), 'NW').toString(), '2026-11-23', 'Thursday: Wednesday and Tuesday passed, due on Monday')
  assert.equal(stichtag(tag('2026-11-24'), 'NW').toString(), '2026-11-19', 'Tuesday: Monday and Friday passed')
  assert.equal(stichtag(tag('2026-12-28'), 'NW').toString(), '2026-12-22', 'Monday after Christmas')
})

test('overdue and free goes to the lead of the unit once, by mark, event and mail; taken or in time does not', async () => {
  const neu = (faelligAm: Temporal.PlainDate) => app.db.withMandant(musterstadt, async (tx) => {
    const { ctx, finish } = openContext(app, tx, system(), 'test.neu')
    const { aufgabeId } = await aufgabeAnlegen(ctx, { einheitId: strassenverkehr, gruppe: 'sachbearbeitung', titel: 'Antrag prüfen', maske: 'allgemein', faelligAm, kontext: { betreff: 'Geheimer Betreff', vorgangsnummer: 'MS-2026-000001-1' } })
    await finish()
    return aufgabeId
  })
  const heute = app.clock.today()
  const [alt, neuere] = [await neu(heute.subtract({ days: 20 })), await neu(heute)]
  const lauf = () => eskalation.run({ app, mandantId: musterstadt, actor: system(), signal: new AbortController().signal })
  await lauf(); await lauf()
  await settle()
  const lies = (id: string) => app.db.withMandant(musterstadt, (tx) => aufgabeById(tx, id))
  assert.ok((await lies(alt))?.eskaliertAm)
  assert.equal((await lies(neuere))?.eskaliertAm, null)
  const mails = (await caughtMails(app.db, musterstadt)).filter(({ betreff }) => betreff.includes('überfällig'))
  assert.deepEqual(mails.map(({ empfaenger }) => empfaenger.includes('l.lenz@')), [true])
  assert.doesNotMatch(mails[0]?.inhalt ?? '', /Geheimer Betreff/)
})

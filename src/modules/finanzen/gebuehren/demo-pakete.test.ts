import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { demoApp } from '../../../../test/demo.js'
import { musterstadt, system } from '../../../../test/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { findLeistung, pruefeGanzesPaket } from '../../grundlagen/leistungen/index.js'
import { lesePaketdateien } from '../../grundlagen/leistungen/importieren/paket-lesen.js'
import { rechne } from './festsetzung.js'

const { app, als } = await demoApp()
const rechneFuer = (schluessel: string, antworten: Record<string, unknown>) => app.db.withMandant(musterstadt, async (tx) => {
  const version = await findLeistung(tx, schluessel, app.clock.today())
  const ergebnis = version && await rechne(tx, version, antworten, Temporal.Instant.from('2026-11-22T10:00:00Z'))
  return ergebnis && { summe: ergebnis.rechnung.summe, offen: ergebnis.rechnung.offen.length }
})

test('the demo services are packages without a mistake, public, and cost what their tables say', async () => {
  for (const name of ['melderegisterauskunft', 'geburtsurkunde', 'sondernutzung']) {
    const befunde = await pruefeGanzesPaket(app, system(), await lesePaketdateien(join(projectRoot, 'demo/leistungen', name)))
    assert.deepEqual(befunde.filter(({ stufe }) => stufe !== 'hinweis'), [], name)
  }
  assert.deepEqual(await rechneFuer('melderegisterauskunft', {}), { summe: 1100n, offen: 0 })
  assert.deepEqual(await rechneFuer('geburtsurkunde', { anzahl: 3, verwendung: 'allgemein' }), { summe: 2800n, offen: 0 })
  assert.deepEqual(await rechneFuer('geburtsurkunde', { anzahl: 7, verwendung: 'allgemein' }), { summe: 5000n, offen: 0 })
  assert.deepEqual(await rechneFuer('geburtsurkunde', { anzahl: 3, verwendung: 'sozial' }), { summe: 0n, offen: 0 })
  assert.deepEqual(await rechneFuer('sondernutzung', { gemeinnuetzig: false }), { summe: 3500n, offen: 1 })
})

test('pages of treasury and administration open for those who may, and for nobody else', async () => {
  const kasse = await als('k.kaiser')
  for (const pfad of ['/arbeitsplatz/kasse', '/arbeitsplatz/kasse/forderungen', '/arbeitsplatz/kasse/erstattungen']) assert.equal((await kasse.get(pfad)).status, 200, pfad)
  const admin = await als('a.admin')
  for (const pfad of ['/verwaltung/gebuehren', '/verwaltung/gebuehren/geburtsurkunde', '/verwaltung/kasse', '/verwaltung/bezahldienst']) assert.equal((await admin.get(pfad)).status, 200, pfad)
  for (const pfad of ['/arbeitsplatz/kasse', '/verwaltung/gebuehren']) assert.equal((await (await als('p.post')).get(pfad)).status, 403, pfad)
  const seite = '/verwaltung/gebuehren/melderegisterauskunft'
  const falsch = await admin.senden(seite, { position: 'auskunft', art: 'cent', betrag: 'zwölf', grund: 'Satzung' })
  assert.equal(falsch.status, 422)
  const morgen = app.clock.today().add({ days: 1 })
  const gut = await admin.senden(seite, { position: 'auskunft', art: 'cent', betrag: '13,50', 'giltAb.tag': String(morgen.day), 'giltAb.monat': String(morgen.month), 'giltAb.jahr': String(morgen.year), grund: 'Satzung vom Montag' })
  assert.equal(gut.status, 303, gut.html.slice(0, 500))
  assert.match((await admin.get(seite)).html, /13,50[\s\S]*Satzung vom Montag/)
})

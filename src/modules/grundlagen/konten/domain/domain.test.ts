import assert from 'node:assert/strict'
import { geraetAus } from './geraet.js'
import { test } from 'node:test'
import { assert as pruefe, integer, property } from 'fast-check'
import { angabenMaengel } from './angaben.js'
import { kennwortMangel } from './kennwort.js'
import { lesbar, neuerDienstschluessel, zufallscode } from './schluessel.js'
import { totpCode, totpSchritt } from './totp.js'

const GEHEIMNIS = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const sekunde = (zahl: number) => Temporal.Instant.fromEpochMilliseconds(zahl * 1000)

test('TOTP gives the values of RFC 6238, appendix B (last six digits)', () => {
  for (const [zeit, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037']] as const) {
    assert.equal(totpCode(GEHEIMNIS, sekunde(zeit)), code)
    assert.equal(totpSchritt(GEHEIMNIS, code, sekunde(zeit)), BigInt(Math.floor(zeit / 30)))
  }
})

test('a code belongs to its own step also when the clocks differ by one; two steps are too far', () => {
  const code = totpCode(GEHEIMNIS, sekunde(3_000_000))
  assert.equal(totpSchritt(GEHEIMNIS, code, sekunde(3_000_030)), 100_000n)
  assert.equal(totpSchritt(GEHEIMNIS, code, sekunde(2_999_970)), 100_000n)
  assert.equal(totpSchritt(GEHEIMNIS, code, sekunde(3_000_060)), undefined)
  assert.equal(totpSchritt(GEHEIMNIS, 'abcdef', sekunde(3_000_000)), undefined)
})

test('codes survive being read aloud and typed: case, blanks, hyphens, O for 0, l and I for 1', () => {
  pruefe(property(integer({ min: 1, max: 5 }), (gruppen) => {
    const code = zufallscode(gruppen)
    assert.match(code, /^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4})*$/)
    assert.equal(lesbar(` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `), lesbar(code))
  }))
})

test('passwords: length counts, composition does not; common ones, rows of keys and the own name are refused', () => {
  const eigenes = ['Erika Mustermann', 'erika.mustermann@example.org']
  for (const gut of ['korrekt pferd batterie', 'ääääbcdefghijü!', 'das ist erikas langes passwort', '        ein satz mit leerzeichen']) assert.equal(kennwortMangel(gut, eigenes), undefined, gut)
  for (const schlecht of ['', 'kurz', 'Passwort2026!!', 'qwertzuiopü12', '123456789012', 'aaaaaaaaaaaa', 'abababababab', 'ErikaMustermann', 'mustermann2026', 'x'.repeat(201)]) assert.ok(kennwortMangel(schlecht, eigenes), schlecht)
})

test('names are Latin letters of DIN 91379, with what real names have', () => {
  for (const name of ['Łukasz O’Neill-Yılmaz', 'Nguyễn Thị', 'Dvořák', "D'Angelo", 'Å']) assert.deepEqual(angabenMaengel({ name }), [], name)
  for (const name of ['Иван', '李', 'Name<script>', 'a@b', 'Tab\tName']) assert.equal(angabenMaengel({ name }).length, 1, name)
  for (const email of ['a@b.de', 'vor.name+zusatz@sub.example.org', 'ü@müller.de']) assert.deepEqual(angabenMaengel({ email }), [], email)
  for (const email of ['a@b', 'a b@c.de', 'a@b.de, c@d.de', '<a@b.de>', 'a@@b.de', `${'x'.repeat(250)}@b.de`]) assert.equal(angabenMaengel({ email }).length, 1, email)
})

test('keys of machines are recognisable and never repeat', () => {
  const keys = Array.from({ length: 50 }, neuerDienstschluessel)
  assert.equal(new Set(keys.map(({ schluessel }) => schluessel)).size, 50)
  for (const { schluessel, praefix } of keys) assert.ok(schluessel.startsWith(`${praefix}_`) && schluessel.length > 50)
})

test('a device is known by family, never by version', () => {
  const faelle: readonly (readonly [string | undefined, string])[] = [
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Safari/537.36 Edg/124.0', 'Edge, Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile/15E148 Safari/604.1', 'Safari, iPhone'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0', 'Firefox, Android'], ['curl/8', ''], [undefined, ''],
  ]
  for (const [text, erwartet] of faelle) assert.equal(geraetAus(text), erwartet)
})

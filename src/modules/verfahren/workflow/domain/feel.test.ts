import assert from 'node:assert/strict'
import { test } from 'node:test'
import { feel, feelBoolean, FeelFehler, feelProblem } from './feel.js'
import { NOW } from './test-models.js'

const options = { now: NOW }

test('values come out as JSON', () => {
  const context = { betrag: 1200, name: 'Ada', liste: [1, 2, 3], akte: { nr: 7 }, leer: null }
  for (const [expression, value] of [
    ['betrag + 1', 1201], ['= betrag > 1000 and name = "Ada"', true], ['count(liste)', 3], ['akte.nr', 7],
    ['leer', null],
    ['{a: betrag, b: [name]}', { a: 1200, b: ['Ada'] }], ['if leer = null then "fehlt" else "da"', 'fehlt'],
    ['liste[item > 1]', [2, 3]], ['some x in liste satisfies x = 3', true], ['date("2027-01-31")', '2027-01-31'],
    ['jetzt', '2027-01-04T08:00:00Z'], ['heute', '2027-01-04'], ['plusTage(heute, 28)', '2027-02-01'],
    ['plusMonate("2027-01-31", 1)', '2027-02-28'], ['tageZwischen("2027-01-01", "2027-03-01")', 59],
    ['volleJahre("2009-01-05", heute)', 17], ['today()', '2027-01-04'],
  ] as const) assert.deepEqual(feel(expression, context, options), value, expression)
})

test('what plain FEEL lets pass in silence is an error', () => {
  const context = { zahl: 1, text: 'x', leer: null, akte: {} }
  for (const expression of [
    'unbekannt', 'unbekannt > 3', 'akte.nr = 1', 'zahl = text', 'zahl = "x"', 'zahl < "x"', 'zahl > leer',
    'zahl + text',
    'if zahl = "x" then 1 else 2', 'nirgends(1)', '1/0', 'zahl and true', 'zahl == 1', '', 'zahl >', '"a" + 1',
    'function(x) x', '(function(x) x)(1)', 'for i in 1..zahl return i', 'for i in 1..100000 return i',
    'matches(text, "(a+)+")',
    'plusTage("gestern", 1)', 'plusTage(heute, 1.5)', 'x'.repeat(2001), '[1..3]', 'zahl && true', '${zahl > 1}',
    'for a in [1] return for b in [1] return for c in [1] return 1', 'constructor', '__proto__', 'akte.constructor',
  ]) {
    assert.throws(() => feel(expression, context, options),
      (error: unknown) => error instanceof FeelFehler && error.message.length > 20, expression)
  }
})

test('loops over long lists cannot be nested', () => {
  const liste = Array.from({ length: 301 }, (_, index) => index)
  assert.equal(feel('count(for a in liste return a)', { liste }, options), 301)
  for (const expression of ['for a in liste return for b in liste return 1', 'for a in liste, b in liste return 1',
    'liste[some x in liste satisfies x = item]']) {
    assert.throws(() => feel(expression, { liste }, options), /zu lang/, expression)
  }
})

test('no variable can pretend another day', () => {
  assert.equal(feel('heute', { heute: '1999-01-01' }, options), '2027-01-04')
})

test('a condition must be true or false', () => {
  assert.equal(feelBoolean('1 < 2', {}, options), true)
  assert.throws(() => feelBoolean('1', {}, options), FeelFehler)
  assert.throws(() => feelBoolean('null', {}, options), FeelFehler)
})

test('whether an expression can be read is known without its variables', () => {
  assert.equal(feelProblem('betrag > 100 and akte.art = "Bau"'), undefined)
  assert.equal(feelProblem('plusTage(antrag.datum, 14)'), undefined)
  for (const expression of ['a >', '${a}', 'a == 1', 'a && b', '', 'execution.getVariable("x") == null']) {
    assert.ok(feelProblem(expression), expression)
  }
})

test('money as integer cents stays exact where decimals do not', () => {
  assert.equal(feel('preis * 3 = 30', { preis: 10 }, options), true)
  assert.equal(feel('0.1 * 3 = 0.3', {}, options), false)
})

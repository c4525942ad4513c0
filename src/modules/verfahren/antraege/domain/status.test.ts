import assert from 'node:assert/strict'
import { test } from 'node:test'
import { darfWerden, istRuecknehmbar, istStatus, ZUSTAENDE, type AntragStatus } from './status.js'

const alle = Object.keys(ZUSTAENDE) as AntragStatus[]

test('every target of a transition is a state, and nothing goes back to having just arrived', () => {
  for (const status of alle) {
    for (const nach of ZUSTAENDE[status].nach) assert.ok(istStatus(nach), `${status} → ${nach}`)
    assert.equal(darfWerden(status, 'EINGEGANGEN'), false)
    assert.equal(darfWerden(status, status), false)
  }
})

test('what can be taken back can become withdrawn, and nothing else can', () => {
  for (const status of alle) assert.equal(istRuecknehmbar(status), darfWerden(status, 'ZURUECKGENOMMEN'), status)
})

test('words of other kinds are no state', () => {
  for (const wort of ['', 'toString', 'eingegangen', null, 7]) assert.equal(istStatus(wort), false)
})

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { antragslage, antragszeiten, berlinerZeit, naechsterWechsel, schliessungAusLage, wannText } from './antragszeit.js'
import type { StammdatenEntwurf } from './stammdaten.js'

const stammdaten = {
  schluessel: 'wahl', bezeichnung: 'Wahl', kurztext: 'Wahl', ausserhalb: { vorher: 'Warten.', nachher: 'Ins Wahllokal.', nie: 'Keine Wahl.' },
  antragszeiten: [{ anlass: 'Wahl', von: '2026-10-26T08:00', bis: '2026-12-04T15:00' }, { anlass: 'Stichwahl', von: '2026-12-07T08:00', bis: '2026-12-18T15:00:30' }],
} as const satisfies StammdatenEntwurf
const zeiten = antragszeiten(stammdaten as never, [])
const grund = (am: string) => schliessungAusLage(stammdaten as never, antragslage(zeiten, Temporal.Instant.from(am)), Temporal.Instant.from(am))?.grund
const zone = process.env['TZ']
afterEach(() => { if (zone === undefined) delete process.env['TZ']; else process.env['TZ'] = zone })

test('it opens and closes to the second of Berlin, whatever zone server and visitor are in', () => {
  // 15:00 in Berlin is 14:00 UTC in winter, 09:00 in New York and 04:00 of the next day on Kiritimati.
  for (const tz of ['America/New_York', 'Pacific/Kiritimati', 'UTC']) {
    process.env['TZ'] = tz
    assert.equal(grund('2026-12-04T13:59:59Z'), undefined, tz)
    assert.equal(grund('2026-12-04T09:00:00-05:00'), 'Stichwahl: Den Antrag können Sie ab Montag, 7. Dezember 2026, 08:00 Uhr (deutsche Zeit) stellen.', tz)
    assert.equal(grund('2026-12-05T03:59:59+14:00'), undefined, tz)
    assert.equal(grund('2026-12-18T14:00:29Z'), undefined, tz)
    assert.equal(grund('2026-12-18T14:00:30Z'), 'Stichwahl: Die Frist ist am Freitag, 18. Dezember 2026, 15:00:30 Uhr (deutsche Zeit) abgelaufen.', tz)
    assert.match(grund('2026-10-26T06:59:59Z') ?? '', /^Wahl: .* 26\. Oktober 2026, 08:00 Uhr/, tz)
    assert.equal(grund('2026-10-26T07:00:00Z'), undefined, tz)
  }
})

test('the hours that the clocks skip or repeat have one meaning', () => {
  assert.equal(berlinerZeit('2026-03-29T02:30').toString(), '2026-03-29T01:30:00Z')
  assert.equal(berlinerZeit('2026-10-25T02:30').toString(), '2026-10-25T00:30:00Z')
  assert.match(wannText(berlinerZeit('2026-10-25T02:30')), /Sonntag, 25\. Oktober 2026, 02:30 Uhr/)
})

test('times of the administration replace those of the package; without any it is always open', () => {
  const eigene = [{ anlass: 'Neu', von: Temporal.Instant.from('2027-01-01T00:00:00Z'), bis: Temporal.Instant.from('2027-01-02T00:00:00Z') }]
  assert.deepEqual(antragszeiten(stammdaten as never, eigene), eigene)
  assert.equal(antragslage([], Temporal.Instant.from('2026-12-24T00:00:00Z')), undefined)
  assert.equal(naechsterWechsel(zeiten, Temporal.Instant.from('2026-12-04T14:00:00Z'))?.toString(), '2026-12-07T07:00:00Z')
  assert.equal(naechsterWechsel(zeiten, Temporal.Instant.from('2027-01-01T00:00:00Z')), undefined)
})

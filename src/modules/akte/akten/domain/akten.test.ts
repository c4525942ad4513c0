import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  anbietungSpaetestens, aufbewahrung, aufbewahrungInWorten, aufbewahrungsende, istAbgelaufen, istAussonderungsreif,
  type Aufbewahrungsregel,
} from './aufbewahrung.js'
import { aenderung, istUnveraenderlich, type DokumentLage } from './unveraenderlichkeit.js'
import { formatVorgangsnummer, parseVorgangsnummer, type Vorgangsnummer } from './vorgangsnummer.js'
import {
  AKTE_UEBERGAENGE, akteUebergang, moeglicheVerben, offeneVorgaenge, vorgangUebergang, VORGANG_UEBERGAENGE,
  type AkteStatus,
  type AkteVerb,
} from './zustaende.js'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const staaten = Object.keys(AKTE_UEBERGAENGE) as AkteStatus[]
const verben = [...new Set(staaten.flatMap((status) => Object.keys(AKTE_UEBERGAENGE[status])))] as AkteVerb[]

test('the life of an Akte runs as in Z4, and only so', () => {
  const weg: [AkteVerb, AkteStatus][] = [
    ['zdaVerfuegen', 'ZDA'], ['wiederOeffnen', 'WIEDER_OFFEN'], ['zdaVerfuegen', 'ZDA'],
    ['aussonderungsreifMelden', 'AUSSONDERUNGSREIF'], ['anbieten', 'ANGEBOTEN'],
    ['alsArchivwuerdigBewerten', 'BEWERTET_A'],
    ['uebergeben', 'UEBERGEBEN'], ['uebernahmeBestaetigen', 'UEBERNAHME_BESTAETIGT'], ['loeschen', 'GELOESCHT'],
  ]
  let status: AkteStatus = 'OFFEN'
  for (const [verb, nach] of weg) {
    assert.deepEqual(akteUebergang(status, verb), { art: 'ERLAUBT', nach })
    status = nach
  }
  assert.deepEqual(moeglicheVerben('GELOESCHT'), [])
  assert.equal(akteUebergang('OFFEN', 'loeschen').art, 'VERBOTEN')
})

test('nothing is deleted before the archive confirmed or decided V (C5-09)', () => {
  const loeschbar = staaten.filter((status) => akteUebergang(status, 'loeschen').art === 'ERLAUBT')
  assert.deepEqual(loeschbar, ['BEWERTET_V', 'UEBERNAHME_BESTAETIGT'])
})

test('repeated commands are recognised, a Löschsperre stops Aussonderung in every state', () => {
  for (const von of staaten) {
    for (const verb of verben) {
      const result = akteUebergang(von, verb)
      if (result.art === 'ERLAUBT') {
        const again = akteUebergang(result.nach, verb)
        assert.ok(again.art === 'SCHON_GESCHEHEN', `${verb} twice from ${von}`)
      }
      const gesperrt = akteUebergang(von, verb, ['LOESCHSPERRE'])
      if (!['zdaVerfuegen', 'wiederOeffnen', 'uebernahmeBestaetigen', 'uebernahmeAblehnen'].includes(verb)) {
        assert.notEqual(gesperrt.art, 'ERLAUBT')
      }
    }
  }
  assert.equal(vorgangUebergang('OFFEN', 'wiederOeffnen').art, 'VERBOTEN')
  assert.equal(vorgangUebergang('ZDA', 'zdaVerfuegen').art, 'SCHON_GESCHEHEN')
  assert.deepEqual(Object.keys(VORGANG_UEBERGAENGE.ZDA), ['wiederOeffnen', 'loeschen'])
  assert.equal(offeneVorgaenge([{ status: 'ZDA' }, { status: 'WIEDER_OFFEN' }]).length, 1)
})

const plan: Aufbewahrungsregel = { quelle: 'Aktenplan', dauer: { jahre: 10 }, startEreignis: 'ZDA', jahresende: true }
const beleg: Aufbewahrungsregel = {
  quelle: '§ 59 KomHVO NRW', dauer: { jahre: 6 }, startEreignis: 'HHJ_RATSBESCHLUSS', jahresende: true,
}
const bga: Aufbewahrungsregel = {
  quelle: '§ 147 AO', dauer: { jahre: 8 }, startEreignis: 'ENTSTEHUNG', jahresende: true,
}
const dauernd: Aufbewahrungsregel = {
  quelle: 'Archiv', dauer: { unbefristet: true }, startEreignis: 'ZDA', jahresende: true,
}

test('Z2: retention ends with the year', () => {
  assert.equal(aufbewahrungsende(day('2026-03-15'), 10).toString(), '2036-12-31')
  assert.equal(aufbewahrungsende(day('2026-12-31'), 10).toString(), '2036-12-31')
  assert.equal(aufbewahrungsende(day('2027-01-01'), 10).toString(), '2037-12-31')
  assert.equal(aufbewahrungsende(day('2028-02-29'), 1).toString(), '2029-12-31')
  assert.equal(aufbewahrungsende(day('2026-03-15'), 0).toString(), '2026-12-31')
  const ende = (iso: string): string | undefined =>
    aufbewahrung([beleg], { HHJ_RATSBESCHLUSS: day(iso) }).ende?.toString()
  assert.equal(ende('2026-12-10'), '2032-12-31')
  assert.equal(ende('2027-02-15'), '2033-12-31')
  assert.equal(aufbewahrung([bga], { ENTSTEHUNG: day('2026-05-04') }).ende?.toString(), '2034-12-31')
})

test('the longest rule wins and all are listed (C5-02)', () => {
  const ereignisse = { ZDA: day('2026-03-15'), HHJ_RATSBESCHLUSS: day('2027-02-15'), ENTSTEHUNG: day('2026-01-02') }
  const result = aufbewahrung([beleg, plan, bga], ereignisse)
  assert.equal(aufbewahrungInWorten(result), '31.12.2036 (Aktenplan)')
  assert.deepEqual(result.alle.map((eine) => (eine.art === 'BIS' ? eine.ende.year : 0)), [2033, 2036, 2034])
  assert.equal(aufbewahrung([plan, dauernd], ereignisse).art, 'UNBEFRISTET')
  assert.equal(aufbewahrungInWorten(aufbewahrung([plan, beleg], { ZDA: day('2026-03-15') })),
    'noch nicht begonnen (§ 59 KomHVO NRW)')
  assert.throws(() => aufbewahrung([], ereignisse), RangeError)
  const dates = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(dates, (jahre) => {
    const regeln = jahre.map((n): Aufbewahrungsregel => ({ ...plan, dauer: { jahre: n } }))
    assert.equal(aufbewahrung(regeln, ereignisse).ende?.year, 2026 + Math.max(...jahre))
  }))
})

test('aussonderungsreif is the day after the last retention, without Löschsperre (C5-04, C5-06)', () => {
  const kurz = aufbewahrung([plan], { ZDA: day('2016-06-01') })
  const lang = aufbewahrung([plan], { ZDA: day('2017-06-01') })
  assert.equal(istAbgelaufen(kurz, day('2026-12-31')), false)
  assert.equal(istAbgelaufen(kurz, day('2027-01-01')), true)
  assert.equal(istAussonderungsreif([kurz, lang], day('2027-01-01'), false), false)
  assert.equal(istAussonderungsreif([kurz], day('2027-01-01'), false), true)
  assert.equal(istAussonderungsreif([kurz], day('2027-01-01'), true), false)
  assert.equal(istAussonderungsreif([], day('2027-01-01'), false), false)
  assert.equal(istAbgelaufen(aufbewahrung([dauernd], {}), day('2999-01-01')), false)
  assert.equal(anbietungSpaetestens(day('2026-03-15')).toString(), '2056-03-15')
})

const nummern = fc.record({
  kuerzel: fc.constantFrom('MS', 'BH', 'WES', 'REMS'),
  jahr: fc.integer({ min: 2000, max: 2099 }),
  lfd: fc.integer({ min: 1, max: 9_999_999 }),
}, { noNullPrototype: true })
const lies = (text: string): Vorgangsnummer | string => {
  const result = parseVorgangsnummer(text)
  return result.ok ? result.value : result.code
}

test('a Vorgangsnummer survives being read aloud and typed', () => {
  const nummer = { kuerzel: 'MS', jahr: 2026, lfd: 123 }
  const text = formatVorgangsnummer(nummer)
  assert.match(text, /^MS-2026-000123-\d$/)
  const pruef = text.slice(-1)
  for (const typed of [text.toLowerCase(), `ms 2026 000123 ${pruef}`, `MS-2026-123-${pruef}`, `MS/2O26/OOO123/${pruef}`,
    text.replaceAll('-', ''), ` Vorgang: ${text} `, `MS–2026–000123–${pruef}`]) {
    assert.deepEqual(lies(typed), nummer, typed)
  }
  for (const wrong of ['', 'MS', 'MS-2026-000000-0', 'MÜ-2026-000001-1', '2026-000123-7', 'ABCDE-2026-1-1']) {
    assert.equal(lies(wrong), 'format', wrong)
  }
  assert.throws(() => formatVorgangsnummer({ ...nummer, kuerzel: 'm' }), RangeError)
})

test('every wrong digit and every swap of neighbours is noticed', () => {
  fc.assert(fc.property(nummern, fc.nat(), fc.integer({ min: 1, max: 9 }), (nummer, at, delta) => {
    const text = formatVorgangsnummer(nummer)
    assert.deepEqual(lies(text), nummer)
    const places = [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []))
    const place = places[at % places.length] ?? 0
    const wrong = [...text].with(place, String((Number(text[place]) + delta) % 10)).join('')
    assert.equal(typeof lies(wrong), 'string', wrong)
    const next = text[place + 1]
    if (next !== undefined && /\d/.test(next) && next !== text[place]) {
      const swapped = [...text].with(place, next).with(place + 1, text[place] ?? '').join('')
      assert.equal(typeof lies(swapped), 'string', swapped)
    }
  }))
  const grosse = formatVorgangsnummer({ kuerzel: 'MS', jahr: 2071, lfd: 8_000_000 })
  assert.equal(lies(grosse.replace('-80', '-08')), 'pruefziffer', 'seen by chance: seven places, the first two swapped')
})

test('versions are frozen by Zeichnung, dispatch and z.d.A. (C2-05)', () => {
  const frei: DokumentLage = {
    mitgezeichnet: false, schlussgezeichnet: false, versandt: false, eingegangen: false, vorgang: 'OFFEN',
    akte: 'OFFEN',
  }
  const art = (mehr: Partial<DokumentLage>): string => aenderung({ ...frei, ...mehr }).art
  assert.deepEqual(aenderung(frei), { art: 'NEUE_VERSION', zeichnungenAufAlterVersion: false })
  assert.deepEqual(aenderung({ ...frei, mitgezeichnet: true }), {
    art: 'NEUE_VERSION', zeichnungenAufAlterVersion: true,
  })
  assert.equal(art({ schlussgezeichnet: true }), 'NEUES_DOKUMENT')
  assert.equal(art({ versandt: true }), 'NEUES_DOKUMENT')
  assert.equal(art({ eingegangen: true }), 'NEUES_DOKUMENT')
  assert.equal(art({ vorgang: 'ZDA' }), 'WIEDER_OEFFNEN')
  assert.equal(art({ akte: 'ANGEBOTEN' }), 'WIEDER_OEFFNEN')
  assert.equal(art({ vorgang: 'WIEDER_OFFEN', akte: 'WIEDER_OFFEN' }), 'NEUE_VERSION')
  assert.equal(art({ akte: 'GELOESCHT' }), 'UNMOEGLICH')
  assert.equal(istUnveraenderlich(frei), false)
  const fest: Partial<DokumentLage>[] = [
    { mitgezeichnet: true }, { versandt: true }, { vorgang: 'ZDA' }, { akte: 'ZDA' },
  ]
  for (const mehr of fest) {
    assert.equal(istUnveraenderlich({ ...frei, ...mehr }), true)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import { pagesFor, parsePage, renderSeite, renderZusammenfassung, summaryOf, submissionSchema } from '../index.js'
import type { Fehler, Seite } from '../index.js'
import { formularMit, HEUTE, parkausweis } from '../test/muster.js'

const formular = parkausweis()

const zeige = (seite: Seite, mehr: Partial<Parameters<typeof renderSeite>[0]> = {}): string =>
  render(renderSeite({ formular, seite, antworten: {}, ...mehr }))

test('Jede Seite hat eine Überschrift, jedes Eingabefeld eine Beschriftung, jede ID einmal', () => {
  for (const seite of formular.seiten) {
    const html = zeige(seite)
    assert.equal(html.match(/<h1/gu)?.length, 1, seite.name)
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length, `${seite.name}: ${ids.join(' ')}`)
    for (const [feld] of html.matchAll(/<(?:input|select|textarea)[^>]*>/gu)) {
      const id = / id="([^"]+)"/u.exec(feld)?.[1]
      assert.ok(id !== undefined && html.includes(`for="${id}"`), feld)
    }
    assert.doesNotMatch(html, /<script|style="|undefined|\[object/u, seite.name)
  }
})

test('Jeder Fehler verweist auf ein Element, das es gibt, und die Eingabe bleibt stehen', () => {
  for (const seite of formular.seiten) {
    const gesendet = Object.fromEntries(seite.fragen.flatMap(({ name }) =>
      [[name, '<?>'], [`${name}.familienname`, 'Ж'], [`${name}.plz`, '1'], [`${name}.jahr`, '19']]))
    const { fehler } = parsePage(formular, seite, gesendet, {}, { ...HEUTE, uploads: [] })
    const ganze = { ...seite, fragen: seite.fragen.map(({ wenn: _wenn, ...frage }) => frage) }
    const html = zeige(ganze, { fehler, gesendet })
    for (const [, ziel] of html.matchAll(/href="#([^"]+)"/gu)) assert.ok(html.includes(`id="${ziel}"`),
      `${seite.name}: ${ziel}`)
    assert.ok(!html.includes('<?>'), 'posted text is escaped')
  }
  const wohnung = formular.seiten.find(({ name }) => name === 'wohnung')
  assert.ok(wohnung)
  assert.match(zeige(wohnung,
    { gesendet: { 'anschrift.plz': '1234' }, fehler: [{ feld: 'anschrift.plz', code: 'plz', text: 'Fünf Ziffern' }] }),
      /value="1234"/u)
})

test('Die Information nach Art. 13 steht auf ihrer Seite, vollständig', () => {
  const seite = pagesFor(formular, { hauptwohnung: true, stellplatz: false }, HEUTE).find(({ art }) =>
    art === 'datenschutz')
  assert.ok(seite)
  const html = zeige(seite)
  for (const wort of ['verantwortlich', 'Wofür', 'Gesetz', 'Wer bekommt', 'Wie lange', 'Rechte',
    'datenschutz@']) assert.ok(html.includes(wort), wort)
})

test('Englisch: Texte übersetzt, Fehlendes deutsch mit lang, Hinweis auf die amtliche Sprache', () => {
  const [check] = formular.seiten
  assert.ok(check)
  const html = zeige(check, { lang: 'en' })
  assert.match(html, /Is your main home in a resident parking zone\?/u)
  assert.match(html, /not official/u)
  const nurDeutsch = formularMit({ typ: 'text', name: 'a', label: 'Rufname' }, { typ: 'text', name: 'b' })
  const seite = nurDeutsch.seiten[1]
  assert.ok(seite)
  assert.match(render(renderSeite({ formular: nurDeutsch, seite, antworten: {}, lang: 'en' })),
    /<span lang="de">Rufname<\/span>/u)
})

test('Gespeichertes füllt die Felder: Datum, Betrag, Auswahl, Gruppe, Datei', () => {
  const alle = formularMit({ typ: 'datum', name: 'd' }, { typ: 'betrag', name: 'b' },
    { typ: 'iban', name: 'i', zweck: 'auszahlung' },
    { typ: 'mehrfachauswahl', name: 'm', optionen: [{ wert: 'x', label: 'X' }, { wert: 'y', label: 'Y' }] },
    { typ: 'gruppe', name: 'g', fragen: [{ typ: 'text', name: 't', label: 'T' }] },
      { typ: 'datei', name: 'f', maxAlter: 'P3M', nachreichbar: true })
  const seite = alle.seiten[1]
  assert.ok(seite)
  const antworten = { d: '2026-03-05', b: 123_405, i: 'DE89370400440532013000', m: ['y'],
    g: [{ t: 'eins' }, { t: 'zwei' }] }
  const html = render(renderSeite({
    formular: alle, seite, antworten,
      uploads: [{ slot: 'f', id: 'u7', dateiname: 'a<b.pdf', bytes: 1000, mediaType: 'application/pdf' }],
  }))
  for (const stueck of ['value="05"', 'value="2026"', 'value="1234,05"', 'DE89 3704', 'value="zwei"', 'a&lt;b.pdf',
    '3 Monate', 'value="u7"']) {
    assert.ok(html.includes(stueck), stueck)
  }
  assert.ok(submissionSchema(alle))
})

test('Prüfseite: Zeilen mit Umbruch, Fehlerliste leer, Verweise zum Ändern', () => {
  const abschnitte = summaryOf(formular,
    { anschrift: { art: 'strasse', strasse: 'Weg', plz: '45991', ort: 'Musterstadt' } }, [], HEUTE)
  const html = render(renderZusammenfassung(abschnitte, (seite) => `/antrag/${seite}`))
  assert.match(html, /Weg<\/span><span><br\/>45991 Musterstadt/u)
  assert.match(html, /href="\/antrag\/wohnung"/u)
  const keine: readonly Fehler[] = []
  assert.ok(!zeige(formular.seiten[0] as Seite, { fehler: keine }).includes('sk-error-summary'))
})

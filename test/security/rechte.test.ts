/** Who may do what in the demo town, written down by hand: whoever changes a role or a permission has to change it here as well. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { module } from '../../src/modules.js'
import { projectRoot } from '../../src/platform/config/root.js'
import { useCases } from '../../src/platform/usecases/usecase.js'
import { demoApp } from '../demo.js'

const rollen = ['sachbearbeitung', 'teamleitung', 'poststelle', 'fachadmin', 'revision', 'archiv', 'programmbuero', 'projektleitung', 'vorstand', 'extern'] as const
type Rolle = (typeof rollen)[number]
const datei = parse(readFileSync(join(projectRoot, 'demo/musterstadt/organisation.yaml'), 'utf8')) as { rollen: { schluessel: string; rechte: string[] }[] }
const rechteVon = (rolle: Rolle): readonly string[] => datei.rollen.find(({ schluessel }) => schluessel === rolle)?.rechte ?? []

/** All that hold it; every other role must not. */
const erwartet: Readonly<Record<string, readonly Rolle[]>> = {
  'bescheid.zeichnen': ['teamleitung'],
  'bescheid.entwerfen': ['sachbearbeitung', 'teamleitung'],
  'antrag.bearbeiten': ['sachbearbeitung', 'teamleitung'],
  'antrag.einreichen': [],
  'vorgang.lesen': ['sachbearbeitung', 'teamleitung', 'archiv', 'vorstand'],
  'vorgang.bearbeiten': ['sachbearbeitung', 'teamleitung'],
  'vorgang.schliessen': ['sachbearbeitung', 'teamleitung'],
  'vorgang.wiederoeffnen': ['teamleitung'],
  'akte.lesen': ['sachbearbeitung', 'teamleitung', 'archiv', 'vorstand'],
  'akte.anlegen': ['sachbearbeitung', 'teamleitung'],
  'dokument.ablegen': ['sachbearbeitung', 'teamleitung'],
  'aufgabe.zuweisen': ['teamleitung'],
  'eingang.verteilen': ['teamleitung', 'poststelle'],
  'ausgang.aufgeben': ['poststelle'],
  'protokoll.lesen': ['fachadmin', 'revision'],
  'konten.verwalten': ['fachadmin'],
  'organisation.verwalten': ['fachadmin'],
  'mandant.verwalten': ['fachadmin'],
  'leistung.verwalten': ['fachadmin'],
  'prozess.verwalten': ['fachadmin'],
  'programm.lesen': ['programmbuero', 'projektleitung', 'vorstand'],
  'programm.mitwirken': ['extern'],
  'berichte.lesen': ['programmbuero', 'projektleitung', 'vorstand'],
  'berichte.schreiben': ['programmbuero', 'projektleitung'],
  'planung.lesen': ['programmbuero', 'projektleitung', 'vorstand'],
  'planung.bearbeiten': ['programmbuero', 'projektleitung'],
  'planung.genehmigen': ['vorstand'],
  'projektantrag.lesen': ['programmbuero', 'vorstand'],
  'projektantrag.zurueckziehen': ['vorstand'],
  'projektantrag.abfragen': ['programmbuero'],
  'finanzplan.lesen': ['programmbuero', 'projektleitung', 'vorstand'],
  'finanzplan.bearbeiten': ['programmbuero', 'projektleitung'],
  'finanzplan.verwalten': ['programmbuero'],
}

for (const [recht, halten] of Object.entries(erwartet)) {
  test(`${recht}: ${halten.join(', ') || 'no role'}`, () => {
    assert.ok(module.some((modul) => modul.rechte?.some(({ name }) => name === recht)), 'no room declares it')
    assert.deepEqual(rollen.filter((rolle) => rechteVon(rolle).includes(recht)), halten)
  })
}

test('a role holds only permissions that exist', () => {
  const bekannt = new Set(module.flatMap((modul) => modul.rechte ?? []).map(({ name }) => name))
  assert.deepEqual(rollen.flatMap(rechteVon).filter((recht) => !bekannt.has(recht)), [])
})

test('what asks for a permission asks for one that a room declares', () => {
  const bekannt = new Set(module.flatMap((modul) => modul.rechte ?? []).map(({ name }) => name))
  const unbekannt = [...useCases.values()].flatMap(({ name, allow }) => allow.rechte.filter((recht) => !bekannt.has(recht)).map((recht) => `${name}: ${recht}`))
  assert.ok(useCases.size > 60)
  assert.deepEqual(unbekannt, [])
})

test('no command of the staff is open to citizens', () => {
  const offen = [...useCases.values()].filter(({ art, allow }) => art === 'command' && allow.rechte.length > 0 && (allow.arten.includes('buerger') || allow.arten.includes('gast')))
  // A citizen hands in for himself, a clerk for somebody else.
  assert.deepEqual(offen.map(({ name }) => name).sort(), ['antraege.antragEinreichen'])
})

/** Pages as real people of these roles get them; the citizen last. 303: sent to sign in. */
const leute = ['s.sommer', 'l.lenz', 'p.post', 'a.admin', 'r.revision', 'p.plan', 'n.nachbar', 'erika.muster']
const seiten: Readonly<Record<string, readonly number[]>> = {
  '/verwaltung/benutzer': [403, 403, 403, 200, 403, 403, 403, 303],
  '/verwaltung/benutzer/neu': [403, 403, 403, 200, 403, 403, 403, 303],
  '/verwaltung/protokoll': [403, 403, 403, 200, 200, 403, 403, 303],
  '/verwaltung/leistungen': [403, 403, 403, 200, 403, 403, 403, 303],
  '/arbeitsplatz/akten': [200, 200, 403, 403, 403, 403, 403, 303],
  '/arbeitsplatz/suche': [200, 200, 200, 403, 403, 403, 403, 303],
  '/arbeitsplatz/programm': [403, 403, 403, 403, 403, 200, 403, 303],
  '/arbeitsplatz/planung': [403, 403, 403, 403, 403, 200, 403, 303],
  '/arbeitsplatz/finanzplan': [403, 403, 403, 403, 403, 200, 403, 303],
  '/arbeitsplatz/programm/externe': [403, 403, 403, 403, 403, 200, 403, 303],
  '/arbeitsplatz/berichte': [403, 403, 403, 403, 403, 200, 403, 303],
  '/arbeitsplatz/berichte/uebergabe': [403, 403, 403, 403, 403, 200, 403, 303],
  '/arbeitsplatz/mitarbeit': [403, 403, 403, 403, 403, 403, 200, 303],
  '/konto': [303, 303, 303, 303, 303, 303, 303, 200],
}

test('the same over HTTP', async () => {
  const demo = await demoApp()
  const bekommen: Record<string, number[]> = {}
  for (const kennung of leute) {
    const besucher = await demo.als(kennung)
    for (const pfad of Object.keys(seiten)) (bekommen[pfad] ??= []).push((await besucher.get(pfad)).status)
  }
  assert.deepEqual(bekommen, seiten)
})

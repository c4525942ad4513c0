import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as fc from 'fast-check'
import { erstattungBeantragen, erstattungEntscheiden } from '../../src/modules/finanzen/forderungen/erstatten/command.js'
import { buchungenVon, erstattungen } from '../../src/modules/finanzen/forderungen/forderung.js'
import { forderungErheben, zahlungErfassen } from '../../src/modules/finanzen/forderungen/index.js'
import { aufgabeAnlegen } from '../../src/modules/grundlagen/aufgaben/index.js'
import { rolleZuweisen, rollenbildVon, vertretungBeenden, vertretungEinrichten } from '../../src/modules/grundlagen/organisation/index.js'
import { bescheidZeichnen, bescheidZuVorgang, zurZeichnungGeben } from '../../src/modules/verfahren/bescheide/index.js'
import type { Inhalt } from '../../src/modules/verfahren/bescheide/domain/inhalt.js'
import { demoStadt, imSystem, testFall } from '../../src/modules/verfahren/fallbearbeitung/testfall.js'
import { ExpectedError } from '../../src/platform/errors.js'
import { newId } from '../../src/platform/time/index.js'
import type { Actor } from '../../src/platform/usecases/actor.js'
import { musterstadt, system, testApp } from '../app.js'

/**
 * Four eyes with the real thing: roles and substitutions are rows that commands make, and whoever acts has what the database gives them
 * today. Whatever people set up between two signatures, one person never gives both, for decisions and for money that is given back.
 */
const { app } = await testApp({ worker: false })
const personen = ['01900000-0000-7000-8000-00000000a001', '01900000-0000-7000-8000-00000000a002', '01900000-0000-7000-8000-00000000a003'] as const
const heute = app.clock.today().toString()
before(async () => {
  await demoStadt(app, musterstadt)
  for (const kontoId of personen) for (const rolle of ['kasse', 'sachbearbeitung']) await app.execute(system(), rolleZuweisen, { kontoId, rolle })
  await app.execute(system(), rolleZuweisen, { kontoId: personen[2], rolle: 'kassenleitung' })
})

async function als(id: string): Promise<Actor> {
  const { zuweisungen, stufe } = await app.db.withMandant(musterstadt, (tx) => rollenbildVon(tx, id, app.clock.today()))
  return { art: 'personal', mandantId: musterstadt, id, name: id, stufe, zuweisungen }
}

const INHALT: Inhalt = {
  art: 'genehmigung', betreff: 'Ausweis', anrede: 'Guten Tag,', tenor: 'Sie erhalten den Ausweis.', nebenbestimmungen: '', begruendung: 'Sie wohnen dort.', kosten: '',
  versand: { kanal: 'post', name: 'Erika Muster', anschrift: ['Am Markt 1', '45991 Musterstadt'], kontoId: null },
}
type Schritt = { readonly wer: number; readonly wen: number; readonly was: 'vertreten' | 'beenden' | 'leitung' | 'vorlegen' | 'zeichnen' | 'beantragen' | 'freigeben' }

/** One case and one payment on which a run tries its luck. */
async function lage() {
  const { vorgangId } = await testFall(app, musterstadt)
  const einheitId = await app.db.withMandant(musterstadt, async (tx) => (await import('../../src/modules/akte/akten/index.js')).vorgangById(tx, vorgangId)).then((vorgang) => vorgang?.einheitId ?? '')
  const forderung = await imSystem(app, musterstadt, (ctx) => forderungErheben(ctx, {
    bezug: { entwurfId: newId() }, einheitId: null, inhaber: null, schuldner: { name: 'Erika Muster', anschrift: [] }, leistung: 'probe', bezeichnung: 'Ausweis', cent: 5000n, faelligAm: app.clock.today().add({ days: 30 }), wege: ['bar'],
    aufstellung: { positionen: [{ bezeichnung: 'Ausweis', cent: '5000', erklaerung: 'fest' }], minderungen: [], rechtsgrundlage: '§ 1', stichtag: heute },
  }))
  await app.execute(await als(personen[0]), zahlungErfassen, { forderungId: forderung.id, cent: 5000, weg: 'bar', wertstellung: heute, referenz: newId() })
  const zahlung = (await app.db.withMandant(musterstadt, (tx) => buchungenVon(tx, forderung.id))).find(({ art }) => art === 'zahlung')
  return { vorgangId, einheitId, forderungId: forderung.id, zahlungId: zahlung?.id ?? '', vertretungen: [] as string[] }
}
type Lage = Awaited<ReturnType<typeof lage>>

async function tue({ wer, wen, was }: Schritt, ort: Lage): Promise<void> {
  const [id, anderer] = [personen[wer] ?? '', personen[wen] ?? '']
  const aufgabe = (gruppe: string) => imSystem(app, musterstadt, (ctx) => aufgabeAnlegen(ctx, { vorgangId: ort.vorgangId, einheitId: ort.einheitId, gruppe, titel: 'Probe', maske: 'allgemein', kontext: { betreff: 'x' } }))
  if (was === 'vertreten') ort.vertretungen.push((await app.execute(system(), vertretungEinrichten, { vertretenerId: anderer, vertreterId: id, von: heute, bis: heute, grund: 'Probe' })).id)
  else if (was === 'beenden') { const vertretungId = ort.vertretungen.pop(); if (vertretungId) await app.execute(system(), vertretungBeenden, { vertretungId } as never) }
  else if (was === 'leitung') await app.execute(system(), rolleZuweisen, { kontoId: id, rolle: 'teamleitung' })
  else if (was === 'vorlegen') await app.execute(await als(id), zurZeichnungGeben, { vorgangId: ort.vorgangId, aufgabeId: (await aufgabe('sachbearbeitung')).aufgabeId, inhalt: { ...INHALT, tenor: `Sie erhalten den Ausweis ${wen}.` } })
  else if (was === 'zeichnen') {
    const fassung = (await app.db.withMandant(musterstadt, (tx) => bescheidZuVorgang(tx, ort.vorgangId)))?.fassungen.at(-1)
    if (fassung) await app.execute(await als(id), bescheidZeichnen, { vorgangId: ort.vorgangId, aufgabeId: (await aufgabe('teamleitung')).aufgabeId, fassungNr: fassung.nr, fassungHash: fassung.hash, ergebnis: 'gezeichnet' })
  } else if (was === 'beantragen') await app.execute(await als(id), erstattungBeantragen, { forderungId: ort.forderungId, zahlungId: ort.zahlungId, cent: 100, grund: 'Probe' })
  else {
    const offene = (await app.db.withMandant(musterstadt, (tx) => erstattungen(tx, { forderungId: ort.forderungId }))).find(({ status }) => status === 'beantragt')
    if (offene) await app.execute(await als(id), erstattungEntscheiden, { erstattungId: offene.id, freigeben: true })
  }
}

test('no order of roles, deputies and acts gives one person both signatures', async () => {
  const person = fc.integer({ min: 0, max: 2 })
  const schritt: fc.Arbitrary<Schritt> = fc.record({ wer: person, wen: person, was: fc.constantFrom('vertreten', 'beenden', 'leitung', 'vorlegen', 'zeichnen', 'zeichnen', 'beantragen', 'freigeben', 'freigeben') })
  let gezeichnet = 0
  let freigegeben = 0
  await fc.assert(fc.asyncProperty(fc.array(schritt, { minLength: 6, maxLength: 12 }), async (schritte) => {
    const ort = await lage()
    // Something to sign and to release is there from the beginning, so that every run can see both.
    const anfang: Schritt[] = [{ wer: 0, wen: 0, was: 'vorlegen' }, { wer: 0, wen: 0, was: 'beantragen' }]
    for (const einer of [...anfang, ...schritte]) await tue(einer, ort).catch((error: unknown) => { assert.ok(error instanceof ExpectedError, String(error)) })
    const { bescheid, geld } = await app.db.withMandant(musterstadt, async (tx) => ({ bescheid: await bescheidZuVorgang(tx, ort.vorgangId), geld: await erstattungen(tx, { forderungId: ort.forderungId }) }))
    const verfasser = new Set(bescheid?.fassungen.flatMap(({ autorId, autorFuer }) => [autorId, ...(autorFuer ? [autorFuer] : [])]))
    for (const { werId, fuerId, gilt, art } of bescheid?.zeichnungen ?? []) {
      if (!gilt || art !== 'GEZEICHNET') continue
      gezeichnet++
      assert.ok(!verfasser.has(werId) && !(fuerId && verfasser.has(fuerId)), `${werId} wrote and signed`)
    }
    for (const { beantragt, entschieden, status } of geld) {
      if (status !== 'freigegeben' || !entschieden) continue
      freigegeben++
      const erste = [beantragt.von, beantragt.fuer].filter((id) => id !== null)
      assert.ok(!erste.includes(entschieden.von) && !(entschieden.fuer && erste.includes(entschieden.fuer)), `${entschieden.von} asked for and released money`)
    }
  }), { numRuns: 12, endOnFailure: true })
  assert.ok(gezeichnet > 0 && freigegeben > 0, `the property saw ${gezeichnet} signatures and ${freigegeben} releases`)
})

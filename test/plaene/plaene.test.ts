import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import type { App } from '../../src/platform/app.js'
import { loadConfig } from '../../src/platform/config/index.js'
import { ensureEmbeddedPostgres } from '../../src/platform/database/embedded/index.js'
import { musterstadt, testApp } from '../app.js'
import { testWeb } from '../web.js'
import { nimmPlaeneAuf, type Plan } from './aufnehmen.js'
import { legeEinWenigAn } from './daten.js'

/**
 * The plans of the hottest pages, taken down in a town with 500,000 Vorgänge: `plaene.txt`. Which plan PostgreSQL chooses depends on the
 * size of the tables, so a small test database cannot repeat them. What is compared here is what makes them hold: the statements are
 * still the ones whose plans were looked at, every index that they use is still there, and with the planner told to avoid it no page
 * has to read a big table from end to end. After a change of a statement: fill a folder (`stadtkern demo --vorgaenge 1000000
 * --mandanten 200`), take the plans down anew with `PLAENE_AUS=FOLDER`, and read what has changed.
 */
const DATEI = join(import.meta.dirname, 'plaene.txt')
const GROSS = /^(akten\.(vorgang|akte|dokument|dokumentversion|vermerk|befangenheit|beteiligte_einheit)|aufgaben\.aufgabe|suche\.|eingang\.|antraege\.antrag|ausgang\.|platform\.ereignis|fristen\.|workflow\.(instanz|token|verlauf)|konten\.konto)/

const grosse = ({ knoten }: Plan): string[] => knoten.filter((one) => one['Relation Name'] && GROSS.test(`${one.Schema}.${one['Relation Name']}`)).map((one) => `${one['Node Type']} ${one.Schema}.${one['Relation Name']}`)
const heiss = (plaene: readonly Plan[]): Plan[] => plaene.filter((plan) => grosse(plan).length > 0)
const tabellenlauf = (plan: Plan): string[] => grosse(plan).filter((one) => /^(Parallel )?Seq Scan/.test(one))

/** The pages that are called for all day, as a clerk, a lead and a citizen see them. */
async function seiten(app: App): Promise<Record<string, () => Promise<unknown>>> {
  const { besucher } = await testWeb(app)
  const [sommer, lenz, erika] = [besucher(), besucher(), besucher()]
  await sommer.mitSitzung('personal', '01900000-0000-7000-8000-00000000a001', musterstadt)
  await lenz.mitSitzung('personal', '01900000-0000-7000-8000-00000000a003', musterstadt)
  await erika.mitSitzung('buerger', '01900000-0000-7000-8000-00000000b001', musterstadt)
  const { nummer, akteId, cursor, dokumentId, plan } = await app.db.withMandant(musterstadt, (tx) => legeEinWenigAn.finde(tx))
  const seite = (wer: typeof sommer, pfad: string) => async () => {
    const { status } = await wer.get(pfad)
    assert.equal(status, 200, pfad)
  }
  return {
    'Arbeitsliste': seite(sommer, '/arbeitsplatz?ansicht=fuer-mich'), 'Arbeitsliste, eine Art': seite(sommer, '/arbeitsplatz?ansicht=alle&art=Antrag+pr%C3%BCfen'),
    'Arbeitsliste, Suchwort': seite(sommer, '/arbeitsplatz?ansicht=alle&q=Winkel'), 'Arbeitsliste nach Alter': seite(sommer, '/arbeitsplatz?ansicht=alle&sortierung=alter'),
    'Arbeitsliste, späte Seite': seite(sommer, `/arbeitsplatz?ansicht=alle&nach=${encodeURIComponent(cursor)}`), 'Arbeitsliste der Leitung, überfällig': seite(lenz, '/arbeitsplatz?ansicht=alle&faellig=ueberfaellig'),
    'Akten': seite(sommer, '/arbeitsplatz/akten'), 'Akten, offene': seite(lenz, '/arbeitsplatz/akten?status=offen'), 'Akte': seite(sommer, `/arbeitsplatz/akten/${akteId}`),
    'Vorgang': seite(sommer, `/arbeitsplatz/vorgaenge/${nummer}`), 'Eingänge': seite(sommer, '/arbeitsplatz/eingaenge'),
    'Suche': seite(sommer, '/arbeitsplatz/suche?q=Antrag'), 'Suche, eine Art': seite(sommer, '/arbeitsplatz/suche?q=Antrag&art=dokument'), 'Suche, vertippt': seite(sommer, '/arbeitsplatz/suche?q=Gewerbeanmeldnug'),
    'Arbeitsliste, Suchwort und Frist': seite(sommer, '/arbeitsplatz?ansicht=frei&faellig=woche&q=Winkelwald'), 'Fristen der Woche': seite(sommer, '/arbeitsplatz?ansicht=alle&faellig=woche'),
    'Akten eines Aktenplanpunkts': seite(sommer, `/arbeitsplatz/akten?plan=${plan}`), 'Akten, Suchwort': seite(sommer, '/arbeitsplatz/akten?text=Winkelallee'),
    'Dokument': seite(sommer, `/arbeitsplatz/dokumente/${dokumentId}/angaben`), 'Suche, Vorgangsnummer': seite(sommer, `/arbeitsplatz/suche?q=${nummer}`),
    'Postausgang': seite(lenz, '/arbeitsplatz/postausgang'), 'Mein Konto': seite(erika, '/konto'), 'Postfach': seite(erika, '/konto/postfach'),
  }
}

const folder = process.env['PLAENE_AUS']
const kopf = (plan: Plan): string => `== ${plan.frage} · ${plan.kennung}`
/** Which statement a search sends hangs on the size of the town, too: each has to be looked at, for whatever search. */
const bekannt = (frage: string, kennung: string): string => `${frage.startsWith('Suche') ? 'Suche' : frage} · ${kennung}`
const gelesen = (): { koepfe: Set<string>; indexe: Set<string> } => {
  const text = readFileSync(DATEI, 'utf8')
  return { koepfe: new Set([...text.matchAll(/^== (.*) · (\S+)$/gm)].map(([, frage = '', kennung = '']) => bekannt(frage, kennung))), indexe: new Set([...text.matchAll(/ using (\S+)$/gm)].map(([, name]) => name ?? '')) }
}

test('the plans are taken down from a big town', { skip: !folder }, async () => {
  const dataDir = folder ?? ''
  const server = await ensureEmbeddedPostgres({ dataDir })
  try {
    const plaene = heiss(await nimmPlaeneAuf(server.url, loadConfig({ STADTKERN_DATA: dataDir, STADTKERN_MODE: 'demo', PORT: '0', STADTKERN_LOG_LEVEL: 'error' }), seiten))
    writeFileSync(DATEI, `${plaene.map((plan) => [kopf(plan), `-- ${plan.text}`, ...plan.zeilen].join('\n')).join('\n\n')}\n`)
    for (const plan of plaene) if (tabellenlauf(plan).length > 0) console.error(`${kopf(plan)}: ${tabellenlauf(plan).join(', ')}`)
  } finally {
    await server.release()
  }
})

test('the hottest pages send the statements whose plans are known, and none has to read a big table whole', { skip: folder !== undefined }, async () => {
  const { app, ownerUrl } = await testApp({ worker: false })
  await legeEinWenigAn(app)
  const plaene = heiss(await nimmPlaeneAuf(ownerUrl, app.config, seiten, { ohneTabellenlauf: true }))
  assert.deepEqual(plaene.filter((plan) => tabellenlauf(plan).length > 0).map((plan) => `${kopf(plan)}: ${tabellenlauf(plan).join(', ')}\n${plan.text}`), [])
  const { koepfe, indexe } = gelesen()
  assert.ok(koepfe.size >= 20)
  const neu = plaene.filter((plan) => !koepfe.has(bekannt(plan.frage, plan.kennung))).map((plan) => `${kopf(plan)}\n${plan.text}`)
  assert.deepEqual(neu, [], 'A statement of a hot page has changed. Please look at its plan in a big town and take the plans down anew: see above.')
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>("select indexname as name from pg_indexes where schemaname not like 'pg\\_%'")
  await client.end()
  const vorhanden = new Set(rows.map(({ name }) => name))
  assert.deepEqual([...indexe].filter((name) => !vorhanden.has(name)), [], 'A plan in plaene.txt uses an index that is gone.')
})

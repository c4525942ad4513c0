import assert from 'node:assert/strict'
import { Client } from 'pg'
import { musterstadt, system, testApp } from '../../../../../test/app.js'
import { testWeb, type Antwort, type Besucher } from '../../../../../test/web.js'
import { seed } from '../seed.js'

export const ANBIETER = '01900000-0000-7000-8000-00000001d001'

/** A town with the simulator, and short ways through it. */
export async function stadtMitSimulator() {
  const { app, ownerUrl, settle } = await testApp()
  await seed(app, musterstadt, 'musterstadt')
  const web = await testWeb(app)

  async function zeilen<T extends object>(sql: string, werte: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    try { return (await client.query<T>(sql, werte)).rows } finally { await client.end() }
  }

  /** Up to the simulator's page. */
  async function zumSimulator(besucher: Besucher, frage = ''): Promise<string> {
    const hin = await besucher.get(`/anmelden/mit/${ANBIETER}${frage}`)
    assert.equal(hin.status, 303, hin.html)
    return pfadAus(hin.location)
  }

  /** Chooses a person and a level there; gives the address that leads back. */
  async function waehlen(besucher: Besucher, seite: string, person: string, stufe: string): Promise<string> {
    const zurueck = await besucher.senden(seite, { person, stufe })
    assert.equal(zurueck.status, 303, zurueck.html)
    return pfadAus(zurueck.location)
  }

  /** The whole way: there, a person, a level, and back. */
  async function anmelden(besucher: Besucher, person = 'anna', stufe = 'STORK-QAA-Level-3', frage = ''): Promise<Antwort> {
    return besucher.get(await waehlen(besucher, await zumSimulator(besucher, frage), person, stufe))
  }

  const ablehnungen = async () => (await zeilen<{ grund: string }>("select daten->>'grund' as grund from platform.ereignis where typ = 'identitaet.anmeldung.abgelehnt/1' order by id")).map(({ grund }) => grund)

  return { app, web, settle, zeilen, zumSimulator, waehlen, anmelden, ablehnungen, system }
}

export const pfadAus = (adresse: string | null): string => { const url = new URL(adresse ?? '', 'http://x'); return `${url.pathname}${url.search}` }

/** Like assert.match, without printing the whole page. */
export function enthaelt(html: string, satz: RegExp): void {
  assert.ok(satz.test(html), `expected ${String(satz)}, got the page „${/<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 200)}“`)
}

import assert from 'node:assert/strict'
import { Client } from 'pg'
import { musterstadt, system, testApp } from '../../../../test/app.js'
import { testWeb, type Besucher } from '../../../../test/web.js'
import { buergerAnlegen, passwortHash } from '../../grundlagen/konten/index.js'
import { pdf, probeleistung } from './test-antrag.js'

export const START = '/leistungen/musterleistung/antrag'
export const PERSON = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Hauptstraße', 'anschrift.hausnummer': '1', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  hund: 'nein', _aktion: 'weiter',
}
export const datei = (name = 'ausweis.pdf', inhalt: Buffer = pdf()) => new File([new Uint8Array(inhalt)], name)
export const idVon = (pfad: string) => pfad.split('/').at(-1) ?? ''

/** A town with the service, its web server, and short ways to a draft. */
export async function probestadt(gebuehr?: string) {
  const { app, ownerUrl, settle } = await testApp()
  await probeleistung(app, musterstadt, undefined, {}, gebuehr)
  const web = await testWeb(app)

  /** Begins; the address of the draft. */
  async function begonnen(besucher: Besucher = web.besucher()): Promise<{ besucher: Besucher; pfad: string }> {
    const antwort = await besucher.senden(START, {})
    assert.equal(antwort.status, 303, antwort.html)
    return { besucher, pfad: antwort.location?.replace(/\/datenschutz$/, '') ?? '' }
  }

  /** Up to the check page. */
  async function ausgefuellt(wer?: Besucher): Promise<{ besucher: Besucher; pfad: string }> {
    const fall = await begonnen(wer)
    await fall.besucher.senden(`${fall.pfad}/person`, PERSON)
    await fall.besucher.senden(`${fall.pfad}/nachweise`, { ausweis: datei(), _aktion: 'weiter' })
    const kontakt = await fall.besucher.senden(`${fall.pfad}/kontakt`, { email: 'erika@example.org', bemerkung: '', _aktion: 'weiter' })
    assert.equal(kontakt.location, `${fall.pfad}/pruefen`, kontakt.html)
    return fall
  }

  /** Looks behind row-level security. */
  async function zeilen<T extends object>(sql: string, werte: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    try { return (await client.query<T>(sql, werte)).rows } finally { await client.end() }
  }
  const zahl = async (sql: string, werte: unknown[] = []) => (await zeilen<{ n: number }>(sql, werte))[0]?.n

  const PASSWORT = 'Ein-langes-Kennwort-26!'
  async function buergerkonto(email: string): Promise<string> {
    const { id } = await app.execute(system(), buergerAnlegen, { vorname: 'Erika', nachname: 'Muster', email, passwortHash: await passwortHash(PASSWORT) })
    return id
  }
  const anmelden = (besucher: Besucher, kennung: string, ziel: string) => besucher.senden(`/anmelden?ziel=${encodeURIComponent(ziel)}`, { kennung, passwort: PASSWORT, ziel }, '/anmelden')

  return { app, web, settle, START, begonnen, ausgefuellt, zeilen, zahl, buergerkonto, anmelden }
}

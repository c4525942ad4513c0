import assert from 'node:assert/strict'
import type { Antwort, Besucher } from '../web.js'

const ZEICHEN: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'", '&amp;': '&' }
export const entities = (html: string): string => html.replace(/&(?:quot|lt|gt|#39|amp);/g, (one) => ZEICHEN[one] ?? one)

export function attribut(tag: string, name: string): string | undefined {
  const wert = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return wert === undefined ? undefined : entities(wert)
}

/** What a person reads of a page. */
export const text = ({ html }: Antwort): string => entities(html.replace(/[\s\S]*?<main/, '<main').replace(/<\/main>[\s\S]*/, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')

export type Antworten = Readonly<Record<string, string | File>>

/** Of all answers those that this page asks for. */
export function gefragteAntworten({ html }: Pick<Antwort, 'html'>, antworten: Antworten): Antworten {
  const gefragt = new Set([...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => attribut(tag, 'name')))
  return Object.fromEntries(Object.entries(antworten).filter(([name]) => gefragt.has(name)))
}

async function beantworte(wer: Besucher, seite: string, antworten: Antworten): Promise<Antwort> {
  const hier = gefragteAntworten(await wer.get(seite), antworten)
  return wer.senden(seite, { ...hier as Record<string, string>, _aktion: 'weiter' })
}

/** Page by page, in whatever order the form asks, up to the check page; its address. @throws when a page goes nowhere */
export async function fuelleAus(wer: Besucher, leistung: string, antworten: Antworten): Promise<string> {
  let { location } = await wer.senden(`/leistungen/${leistung}/antrag`, {})
  for (let schritte = 0; schritte < 20 && location && !location.endsWith('/pruefen'); schritte++) {
    // An answer may bring a question on the same page; it is there the second time.
    let antwort = await beantworte(wer, location, antworten)
    if (antwort.status !== 303) antwort = await beantworte(wer, location, antworten)
    assert.equal(antwort.status, 303, `${location}: ${text(antwort).slice(0, 1500)}`)
    location = antwort.location
  }
  assert.ok(location)
  return location
}

/** Fills in and sends; the number of the Vorgang. */
export async function beantrage(wer: Besucher, leistung: string, antworten: Antworten): Promise<string> {
  const pruefen = await fuelleAus(wer, leistung, antworten)
  const gesendet = await wer.senden(pruefen, {})
  assert.equal(gesendet.status, 303, text(gesendet).slice(0, 1500))
  assert.match(gesendet.location ?? '', /bestaetigung$/)
  return nummer(await wer.get(gesendet.location ?? ''))
}

/** The number of the Vorgang that a page names. */
export function nummer(seite: Antwort): string {
  const gefunden = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec(text(seite))?.[0]
  assert.ok(gefunden, `no number: ${text(seite).slice(0, 600)}`)
  return gefunden
}

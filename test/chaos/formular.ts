/** Forms as a browser without JavaScript fills them in, whoever answers and however often. */
import type { Antwort, Besucher } from '../web.js'

const ZEICHEN: Readonly<Record<string, string>> = { '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'", '&amp;': '&' }
const entities = (text: string) => text.replace(/&(?:quot|lt|gt|#39|amp);/g, (one) => ZEICHEN[one] ?? one)

function attribut(tag: string, name: string): string | undefined {
  const wert = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return wert === undefined ? undefined : entities(wert)
}

/** Everything that a browser would send of a form that nobody has touched, without its buttons. */
function vorbelegt(html: string, action: string): Map<string, string> {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([form]) => form)
  const form = forms.find((one) => attribut(/^<form\b[^>]*>/i.exec(one)?.[0] ?? '', 'action') === action) ?? ''
  const felder = new Map<string, string>()
  for (const [tag] of form.matchAll(/<input\b[^>]*>/gi)) {
    const [name, art] = [attribut(tag, 'name'), attribut(tag, 'type') ?? 'text']
    const gewaehlt = !['radio', 'checkbox'].includes(art) || /\bchecked\b/.test(tag)
    if (name && gewaehlt && art !== 'file' && art !== 'submit') felder.set(name, attribut(tag, 'value') ?? '')
  }
  for (const [, tag = '', inhalt = ''] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/gi)) {
    felder.set(attribut(tag, 'name') ?? '', entities(inhalt))
  }
  for (const [, tag = '', inhalt = ''] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/gi)) {
    const gewaehlt = /<option\b[^>]*\bselected\b[^>]*>/.exec(inhalt)?.[0] ?? ''
    felder.set(attribut(tag, 'name') ?? '', attribut(gewaehlt, 'value') ?? '')
  }
  return felder
}

/** Changes single answers of a form on a page that was opened before, and sends it. */
export function sendeAus(wer: Besucher, html: string, action: string, werte: Readonly<Record<string, string>>): Promise<Antwort> {
  const felder = new URLSearchParams([...new Map([...vorbelegt(html, action), ...Object.entries(werte)])])
  return wer.post(action, felder, { 'content-type': 'application/x-www-form-urlencoded' })
}

async function beantworte(wer: Besucher, seite: string, antworten: Readonly<Record<string, string>>): Promise<Antwort> {
  const { html } = await wer.get(seite)
  const gefragt = new Set([...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => attribut(tag, 'name')))
  const hier = Object.fromEntries(Object.entries(antworten).filter(([name]) => gefragt.has(name)))
  return wer.senden(seite, { ...hier, _aktion: 'weiter' })
}

/** Page by page, in whatever order the form asks, up to the check page; its address. @throws when a page goes nowhere */
export async function fuelleAus(wer: Besucher, leistung: string, antworten: Readonly<Record<string, string>>): Promise<string> {
  let { location } = await wer.senden(`/leistungen/${leistung}/antrag`, {})
  for (let schritte = 0; schritte < 20 && location && !location.endsWith('/pruefen'); schritte++) {
    // An answer may bring a question on the same page; it is there the second time.
    const einmal = await beantworte(wer, location, antworten)
    const { status, location: weiter } = einmal.status === 303 ? einmal : await beantworte(wer, location, antworten)
    if (status !== 303) throw new Error(`${location}: ${status}`)
    location = weiter
  }
  if (!location) throw new Error('the form could not be begun')
  return location
}

/** Forms on pages that were opened before, as a browser without JavaScript sends them. */
import { attribut, entities } from '../system/antrag-ohne-browser.js'
import type { Antwort, Besucher } from '../web.js'

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

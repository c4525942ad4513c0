/** People who fill in the form of the Bewohnerparkausweis as a browser without JavaScript sends it, one request after the other. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/config/root.js'
import { gefragteAntworten, nummer } from '../test/system/antrag-ohne-browser.js'
import { createBesucher, hiddenFields, type Antwort } from '../test/web.js'
import { attachment } from './antrag-load.js'

const START = '/leistungen/bewohnerparkausweis/antrag'

/** What one request brought. `later`: 503 that says when to come again, in seconds; the same request is sent then. */
export type Outcome =
  | { readonly art: 'good' }
  | { readonly art: 'later'; readonly seconds: number }
  | { readonly art: 'wrong'; readonly what: string }

export interface Person {
  /** The next request of the way: a page that is loaded, or what was filled in on it. */
  readonly next: 'page' | 'form'
  /** The number of the Vorgang, at the end. */
  readonly vorgangsnummer: string | undefined
  readonly entwurf: string | undefined
  /** What has to be in the draft now, by question: pages whose answer was 303. */
  readonly acknowledged: Readonly<Record<string, unknown>>
  /** SHA-256 of the attachment; undefined before it was acknowledged. */
  readonly file: string | undefined
  ask(): Promise<Outcome>
}

interface Page { readonly name: string; readonly fragen: readonly { readonly name: string; readonly typ: string }[] }
const form = readFileSync(join(projectRoot, 'demo/leistungen/bewohnerparkausweis/formular.json'), 'utf8')
const pages = (JSON.parse(form) as { seiten: Page[] }).seiten

/** What a person answers, as typed into the fields, and as the draft has to keep it. */
function answers(number: number) {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 60 })
  const [familienname, kfz] = [`Andrang${number}`, `MU-AN ${100 + number % 9_000}`]
  const kept = {
    hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Probe', familienname },
    geburtsdatum: '1980-05-04', zone: 'A', fahrzeugArt: 'eigenes', kfz,
    anschrift: { art: 'strasse', strasse: 'Marktplatz', hausnummer: '1', plz: '45999', ort: 'Musterstadt' },
    beginn: day.toString(), zustellung: 'post', richtig: true, aenderungen: true,
  }
  const typed = {
    hauptwohnung: 'ja', stellplatz: 'nein', anliegen: 'neu', zone: 'A', fahrzeugArt: 'eigenes', kfz,
    'antragsteller.vornamen': 'Probe', 'antragsteller.familienname': familienname,
    'geburtsdatum.tag': '4', 'geburtsdatum.monat': '5', 'geburtsdatum.jahr': '1980',
    'anschrift.strasse': 'Marktplatz', 'anschrift.hausnummer': '1', 'anschrift.plz': '45999', 'anschrift.ort': 'Musterstadt',
    'beginn.tag': String(day.day), 'beginn.monat': String(day.month), 'beginn.jahr': String(day.year),
    zustellung: 'post', richtig: 'ja', aenderungen: 'ja',
  }
  return { kept, typed }
}

/** A guest of their own, with a session of their own. */
export function person(base: string, number: number): Person {
  const visitor = createBesucher(base, 'musterstadt.localhost')
  const { kept, typed } = answers(number)
  const bytes = attachment(number)
  const acknowledged: Record<string, unknown> = {}
  let page: { readonly path: string; readonly answer?: Antwort } = { path: START }
  let [vorgangsnummer, file]: (string | undefined)[] = []

  function body(path: string, answer: Antwort): FormData | URLSearchParams {
    const form = answer.html.includes('enctype="multipart/form-data"') ? new FormData() : new URLSearchParams()
    const file = new File([new Uint8Array(bytes)], `Fahrzeugschein-${number}.pdf`, { type: 'application/pdf' })
    const asked = gefragteAntworten(answer, { ...typed, fahrzeugschein: file })
    const values = [...hiddenFields(answer.html, path, path), ...Object.entries(asked), ['_aktion', 'weiter'] as const]
    for (const [name, value] of values) form.append(name, value as string)
    return form
  }
  /** The page was acknowledged: what it asked for has to be there from now on. */
  function remember(path: string): void {
    const asked = pages.find(({ name }) => path.endsWith(`/${name}`))?.fragen ?? []
    for (const { name } of asked) if (name in kept) acknowledged[name] = kept[name as keyof typeof kept]
    if (asked.some(({ name }) => name === 'fahrzeugschein')) file = createHash('sha256').update(bytes).digest('hex')
  }
  function arrived(answer: Antwort): void {
    if (page.path.endsWith('/bestaetigung')) vorgangsnummer = nummer(answer)
    page = { ...page, answer }
  }
  const path = (): string => page.path.split('?')[0] ?? page.path
  return {
    get next() { return page.answer ? 'form' : 'page' },
    get vorgangsnummer() { return vorgangsnummer },
    get entwurf() { return /[0-9a-f-]{36}/.exec(page.path)?.[0] },
    acknowledged,
    get file() { return file },
    async ask() {
      const posted = page.answer
      const answer = posted ? await visitor.post(path(), body(path(), posted)) : await visitor.get(page.path)
      const seconds = Number(answer.headers.get('retry-after'))
      if (answer.status === 503 && seconds > 0) return { art: 'later', seconds }
      if (answer.status === 303 && answer.location) {
        if (posted) remember(path())
        page = { path: answer.location }
        return { art: 'good' }
      }
      if (posted || answer.status !== 200) {
        return { art: 'wrong', what: `${posted ? 'POST' : 'GET'} ${page.path}: ${answer.status}` }
      }
      arrived(answer)
      return { art: 'good' }
    },
  }
}

/** People and machines who use the installation all the while, and who try again when it does not answer. */
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { demoPersonal } from '../../src/modules/grundlagen/konten/index.js'
import { pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { projectRoot } from '../../src/platform/config/index.js'
import { isDatabaseAway } from '../../src/platform/database/connection-problem.js'
import { fuelleAus } from '../system/antrag-ohne-browser.js'
import { createBesucher, type Besucher } from '../web.js'
import type { Anlage } from './anlage.js'
import { sendeAus } from './formular.js'
import { bezahldienst, sende, zahlt } from './zahlung.js'

export const MUSTERSTADT = '01900000-0000-7000-8000-000000000001'
const HOST = 'musterstadt.localhost'

/** What was handed in and acknowledged. */
export interface Zugesagt {
  readonly vorgangsnummer: string; readonly sha256?: string
  /** Decided before others: the fee of it is waited for. */
  readonly eilig?: true
}

export interface Last {
  readonly zugesagt: readonly Zugesagt[]
  /** Answers that nobody should get: neither a success nor a request to try again. */
  readonly seltsam: readonly string[]
  /** Steps that clerks have done. */
  schritte(): number
  /** How often somebody had to try again. */
  wiederholt(): number
  readonly kontoId: string
  /** Claims that were paid. */
  readonly bezahlt: ReadonlySet<string>
  /** Nobody begins anything new; resolves when everybody has what they asked for. */
  stop(): Promise<void>
}

interface Lauf {
  readonly anlage: Anlage; readonly zugesagt: Zugesagt[]; readonly seltsam: string[]; readonly bezahlt: Set<string>
  schritte: number; wiederholt: number; zuEnde: boolean; nummer: number
}

export async function startLast(anlage: Anlage): Promise<Last> {
  const { stdout } = await promisify(execFile)(join(projectRoot, 'bin/stadtkern'), ['dienst', 'anlegen', 'chaos', '--recht', 'antrag.einreichen', '--json'], { env: anlage.env })
  const { schluessel, kontoId } = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{')) ?? '{}') as { schluessel: string; kontoId: string }
  const lauf: Lauf = { anlage, zugesagt: [], seltsam: [], bezahlt: new Set(), schritte: 0, wiederholt: 0, zuEnde: false, nummer: 0 }
  await bezahldienst(anlage, MUSTERSTADT, 'musterstadt')
  const alle = Promise.all([fachverfahren(lauf, schluessel), fachverfahren(lauf, schluessel), buergerin(lauf), sachbearbeitung(lauf), zahlende(lauf)])
  alle.catch((error: unknown) => lauf.seltsam.push(`the load itself: ${String(error)}`))
  return {
    zugesagt: lauf.zugesagt, seltsam: lauf.seltsam, bezahlt: lauf.bezahlt, kontoId, schritte: () => lauf.schritte, wiederholt: () => lauf.wiederholt,
    async stop() { lauf.zuEnde = true; await alle.catch(() => undefined) },
  }
}

/** Again and again until there is an answer that counts; gives up after two minutes, which is a finding. */
async function beharrlich<T>(lauf: Lauf, was: string, versuche: () => Promise<T | undefined>): Promise<T | undefined> {
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const ergebnis = await versuche().catch((error: unknown) => { if (!istVerbindung(error)) lauf.seltsam.push(`${was}: ${String(error).slice(0, 300)}`); return undefined })
    if (ergebnis !== undefined) return ergebnis
    lauf.wiederholt++
    await sleep(250)
  }
  lauf.seltsam.push(`${was}: no answer that counts within two minutes`)
  return undefined
}

const istVerbindung = (error: unknown): boolean => isDatabaseAway(error)
  || /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up|fetch failed|aborted/i.test(`${String(error)} ${(error as { code?: string }).code ?? ''}`)

/** 503 says when to come again; other errors of the server are bugs. */
function istSpaeter(lauf: Lauf, was: string, status: number, headers: Headers, body: string): boolean {
  if (status === 503 && headers.get('retry-after')) return true
  if (status >= 500) { lauf.seltsam.push(`${was}: ${status} ${body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 200)}`); return true }
  return false
}

const antrag = (nummer: number, anhang: Buffer) => JSON.stringify({
  daten: {
    hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Probe', familienname: 'Chaos' }, geburtsdatum: '1980-05-04',
    anschrift: { art: 'strasse', strasse: 'Marktplatz', hausnummer: '1', plz: '45999', ort: 'Musterstadt' }, zone: 'A', fahrzeugArt: 'eigenes', kfz: `MU-AB ${100 + nummer % 9_000}`,
    beginn: Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 60 }).toString(), zustellung: 'post', richtig: true, aenderungen: true,
  },
  anhaenge: [{ slot: 'fahrzeugschein', dateiname: 'Schein.pdf', inhaltBase64: anhang.toString('base64') }],
})

/** A machine that hands in with a key of its own for each application. */
async function fachverfahren(lauf: Lauf, schluessel: string): Promise<void> {
  for (; !lauf.zuEnde; await sleep(60)) {
    const anhang = pdf(`Schein ${randomUUID()}`)
    const [body, key, sha256] = [antrag(++lauf.nummer, anhang), randomUUID(), createHash('sha256').update(anhang).digest('hex')]
    const zusage = await beharrlich(lauf, 'API', async () => {
      const response = await fetch(`${lauf.anlage.webUrl}/api/antraege/bewohnerparkausweis`, {
        method: 'POST', body, headers: { authorization: `Bearer ${schluessel}`, 'content-type': 'application/json', 'idempotency-key': key }, signal: AbortSignal.timeout(30_000),
      })
      const text = await response.text()
      if (response.status === 201) return JSON.parse(text) as Zugesagt
      if (!istSpaeter(lauf, 'API', response.status, response.headers, text)) lauf.seltsam.push(`API: ${response.status} ${text.slice(0, 300)}`)
      return undefined
    })
    if (zusage) lauf.zugesagt.push({ vorgangsnummer: zusage.vorgangsnummer, sha256 })
  }
}

async function als(lauf: Lauf, art: 'personal' | 'buerger', kennung: string): Promise<Besucher> {
  const { personal, buerger } = demoPersonal('musterstadt')
  const id = [...personal, ...buerger].find((one) => one.kennung === kennung)?.id ?? ''
  const besucher = createBesucher(lauf.anlage.webUrl, HOST, lauf.anlage.app)
  await beharrlich(lauf, `session of ${kennung}`, async () => { await besucher.mitSitzung(art, id, MUSTERSTADT); return true })
  return besucher
}

const HUND = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Lindenweg', 'anschrift.hausnummer': '12', 'anschrift.plz': '45991', 'anschrift.ort': 'Musterstadt',
  email: 'erika.muster@example.org', zustellung: 'elektronisch', rufname: 'Bello', rasse: 'Dackel', marke: '4711', 'bis.tag': '1', 'bis.monat': '9', 'bis.jahr': '2026', grund: 'verstorben', richtig: 'ja',
}

/** A citizen with an account, page by page; what was filled in has to be there when she tries again. */
async function buergerin(lauf: Lauf): Promise<void> {
  const erika = await als(lauf, 'buerger', 'erika.muster')
  for (; !lauf.zuEnde; await sleep(200)) {
    const pruefen = await beharrlich(lauf, 'form', () => fuelleAus(geduldig(lauf, erika), 'hundesteuerabmeldung', HUND))
    if (!pruefen) continue
    const nummer = await beharrlich(lauf, 'sending', () => sende(geduldig(lauf, erika), pruefen))
    if (nummer) lauf.zugesagt.push({ vorgangsnummer: nummer })
  }
}

/** Erika in another window: applies for a permit that is decided and then paid, and for what is paid first. */
async function zahlende(lauf: Lauf): Promise<void> {
  const erika = geduldig(lauf, await als(lauf, 'buerger', 'erika.muster'))
  await zahlt(erika, {
    zuEnde: () => lauf.zuEnde, heute: () => lauf.anlage.app.clock.today(), bezahlt: lauf.bezahlt, seltsam: lauf.seltsam,
    eingereicht: (vorgangsnummer, sha256) => { lauf.zugesagt.push({ vorgangsnummer, sha256, eilig: true }) },
  })
}

/** Comes again when told so: a person presses the button once more. */
function geduldig(lauf: Lauf, wer: Besucher): Besucher {
  const again = async <T extends { status: number; headers: Headers; html: string }>(was: string, ask: () => Promise<T>): Promise<T> => {
    let refused = 0
    const answer = await beharrlich(lauf, was, async () => {
      const one = await ask()
      if (istSpaeter(lauf, was, one.status, one.headers, one.html)) return undefined
      // A form whose page did not come has no token and is refused; the next time it has one. Refused again and again is an answer:
      // what was asked for happened the first time, and the page has no form any more.
      return one.status === 403 && ++refused < 20 ? undefined : one
    })
    if (!answer) throw new Error(`${was}: gave up`)
    return answer
  }
  return {
    ...wer,
    get: (path, headers) => again(`GET ${path.replace(/[0-9a-f-]{36}/g, '…')}`, () => wer.get(path, headers)),
    senden: (path, werte, an) => again(`POST ${path.replace(/[0-9a-f-]{36}/g, '…')}`, () => wer.senden(path, werte, an)),
    post: (path, body, headers) => again(`POST ${path.replace(/[0-9a-f-]{36}/g, '…')}`, () => wer.post(path, body, headers)),
  }
}

const SCHRITTE: readonly { readonly maske: string; readonly wer: 'sommer' | 'lenz'; readonly werte: Readonly<Record<string, string>> }[] = [
  { maske: 'antrag.pruefen', wer: 'sommer', werte: { ergebnis: 'genehmigen' } },
  { maske: 'bescheid.entwerfen', wer: 'sommer', werte: { ergebnis: 'zeichnen' } },
  { maske: 'bescheid.zeichnen', wer: 'lenz', werte: { ergebnis: 'gezeichnet', gelesen: 'ja' } },
]

/** So often somebody looks whether the next task of an urgent application is there. */
const GEDULD = 100

/** Two clerks who decide one application after the other, as far as the processes let them; urgent ones in between. */
async function sachbearbeitung(lauf: Lauf): Promise<void> {
  const wer = { sommer: await als(lauf, 'personal', 's.sommer'), lenz: await als(lauf, 'personal', 'l.lenz') }
  const fertig = new Set<string>()
  const gesehen = new Map<string, number>()
  for (let runde = 0; !lauf.zuEnde; runde++, await sleep(100)) {
    const offen = lauf.zugesagt.filter(({ sha256, vorgangsnummer }) => sha256 && !fertig.has(vorgangsnummer))
    const eine = (runde % 2 === 0 ? offen.find(({ eilig }) => eilig) : undefined) ?? offen.find(({ eilig }) => !eilig)
    if (!eine) continue
    const vorgang = eine.vorgangsnummer
    const [aufgabe] = await beharrlich(lauf, 'list', () => lauf.anlage.frage<{ maske: string }>(
      "select maske from aufgaben.aufgabe where vorgangsnummer = $1 and status = 'offen' order by angelegt_am", [vorgang])) ?? []
    const schritt = SCHRITTE.find(({ maske }) => maske === aufgabe?.maske)
    if (schritt) await erledige(lauf, geduldig(lauf, wer[schritt.wer]), vorgang, schritt.werte)
    const blicke = (gesehen.get(vorgang) ?? 0) + 1
    gesehen.set(vorgang, blicke)
    // Every fourth stays where it is; after the last signature the process goes on by itself.
    if (schritt?.maske === 'bescheid.zeichnen' || (eine.eilig ? blicke > GEDULD : !schritt || fertig.size % 4 === 3)) fertig.add(vorgang)
  }
}

async function erledige(lauf: Lauf, wer: Besucher, vorgang: string, werte: Readonly<Record<string, string>>): Promise<void> {
  const fall = `/arbeitsplatz/vorgaenge/${vorgang}`
  const { html } = await wer.get(fall)
  const action = /action="([^"]*\/aufgaben\/[0-9a-f-]{36})"/.exec(html)?.[1]
  if (!action) return
  const { status, html: antwort } = await sendeAus(wer, html, action, werte)
  if (status === 303) lauf.schritte++
  // 409 and 404: the answer to the first time was lost, the step was not.
  else if (status !== 409 && status !== 404) lauf.seltsam.push(`step ${JSON.stringify(werte)}: ${status} ${antwort.replace(/[\s\S]*<main/, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 300)}`)
}

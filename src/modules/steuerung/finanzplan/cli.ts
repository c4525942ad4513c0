import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { App } from '../../../platform/app.js'
import { Invalid, NotFound } from '../../../platform/errors.js'
import type { CliCommand } from '../../../platform/modul.js'
import { parseDate } from '../../../platform/time/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { strategien } from '../programm/index.js'
import { formatAmount } from '../../../platform/money/index.js'
import { alsTabelle, GRENZEN, trennzeichen, zerlege } from './domain/tabelle.js'
import { BETRAEGE, ordneZu, ZIELE, type Ziel } from './domain/zuordnung.js'
import { zahlenEinlesen } from './einlesen/command.js'
import { liesDatei } from './einlesen/datei.js'
import type { Einleseangabe } from './einlesen/pruefung.js'
import { zahlenPruefen } from './einlesen/query.js'

type Io = Parameters<CliCommand['run']>[2]
interface Aufruf { readonly datei: string; readonly probe: boolean; readonly werte: ReadonlyMap<string, string>; readonly spalten: readonly string[] }

const AUFRUF = 'DATEI [--mandant M] [--dry-run] [--strategie S] [--stichtag TAG] [--jahr J] [--dezimal ZEICHEN] [--spalte ZUORDNUNG] [--spalte …]'
const MIT_WERT = ['--mandant', '--strategie', '--stichtag', '--jahr', '--dezimal'] as const

function lies(args: readonly string[]): Aufruf | undefined {
  const [werte, spalten, rest] = [new Map<string, string>(), [] as string[], [] as string[]]
  let probe = false
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (argument === '--dry-run') probe = true
    else if (argument === '--spalte') spalten.push(args[++index] ?? '')
    else if ((MIT_WERT as readonly string[]).includes(argument)) werte.set(argument, args[++index] ?? '')
    else if (argument.startsWith('--')) return undefined
    else rest.push(argument)
  }
  const [datei, zuviel] = rest
  return datei && !zuviel ? { datei, probe, werte, spalten } : undefined
}

async function bytesVon(pfad: string): Promise<Buffer> {
  const stand = await stat(pfad).catch(() => undefined)
  if (!stand?.isFile()) throw new Invalid([{ feld: 'datei', text: `Die Datei ${pfad} gibt es nicht.` }])
  if (stand.size > GRENZEN.bytes) throw new Invalid([{ feld: 'datei', text: `Die Datei ist größer als ${GRENZEN.bytes / 1_000_000} MB. Bitte teilen Sie sie auf.` }])
  return readFile(pfad)
}

/** `ist=Gebucht` or `ist=4`: which column of the file says what, by its heading or its place from 1; the others by their headings. */
function zuordnungAus(spalten: readonly string[], text: string): Partial<Record<Ziel, number>> | undefined {
  if (spalten.length === 0) return undefined
  const { kopf } = alsTabelle(zerlege(text, trennzeichen(text)), [])
  const gewaehlt = spalten.map((eine) => {
    const [, ziel = '', spalte = ''] = /^([a-z]+)=(.+)$/.exec(eine) ?? []
    if (!Object.hasOwn(ZIELE, ziel)) throw new Invalid([{ feld: 'spalte', text: `»${eine}«: Schreiben Sie etwa --spalte ist=Gebucht. Es gibt: ${Object.keys(ZIELE).join(', ')}.` }])
    const index = /^\d{1,2}$/.test(spalte) ? Number(spalte) - 1 : kopf.findIndex((titel) => titel.toLowerCase() === spalte.toLowerCase())
    if (index < 0 || index >= kopf.length) throw new Invalid([{ feld: 'spalte', text: `Die Spalte »${spalte}« gibt es in der Datei nicht. Sie hat: ${kopf.join(', ')}.` }])
    return [ziel as Ziel, index] as const
  })
  const vergeben = new Set(gewaehlt.map(([, index]) => index))
  return { ...Object.fromEntries(Object.entries(ordneZu(kopf)).filter(([, index]) => index !== undefined && !vergeben.has(index))), ...Object.fromEntries(gewaehlt) }
}

async function angabeAus(app: App, mandantId: string, { datei, werte, spalten }: Aufruf): Promise<{ angabe: Einleseangabe; hinweise: readonly string[] }> {
  const { text, hinweise } = await liesDatei(basename(datei), await bytesVon(datei))
  const alle = await app.db.withMandant(mandantId, (tx) => strategien(tx))
  const strategie = werte.get('--strategie') ?? (alle.length === 1 ? alle[0]?.kennung : undefined)
  if (!strategie || !alle.some(({ kennung }) => kennung === strategie)) throw new Invalid([{ feld: 'strategie', text: `Für welche Strategie? Geben Sie --strategie an: ${alle.map(({ kennung }) => kennung).join(', ') || 'die Stadt hat noch keine'}.` }])
  const [tag, jahr, dezimal] = [werte.get('--stichtag'), werte.get('--jahr'), werte.get('--dezimal')]
  const stichtag = tag === undefined ? app.clock.today() : /^\d{4}-\d{2}-\d{2}$/.test(tag) ? tag : (() => { const gelesen = parseDate(tag, app.clock.today().year); return gelesen.ok ? gelesen.value : undefined })()
  if (!stichtag) throw new Invalid([{ feld: 'stichtag', text: 'Diesen Stichtag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 an.' }])
  if (jahr !== undefined && !/^(199\d|2[01]\d\d)$/.test(jahr)) throw new Invalid([{ feld: 'jahr', text: 'Geben Sie ein Jahr mit vier Ziffern an, zum Beispiel 2026.' }])
  if (dezimal !== undefined && dezimal !== 'komma' && dezimal !== 'punkt') throw new Invalid([{ feld: 'dezimal', text: 'Das Dezimalzeichen ist komma oder punkt.' }])
  const zuordnung = zuordnungAus(spalten, text)
  return { hinweise, angabe: { strategie, quelle: basename(datei).slice(0, 200), text, stichtag: stichtag.toString(), ...(jahr ? { jahr: Number(jahr) } : {}), ...(dezimal ? { dezimal } : {}), ...(zuordnung ? { zuordnung } : {}) } }
}

/** What the file says and did, or would do. */
async function ausfuehren(app: App, mandantId: string, aufruf: Aufruf, io: Io): Promise<void> {
  const actor = systemActor(mandantId, 'befehlszeile')
  const { angabe, hinweise } = await angabeAus(app, mandantId, aufruf)
  const { schritte, maengel, tabelle, zuordnung, dezimal } = await app.ask(actor, zahlenPruefen, angabe)
  if (!aufruf.probe) await app.execute(actor, zahlenEinlesen, angabe)
  const zaehle = (wirkung: string) => schritte.filter((schritt) => schritt.wirkung === wirkung).length
  const zahlen = { neu: zaehle('neu'), geaendert: zaehle('geaendert'), unveraendert: zaehle('unveraendert'), abgelehnt: maengel.length }
  const spalten = Object.fromEntries(Object.entries(zuordnung).flatMap(([ziel, index]) => (index === undefined ? [] : [[ziel, tabelle.kopf[index] ?? '']])))
  if (io.json) { io.out(JSON.stringify({ ok: true, probe: aufruf.probe, strategie: angabe.strategie, stichtag: angabe.stichtag, dezimal: dezimal ?? null, spalten, ...zahlen, maengel: maengel.map(({ nummer, text }) => ({ zeile: nummer, text })) })); return }
  for (const hinweis of hinweise) io.out(hinweis)
  io.out(`Spalten: ${Object.entries(spalten).map(([ziel, titel]) => `${ziel} = ${titel}`).join(', ') || 'keine erkannt'}`)
  if (aufruf.probe) for (const { zeile, jahr, betraege, wirkung } of schritte) io.out(`  ${wirkung.padEnd(12)} ${zeile.bezeichnung} ${jahr}: ${BETRAEGE.flatMap((ziel) => (betraege[ziel] === null ? [] : [`${ziel} ${formatAmount(betraege[ziel])} €`])).join(', ')}`)
  for (const { nummer, text } of maengel) io.out(`  Zeile ${nummer}: ${text}`)
  io.out(`${aufruf.probe ? 'Geprüft, nichts geändert' : 'Übernommen'}: ${zahlen.neu} neu, ${zahlen.geaendert} geändert, ${zahlen.unveraendert} unverändert, ${zahlen.abgelehnt} nicht lesbar.`)
}

async function einlesen(app: App, args: readonly string[], io: Io): Promise<number> {
  const aufruf = lies(args)
  if (!aufruf) { io.err(`Aufruf: stadtkern finanzplan import ${AUFRUF}`); return 2 }
  const mandant = aufruf.werte.get('--mandant')
  const stadt = mandant === undefined ? app.mandanten.all()[0] : app.mandanten.bySchluessel(mandant)
  if (!stadt) { io.err('Diese Stadt gibt es nicht.'); return 2 }
  try {
    await ausfuehren(app, stadt.id, aufruf, io)
    return 0
  } catch (error) {
    const felder = error instanceof Invalid ? error.felder : error instanceof NotFound ? [{ feld: 'strategie', text: error.message }] : undefined
    if (!felder) throw error
    if (io.json) io.out(JSON.stringify({ ok: false, felder }))
    else for (const { text } of felder) io.err(text)
    return 1
  }
}

export const befehle: readonly CliCommand[] = [{
  wort: 'finanzplan import', aufruf: AUFRUF, run: einlesen,
  hilfe: 'Liest Soll-Ist-Zahlen des Haushalts aus einer CSV- oder Excel-Datei (.xlsx) wie die Seite „Zahlen einlesen“; mit --dry-run nur geprüft. Noch einmal eingelesen ändert sich nichts.',
}]

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { App } from '../../../platform/app.js'
import { Invalid } from '../../../platform/errors.js'
import type { CliCommand } from '../../../platform/modul.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import type { Einlesebericht } from './einlesen/bericht.js'
import { planEinlesen } from './einlesen/command.js'
import { planPruefen } from './einlesen/query.js'
import { GRENZEN } from './domain/einlesen/yaml.js'

type Io = Parameters<CliCommand['run']>[2]

const AUFRUF = 'DATEI [--mandant M] [--dry-run]'

/** @throws Invalid where there is no readable file */
export async function lesePlandatei(pfad: string): Promise<{ quelle: string; text: string }> {
  const stand = await stat(pfad).catch(() => undefined)
  if (!stand?.isFile()) throw new Invalid([{ feld: 'datei', text: `Die Datei ${pfad} gibt es nicht.` }])
  if (stand.size > GRENZEN.bytes) throw new Invalid([{ feld: 'datei', text: `Die Datei ist größer als ${GRENZEN.bytes / 1_000_000} MB. Bitte teilen Sie sie auf.` }])
  return { quelle: quellname(basename(pfad)), text: alsText(await readFile(pfad)) }
}

export const quellname = (dateiname: string): string => dateiname.replace(/\.ya?ml$/i, '').slice(0, 100) || 'plan'

/** @throws Invalid where the bytes are no UTF-8 */
export function alsText(bytes: Uint8Array): string {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes) } catch { throw new Invalid([{ feld: 'datei', text: 'Die Datei ist nicht als UTF-8 gespeichert. Bitte speichern Sie sie als UTF-8.' }]) }
}

async function einlesen(app: App, args: readonly string[], io: Io): Promise<number> {
  const rest: string[] = []
  let [mandant, probe, falsch] = [undefined as string | undefined, false, false]
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (argument === '--mandant') mandant = args[++index]
    else if (argument === '--dry-run') probe = true
    else if (argument.startsWith('--')) falsch = true
    else rest.push(argument)
  }
  const [pfad, zuviel] = rest
  if (!pfad || zuviel || falsch) { io.err(`Aufruf: stadtkern programm import ${AUFRUF}`); return 2 }
  const stadt = mandant === undefined ? app.mandanten.all()[0] : app.mandanten.bySchluessel(mandant)
  if (!stadt) { io.err('Diese Stadt gibt es nicht.'); return 2 }
  const actor = systemActor(stadt.id, 'befehlszeile')
  try {
    const datei = await lesePlandatei(pfad)
    const ergebnis = probe ? await app.ask(actor, planPruefen, datei) : await app.execute(actor, planEinlesen, datei)
    drucke(ergebnis, probe, io)
    return 0
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    if (io.json) io.out(JSON.stringify({ ok: false, felder: error.felder }))
    else for (const { text } of error.felder) io.err(text)
    return 1
  }
}

function drucke(ergebnis: Einlesebericht, probe: boolean, io: Io): void {
  if (io.json) { io.out(JSON.stringify(ergebnis)); return }
  io.out(`${ergebnis.imported} Objekte ${probe ? 'gelesen, nichts geändert' : 'übernommen'}: ${ergebnis.created} neu, ${ergebnis.changed} geändert, ${ergebnis.unchanged} unverändert.`)
  for (const { kind, object, text } of ergebnis.reported) io.out(`  ${kind.padEnd(18)} ${object}: ${text}`)
  for (const [name, wert] of Object.entries(ergebnis.sums)) io.out(`  Summe ${name}: ${typeof wert === 'number' ? wert.toLocaleString('de-DE') : JSON.stringify(wert)}`)
}

export const befehle: readonly CliCommand[] = [{
  wort: 'programm import', aufruf: AUFRUF, hilfe: 'Liest Strategie, Bausteine, Maßnahmen und Finanzplan aus einer YAML-Datei; mit --dry-run nur geprüft. Noch einmal eingelesen ändert sich nichts.', run: einlesen,
}]

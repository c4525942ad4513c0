import { writeFile } from 'node:fs/promises'
import type { App } from '../../../platform/app.js'
import { Invalid } from '../../../platform/errors.js'
import type { CliCommand } from '../../../platform/modul.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import type { Befund } from './domain/paket.js'
import { alsZip, paketExportieren } from './exportieren/query.js'
import { paketEinspielen, pruefeGanzesPaket } from './importieren/einspielen.js'
import { lesePaketdateien } from './importieren/paket-lesen.js'

type Io = Parameters<CliCommand['run']>[2]

interface Aufruf { readonly rest: readonly string[]; readonly mandant: string | undefined; readonly schalter: ReadonlySet<string> }

function leseAufruf(args: readonly string[]): Aufruf {
  const rest: string[] = []
  const schalter = new Set<string>()
  let mandant: string | undefined
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (argument === '--mandant') mandant = args[++index]
    else if (argument.startsWith('--')) schalter.add(argument)
    else rest.push(argument)
  }
  return { rest, mandant, schalter }
}

function alsSystem(app: App, mandant: string | undefined): Actor | undefined {
  const town = mandant === undefined ? app.mandanten.all()[0] : app.mandanten.bySchluessel(mandant)
  return town && systemActor(town.id, 'befehlszeile')
}

const zeile = ({ stufe, datei, ort, text }: Befund) => `  ${stufe.padEnd(7)} ${datei}${ort ? ` ${ort}` : ''}: ${text}`

async function importieren(app: App, args: readonly string[], io: Io): Promise<number> {
  const { rest: [pfad, zuviel], mandant, schalter } = leseAufruf(args)
  if (!pfad || zuviel || [...schalter].some((name) => name !== '--dry-run' && name !== '--entwurf')) { io.err('Aufruf: stadtkern leistung import ORDNER_ODER_ZIP [--mandant M] [--dry-run] [--entwurf]'); return 2 }
  const actor = alsSystem(app, mandant)
  if (!actor) { io.err('Diese Stadt gibt es nicht.'); return 2 }
  try {
    const dateien = await lesePaketdateien(pfad)
    if (schalter.has('--dry-run')) return await pruefen(app, actor, dateien, io, schalter.has('--entwurf'))
    const ergebnis = await paketEinspielen(app, actor, { dateien, veroeffentlichen: !schalter.has('--entwurf') })
    if (io.json) io.out(JSON.stringify({ ok: true, ...ergebnis }))
    else io.out(`${ergebnis.schluessel}: ${ergebnis.neu ? `Version ${ergebnis.version} eingespielt` : `unverändert (Version ${ergebnis.version})`}${ergebnis.veroeffentlicht ? ', veröffentlicht' : ''}.`)
    return 0
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    if (io.json) io.out(JSON.stringify({ ok: false, felder: error.felder }))
    else { io.err(error.message); for (const { feld, text } of error.felder) io.err(`  ${feld ? `${feld}: ` : ''}${text}`) }
    return 1
  }
}

async function pruefen(app: App, actor: Actor, dateien: Readonly<Record<string, string>>, io: Io, entwurf: boolean): Promise<number> {
  const befunde = await pruefeGanzesPaket(app, actor, dateien)
  const ok = !befunde.some(({ stufe }) => stufe === 'fehler' || (stufe === 'luecke' && !entwurf))
  if (io.json) io.out(JSON.stringify({ ok, befunde }))
  else { io.out(ok ? 'Das Paket kann eingespielt werden.' : 'Das Paket kann so nicht eingespielt werden.'); for (const befund of befunde) io.out(zeile(befund)) }
  return ok ? 0 : 1
}

async function exportieren(app: App, args: readonly string[], io: Io): Promise<number> {
  const { rest: [schluessel, ziel, zuviel], mandant } = leseAufruf(args)
  if (!schluessel || !ziel || zuviel) { io.err('Aufruf: stadtkern leistung export SCHLUESSEL ZIP [--mandant M]'); return 2 }
  const actor = alsSystem(app, mandant)
  if (!actor) { io.err('Diese Stadt gibt es nicht.'); return 2 }
  const { version, dateien } = await app.ask(actor, paketExportieren, { schluessel })
  const bytes = await alsZip(dateien)
  await writeFile(ziel, bytes)
  io.out(io.json ? JSON.stringify({ schluessel, version, dateien: Object.keys(dateien), bytes: bytes.length }) : `${schluessel}, Version ${version}: ${Object.keys(dateien).length} Dateien in ${ziel}.`)
  return 0
}

export const befehle: readonly CliCommand[] = [
  {
    wort: 'leistung import', aufruf: 'ORDNER_ODER_ZIP [--mandant M] [--dry-run] [--entwurf]',
    hilfe: 'Spielt ein Leistungspaket ein und veröffentlicht es; mit --entwurf ohne Veröffentlichung, mit --dry-run nur geprüft.', run: importieren,
  },
  { wort: 'leistung export', aufruf: 'SCHLUESSEL ZIP [--mandant M]', hilfe: 'Schreibt das Paket einer Leistung als ZIP-Datei.', run: exportieren },
]

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { App } from '../../../platform/app.js'
import { Conflict, Invalid } from '../../../platform/errors.js'
import type { CliCommand } from '../../../platform/modul.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { leseAuszuege } from './domain/camt.js'
import { alsEingabe, auszugBuchen, auszugVormerken } from './einlesen/command.js'
import { auszuegeAufnehmen } from './einlesen/datei.js'

type Io = Parameters<CliCommand['run']>[2]

async function lies(pfad: string | undefined, io: Io, aufruf: string): Promise<Buffer | undefined> {
  if (!pfad) { io.err(`Aufruf: stadtkern ${aufruf}`); return undefined }
  return readFile(pfad).catch((error: unknown) => { io.err(`Die Datei lässt sich nicht lesen: ${error instanceof Error ? error.message : String(error)}`); return undefined })
}

/** The reasons of a refusal and exit code 1. @throws everything else */
function abgelehnt(error: unknown, io: Io): 1 {
  if (!(error instanceof Invalid || error instanceof Conflict)) throw error
  const gruende = error instanceof Invalid ? error.felder.map(({ text }) => text) : []
  if (io.json) io.out(JSON.stringify({ ok: false, gruende: gruende.length > 0 ? gruende : [error.message] }))
  else { io.err(error.message); for (const grund of gruende) io.err(`  ${grund}`) }
  return 1
}

/** Says whether a file of a bank can be read, and everything that keeps it from it. Books nothing and needs no town. */
export const kontoauszugCheck: CliCommand = {
  wort: 'kontoauszug check', aufruf: 'DATEI.xml', hilfe: 'Prüft einen Kontoauszug (CAMT.053), ohne ihn einzulesen',
  async run(_app, args, io) {
    const bytes = await lies(args.find((arg) => !arg.startsWith('--')), io, 'kontoauszug check DATEI.xml')
    if (!bytes) return 2
    try {
      const auszuege = leseAuszuege(bytes).map(({ iban, nr, zeilen }) => ({ iban, nr, umsaetze: zeilen.length }))
      if (io.json) io.out(JSON.stringify({ ok: true, auszuege }))
      else for (const { iban, nr, umsaetze } of auszuege) io.out(`Auszug ${nr}, Konto ${iban}: ${umsaetze} Umsätze. Er kann eingelesen werden.`)
      return 0
    } catch (error) { return abgelehnt(error, io) }
  },
}

/** For the job that fetches statements from the bank at night: takes them in, and books them where that is wanted. */
export const kontoauszugImport: CliCommand = {
  wort: 'kontoauszug import', aufruf: 'DATEI.xml [--mandant M] [--buchen]', hilfe: 'Nimmt einen Kontoauszug auf; mit --buchen bucht er, was eindeutig ist',
  async run(app, args, io) {
    const stelle = args.indexOf('--mandant')
    const town = stelle < 0 ? app.mandanten.all()[0] : app.mandanten.bySchluessel(args[stelle + 1] ?? '')
    if (!town) { io.err('Diese Stadt gibt es nicht.'); return 2 }
    const pfad = args.find((arg, index) => !arg.startsWith('--') && (stelle < 0 || index !== stelle + 1))
    const bytes = await lies(pfad, io, 'kontoauszug import DATEI.xml [--mandant M] [--buchen]')
    return bytes && pfad ? nimmAuf(app, town.id, { bytes, dateiname: basename(pfad) }, args.includes('--buchen'), io) : 2
  },
}

async function nimmAuf(app: App, mandantId: string, datei: { bytes: Uint8Array; dateiname: string }, buchen: boolean, io: Io): Promise<0 | 1> {
  const actor = systemActor(mandantId, 'befehlszeile')
  try {
    const aufgenommen = await auszuegeAufnehmen(app, mandantId, datei, (eingabe) => app.execute(actor, auszugVormerken, eingabe))
    for (const { id, auszug: { nr, zeilen } } of aufgenommen) if (buchen) await app.execute(actor, auszugBuchen, { id, nr, umsaetze: alsEingabe(zeilen) })
    const auszuege = aufgenommen.map(({ id, auszug: { nr, zeilen } }) => ({ id, nr, umsaetze: zeilen.length }))
    if (io.json) io.out(JSON.stringify({ ok: true, gebucht: buchen, auszuege }))
    else for (const { nr, umsaetze } of auszuege) io.out(`Auszug ${nr}: ${umsaetze} Umsätze ${buchen ? 'gebucht; was nicht eindeutig war, steht in der Klärung' : 'aufgenommen, noch nicht gebucht'}.`)
    return 0
  } catch (error) { return abgelehnt(error, io) }
}

import { readFileSync } from 'node:fs'
import type { CliCommand } from '../../../platform/modul.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { leseAktenplanCsv } from './domain/csv.js'
import { aktenplanImportieren, type Aktenplanvergleich } from './importieren/command.js'

/** Reads a CSV file into one town's plan and prints what differs. */
export const importCli: CliCommand = {
  wort: 'aktenplan import',
  aufruf: 'DATEI.csv [--mandant M] [--dry-run]',
  hilfe: 'Liest einen Aktenplan ein und nennt die Unterschiede. --dry-run vergleicht nur.',
  async run(app, args, io) {
    const wert = (name: string) => { const index = args.indexOf(name); return index >= 0 ? args[index + 1] : undefined }
    const schluessel = wert('--mandant')
    const [datei] = args.filter((argument, index) => !argument.startsWith('--') && args[index - 1] !== '--mandant')
    const mandant = schluessel ? app.mandanten.bySchluessel(schluessel) : app.mandanten.all()[0]
    if (!datei || !mandant) { io.err(mandant ? 'Bitte nennen Sie die Datei.' : `Die Stadt ${schluessel ?? ''} gibt es hier nicht.`); return 2 }
    const { einheiten, fehler } = leseAktenplanCsv(readFileSync(datei, 'utf8'))
    if (fehler.length > 0) {
      if (io.json) io.out(JSON.stringify({ ok: false, fehler }))
      else for (const einer of fehler) io.err(einer.text)
      return 1
    }
    const probe = args.includes('--dry-run')
    const vergleich = await app.execute(systemActor(mandant.id, 'cli'), aktenplanImportieren, { einheiten, probe })
    if (io.json) io.out(JSON.stringify({ ok: true, probe, mandant: mandant.schluessel, ...vergleich }))
    else for (const zeile of inWorten(vergleich, probe)) io.out(zeile)
    return 0
  },
}

/** The comparison as lines for people. */
export function inWorten(vergleich: Aktenplanvergleich, probe: boolean): string[] {
  return [
    `${probe ? 'Probe: ' : ''}${vergleich.neu.length} neu, ${vergleich.geaendert.length} geändert, ${vergleich.unveraendert} unverändert`,
    ...vergleich.neu.map((kennzeichen) => `+ ${kennzeichen}`),
    ...vergleich.geaendert.map(({ kennzeichen, felder }) => `~ ${kennzeichen}: ${felder.join(', ')}`),
    ...vergleich.nurImBestand.map((kennzeichen) => `  ${kennzeichen}: steht nicht in der Datei und bleibt`),
    ...vergleich.nichtAktiv.map(({ kennzeichen, hindernisse }) => `! ${kennzeichen}: nicht frei für neue Akten. ${hindernisse.join(' ')}`),
  ]
}

import { readFile } from 'node:fs/promises'
import type { CliCommand } from '../../../platform/modul.js'
import { pruefeModell } from './modelle.js'

/** Checks a model as its release would, without releasing it. Findings that are only hints leave the exit code 0. */
export const prozessCheck: CliCommand = {
  wort: 'prozess check', aufruf: 'DATEI.bpmn', hilfe: 'Prüft ein BPMN-Modell so, wie die Freigabe es prüft',
  async run(_app, args, io) {
    const [datei] = args.filter((arg) => !arg.startsWith('--'))
    if (!datei) { io.err('Aufruf: prozess check DATEI.bpmn'); return 2 }
    const xml = await readFile(datei, 'utf8').catch((error: unknown) => { io.err(`Die Datei lässt sich nicht lesen: ${error instanceof Error ? error.message : String(error)}`) })
    if (xml === undefined) return 2
    const { modell, befunde } = await pruefeModell(xml)
    const ok = !befunde.some(({ schwere }) => schwere === 'fehler')
    if (io.json) io.out(JSON.stringify({ ok, prozess: modell?.processId ?? null, name: modell?.name ?? null, befunde }))
    else {
      for (const { schwere, elementId, name, text } of befunde) io.out(`${schwere === 'fehler' ? 'Fehler ' : 'Hinweis'} ${elementId}${name ? ` „${name}“` : ''}: ${text}`)
      io.out(ok ? 'Das Modell kann laufen.' : 'Das Modell kann so nicht laufen.')
    }
    return ok ? 0 : 1
  },
}

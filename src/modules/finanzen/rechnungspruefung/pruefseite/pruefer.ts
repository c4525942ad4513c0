/**
 * Checks files in threads of their own, bounded in time, memory and number: a file that takes too long or too much ends its
 * thread, never the web process. Threads start when first needed and go when they have had nothing to do for a while.
 */
import { Worker } from 'node:worker_threads'
import { Invalid, Refused } from '../../../../platform/errors.js'
import type { Auftrag, Ergebnis } from './pruefarbeiter.js'

/** In a bundle the thread's code is a file of its own next to the program (see build.mjs). */
function skript(): URL {
  const hier = import.meta.url
  if (/\.tsx?$/.test(hier)) return new URL('pruefarbeiter.ts', hier)
  return new URL(hier.includes('/chunks/') ? '../pruefarbeiter.js' : 'pruefarbeiter.js', hier)
}

export interface Grenzen {
  readonly arbeiter: number
  /** How many files may wait. */
  readonly warteschlange: number
  readonly sekunden: number
  readonly megabyte: number
}

const GRENZEN: Grenzen = { arbeiter: 2, warteschlange: 20, sekunden: 20, megabyte: 768 }
const RUHE_MS = 60_000

const ZU_LANGE = 'Die Prüfung dieser Datei dauert zu lange. Bitte lassen Sie die Rechnung mit weniger Positionen oder kleineren Anlagen erstellen.'
const ZU_VIEL = 'Diese Datei braucht zum Prüfen zu viel Speicher. Bitte lassen Sie die Rechnung mit weniger Positionen oder kleineren Anlagen erstellen.'
const VOLL = 'Gerade werden sehr viele Rechnungen geprüft. Bitte versuchen Sie es in einer Minute noch einmal.'

const zuGross = (text: string): Invalid => new Invalid([{ feld: 'datei', text }])

interface Wartend { readonly auftrag: Auftrag; readonly fertig: (ergebnis: Ergebnis) => void; readonly gescheitert: (grund: unknown) => void }

/** A pool of checking threads. The one for the program is {@link imPruefer}; tests make their own with small bounds. */
export function pruefer(grenzen: Grenzen = GRENZEN, datei: URL = skript()): (auftrag: Auftrag) => Promise<Ergebnis> {
  const frei: Worker[] = []
  const warten: Wartend[] = []
  let laufend = 0

  function starte(): Worker {
    const worker = new Worker(datei, {
      resourceLimits: { maxOldGenerationSizeMb: grenzen.megabyte, maxYoungGenerationSizeMb: 64 }, stdout: false, stderr: false,
      // In tests and while developing the thread starts from its source, whatever the process itself was started from.
      ...(datei.pathname.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
    })
    worker.unref()
    return worker
  }

  function ruhe(worker: Worker): void {
    frei.push(worker)
    setTimeout(() => {
      const stelle = frei.indexOf(worker)
      if (stelle === -1) return
      frei.splice(stelle, 1)
      void worker.terminate()
    }, RUHE_MS).unref()
  }

  function weiter(): void {
    while (laufend < grenzen.arbeiter) {
      const naechster = warten.shift()
      if (!naechster) return
      laufend += 1
      void bearbeite(naechster)
    }
  }

  async function bearbeite({ auftrag, fertig, gescheitert }: Wartend): Promise<void> {
    const worker = frei.pop() ?? starte()
    try {
      fertig(await antwort(worker, auftrag, grenzen.sekunden))
      ruhe(worker)
    } catch (grund) {
      void worker.terminate()
      gescheitert(grund)
    } finally {
      laufend -= 1
      weiter()
    }
  }

  return (auftrag) => new Promise((fertig, gescheitert) => {
    if (warten.length >= grenzen.warteschlange) throw new Refused(503, VOLL)
    warten.push({ auftrag, fertig, gescheitert })
    weiter()
  })
}

/** @throws Invalid at the field `datei` when the thread had to be ended */
function antwort(worker: Worker, auftrag: Auftrag, sekunden: number): Promise<Ergebnis> {
  return new Promise((fertig, gescheitert) => {
    const uhr = setTimeout(() => { gescheitert(zuGross(ZU_LANGE)) }, sekunden * 1_000)
    const ende = (tun: () => void): void => {
      clearTimeout(uhr)
      worker.removeAllListeners()
      // An error that comes after the answer has been given must not end the process.
      worker.on('error', () => undefined)
      tun()
    }
    worker.removeAllListeners()
    worker.once('message', (ergebnis: Ergebnis) => { ende(() => { fertig(ergebnis) }) })
    worker.once('error', (grund: Error & { code?: string }) => {
      ende(() => { gescheitert(grund.code === 'ERR_WORKER_OUT_OF_MEMORY' ? zuGross(ZU_VIEL) : grund) })
    })
    worker.once('exit', () => { ende(() => { gescheitert(new Error('the checking thread ended without an answer')) }) })
    worker.postMessage(auftrag, [])
  })
}

/** Checks a file in a thread of the program's pool. */
export const imPruefer = pruefer()

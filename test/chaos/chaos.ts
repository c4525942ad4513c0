import { setTimeout as sleep } from 'node:timers/promises'
import { startAnlage } from './anlage.js'
import { startLast } from './last.js'
import { pruefe, warteAufRuhe } from './pruefung.js'
import { plan, stoere } from './stoerungen.js'
import { frageNach } from './zahlung.js'

export interface Chaosbericht {
  readonly rounds: number; readonly seed: number; readonly sekunden: { readonly start: number; readonly runden: number; readonly ruhe: number; readonly ganz: number }
  readonly zugesagt: number; readonly bezahlt: number; readonly schritte: number; readonly wiederholt: number
  /** Kinds that this machine could not do. */
  readonly ausgelassen: readonly string[]
  /** Unexpected errors in the logs, each once: not wrong by themselves, but worth a look. */
  readonly protokoll: readonly string[]
  readonly befunde: readonly string[]
}

/** Acknowledged applications without which a run says nothing. */
const GENUG = 10

/** Breaks one thing after the other under load, lets the installation come to rest, and looks what is wrong. */
export async function chaos({ rounds, seed, say = () => undefined }: { rounds: number; seed: number; say?: (text: string) => void }): Promise<Chaosbericht> {
  const begin = performance.now()
  const anlage = await startAnlage()
  try {
    await anlage.bereit()
    const last = await startLast(anlage)
    const laeuft = performance.now()
    const ausgelassen = new Set<string>()
    for (const [index, runde] of plan(rounds, seed).entries()) {
      // On a slow machine the web process would be killed again before it has served anybody.
      if (runde.art === 'toete-web' || runde.art === 'toete-postgres') await anlage.bereit()
      await sleep(runde.wartenMs)
      say(`${index + 1} ${runde.art} ${runde.dauerMs} ms`)
      if (!await stoere(anlage, runde)) ausgelassen.add(runde.art)
    }
    await anlage.bereit()
    for (const until = Date.now() + 30_000; last.zugesagt.length < GENUG && Date.now() < until;) await sleep(100)
    await last.stop()
    const zurRuhe = performance.now()
    const unruhig = await warteAufRuhe(anlage, 120_000)
    const unbezahlt = await frageNach(anlage, 10)
    const offen = [...unruhig, ...unbezahlt, ...await warteAufRuhe(anlage, 60_000)]
    const ruhig = performance.now()
    const befunde = [...offen, ...await pruefe(anlage, last)]
    const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10
    return {
      rounds, seed, zugesagt: last.zugesagt.length, bezahlt: last.bezahlt.size, schritte: last.schritte(), wiederholt: last.wiederholt(), ausgelassen: [...ausgelassen], befunde,
      protokoll: zusammengefasst(anlage.fehler),
      sekunden: { start: seconds(begin, laeuft), runden: seconds(laeuft, zurRuhe), ruhe: seconds(zurRuhe, ruhig), ganz: seconds(begin, performance.now()) },
    }
  } finally {
    await anlage.close()
  }
}

/** The same text once with its number, ids left out. */
function zusammengefasst(texte: readonly string[]): string[] {
  const gleiche = Map.groupBy(texte, (text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{12,64}\b/g, '…').slice(0, 300))
  return [...gleiche].map(([text, alle]) => `${alle.length} × ${text}`).toSorted()
}

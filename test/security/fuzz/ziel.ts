import { ExpectedError } from '../../../src/platform/errors.js'
import type { Probe, Vorrat } from './mutanten.js'

/** One parser that takes bytes from outside. */
export interface Ziel extends Vorrat {
  readonly name: string
  /** Files below `src` whose reading of foreign bytes this drives; a test compares them with what the sources really do. */
  readonly liest: readonly string[]
  /** Tens of milliseconds for each input: the test of every day takes fewer. */
  readonly langsam?: true
  /** Has to end with a verdict, or with an error that it declares. */
  pruefe(probe: Probe): unknown
  /** Errors that the parser declares, beside the four expected ones of the program. */
  readonly erklaert?: readonly (abstract new (...args: never[]) => Error)[]
}

/** Processor seconds for one input. Generous: it is there to notice work that explodes with the input, not a busy machine. */
export const SEKUNDEN = 5

/** What is wrong with how the parser took this input; undefined when it gave a verdict in time. */
export async function mangel(ziel: Ziel, probe: Probe): Promise<string | undefined> {
  const vorher = process.cpuUsage()
  try {
    await ziel.pruefe(probe)
  } catch (error) {
    const erklaert = error instanceof ExpectedError || ziel.erklaert?.some((art) => error instanceof art)
    if (!erklaert) return error instanceof Error ? error.stack ?? error.message : `threw ${String(error)}`
  }
  const { user, system } = process.cpuUsage(vorher)
  const sekunden = (user + system) / 1_000_000
  return sekunden > SEKUNDEN ? `took ${sekunden.toFixed(1)} s` : undefined
}

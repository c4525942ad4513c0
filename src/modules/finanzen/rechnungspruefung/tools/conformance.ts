import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The folder of official artefacts, or `undefined` where it is missing (then tests skip). */
export function conformanceFolder(): string | undefined {
  const candidates = [process.env['STADTKERN_CONFORMANCE'], '../shared/conformance', '../../shared/conformance']
  return candidates.map((c) => c && resolve(c)).find((c) => c && existsSync(`${c}/xrechnung`))
}

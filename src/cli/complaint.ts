import { connectionProblem } from '../platform/database/connection-problem.js'
import type { Feldfehler } from '../platform/errors.js'

/** What went wrong, in a sentence that an operator can act on. A bug keeps its English message. */
export function complaintOf(error: unknown): string {
  const known = error as { code?: unknown; path?: unknown; felder?: readonly Feldfehler[] } | null
  const database = connectionProblem(error)
  if (database) return database
  if (typeof known?.path === 'string') {
    if (known.code === 'ENOENT') return `Das gibt es nicht: ${known.path}`
    if (known.code === 'EISDIR') return `Das ist ein Ordner, gebraucht wird eine Datei: ${known.path}`
    if (known.code === 'ENOTDIR') return `Das ist kein Ordner: ${known.path}`
    if (known.code === 'EACCES' || known.code === 'EPERM') return `Dafür fehlen die Rechte: ${known.path}`
    if (known.code === 'ENOSPC') return `Der Platz reicht nicht: ${known.path}`
  }
  const message = error instanceof Error ? error.message : String(error)
  return [message, ...(known?.felder ?? []).map(({ feld, text }) => `  ${feld ? `${feld}: ` : ''}${text}`)].join('\n')
}

/** SQLSTATE and system codes of a database that cannot be used, and what to do about it. */
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Die Datenbank antwortet nicht. Bitte prüfen Sie, ob sie läuft und ob Rechner und Anschluss in DATABASE_URL stimmen.',
  ENOTFOUND: 'Den Rechner der Datenbank gibt es nicht. Bitte prüfen Sie den Namen in DATABASE_URL.',
  EAI_AGAIN: 'Der Name des Datenbankrechners lässt sich gerade nicht auflösen.',
  ETIMEDOUT: 'Die Datenbank antwortet nicht rechtzeitig. Bitte prüfen Sie Netz und DATABASE_URL.',
  '28P01': 'Die Datenbank lehnt Benutzer oder Passwort in DATABASE_URL ab.',
  '28000': 'Die Datenbank lehnt den Benutzer in DATABASE_URL ab.',
  '3D000': 'Die Datenbank in DATABASE_URL gibt es nicht. Bitte legen Sie sie an: docs/handbuch/betrieb.md.',
  '57P03': 'Die Datenbank startet gerade oder ist gesperrt. Bitte versuchen Sie es gleich noch einmal.',
  '25006': 'Kein Server in DATABASE_URL nimmt Änderungen an. Bitte machen Sie einen Standby zum Primärserver: '
    + 'docs/handbuch/betrieb.md, „Hochverfügbarkeit“.',
  '53300': 'Die Datenbank nimmt keine weiteren Verbindungen an.',
}

/** A German sentence when the error means that the database cannot be reached or refuses the user; undefined for all else. */
export function connectionProblem(error: unknown): string | undefined {
  const inner = error instanceof AggregateError ? error.errors[0] as unknown : error
  const code = (inner as { code?: unknown } | null)?.code
  const socket = code === 'ENOENT' && (inner as { syscall?: unknown }).syscall === 'connect'
  if (socket) return sentences['ECONNREFUSED']
  return (typeof code === 'string' ? sentences[code] : undefined) ?? (isDatabaseAway(inner) ? sentences['57P03'] : undefined)
}

/** What the driver says without a code: the connection broke under a statement, was broken before it, or none was free in time. */
const BROKEN = new RegExp(`^(${[
  'Connection terminated', 'Client has encountered a connection error', 'Client was closed',
  'timeout exceeded when trying to connect', 'timeout expired', 'Query read timeout',
].join('|')})`)

/** What the system says; a machine that is off has no route, and often no name any more. */
const UNREACHABLE = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
])

/** Nothing is wrong with what was asked: the database is gone, takes nobody, or has no room. The same may go well in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message = '', syscall } = error as { code?: unknown; message?: string; syscall?: string }
  if (typeof code !== 'string') return BROKEN.test(message)
  return /^(57P0[1235]|08\w{3}|53\w{3}|25P0[34]|25006)$/.test(code) || UNREACHABLE.has(code)
    || (code === 'ENOENT' && syscall === 'connect')
}

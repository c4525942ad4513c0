/**
 * Structured logs, one JSON object a line, on standard error. Ids, codes and durations; never form contents, tokens or names (K4-02).
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

const LEVELS = { silent: -1, fatal: 0, error: 0, warn: 1, info: 2, debug: 2, trace: 2 } as const
export type LogLevel = keyof typeof LEVELS

export function openLog(level: LogLevel, write: (line: string) => void = (line) => { process.stderr.write(line) }): Log {
  const at = (name: 'error' | 'warn' | 'info') => (event: string, fields: LogFields = {}) => {
    if (LEVELS[level] >= LEVELS[name]) write(`${JSON.stringify({ zeit: new Date().toISOString(), stufe: name, ereignis: event, ...fields })}\n`)
  }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

import { parseDate } from '../../../../platform/time/index.js'

/** A date as people type it, or ISO, as ISO text; undefined when there is no such day. */
export function isoAus(text: string): string | undefined {
  const gelesen = parseDate(text, 2026)
  return gelesen.ok ? gelesen.value.toString() : undefined
}

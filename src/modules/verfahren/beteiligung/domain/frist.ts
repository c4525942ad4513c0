import type { Feldfehler } from '../../../../platform/errors.js'

/** A day for statements lies in the future and not further away than a year. */
export function fristFehler(frist: string, today: Temporal.PlainDate): Feldfehler[] {
  let tag: Temporal.PlainDate
  try { tag = Temporal.PlainDate.from(frist) } catch { return [{ feld: 'frist', text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie ihn.' }] }
  if (Temporal.PlainDate.compare(tag, today) <= 0) return [{ feld: 'frist', text: 'Bitte geben Sie einen Tag ab morgen an.' }]
  if (Temporal.PlainDate.compare(tag, today.add({ years: 1 })) > 0) return [{ feld: 'frist', text: 'Bitte geben Sie einen Tag im nächsten Jahr oder früher an.' }]
  return []
}

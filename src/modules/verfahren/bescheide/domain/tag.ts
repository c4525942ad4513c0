/** A day as posted; null for none and for one that does not exist. */
export function leseTag(text: string | null): Temporal.PlainDate | null {
  if (!text) return null
  try { return Temporal.PlainDate.from(text, { overflow: 'reject' }) } catch { return null }
}

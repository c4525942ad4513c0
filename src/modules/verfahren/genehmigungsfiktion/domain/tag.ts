/** A day as posted; undefined for one that does not exist. */
export function leseTag(text: string): Temporal.PlainDate | undefined {
  try { return Temporal.PlainDate.from(text, { overflow: 'reject' }) } catch { return undefined }
}

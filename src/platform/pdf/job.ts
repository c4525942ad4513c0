import type { Json } from './text.js'

export type PdfStandard = 'a-2a' | 'a-3a' | 'ua-1'

export type PdfAttachment = {
  name: string
  mime: string
  bytes: Buffer
  description: string
  /** How the file relates to the document (PDF/A-3 AFRelationship). */
  relationship: 'source' | 'data' | 'alternative' | 'supplement'
}

export type PdfJob = {
  /** A file of `templates/` without extension, or Typst source, which may import from those files. */
  template: string | { source: string }
  /** Reaches the template as `json("/.daten.json")`, in `layout.typ` `lies-daten()`; nothing in it is ever read as markup. */
  data: Json
  /** All are tagged. A-2a for letters and files, A-3a when there are attachments, UA-1 for the web. */
  standard: PdfStandard
  /** Time stamp inside the file, in whole seconds. The same input with the same time gives the same bytes. */
  createdAt: Temporal.Instant
  /** Only with A-3a: PDF/A-2 allows no other files inside. */
  attachments?: readonly PdfAttachment[]
  /**
   * What to do about characters without glyph (an emoji, say): `fehler` (default) refuses, `ersetzen` prints the code
   * point in brackets. A receipt must go out whatever somebody typed; a decision should be corrected by its author.
   */
  missingGlyphs?: 'fehler' | 'ersetzen'
}

export type Pdf = { bytes: Buffer; sha256: string; pages: number; replaced: string[] }

export type PdfErrorCode = 'vorlageFehlt' | 'vorlageFehlerhaft' | 'zeichenFehlt' | 'anlageUnzulaessig'

/** A document could not be made. `characters` names what has no glyph; `message` names the cause. */
export class PdfError extends Error {
  readonly code: PdfErrorCode
  readonly characters: readonly string[]
  constructor(code: PdfErrorCode, message: string, characters: readonly string[] = []) {
    super(message)
    this.name = 'PdfError'
    this.code = code
    this.characters = characters
  }
}

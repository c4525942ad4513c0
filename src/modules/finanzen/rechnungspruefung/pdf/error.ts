/** The PDF cannot be used: no electronic invoice inside, encrypted, or damaged. The message is German. */
export class PdfError extends Error {
  readonly english: string

  constructor(message: string, english: string) {
    super(message)
    this.name = 'PdfError'
    this.english = english
  }
}

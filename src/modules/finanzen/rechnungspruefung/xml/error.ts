/** Kinds of refusal; `limit` and `dtd` protect this program, the others say that the file is no XML. */
export type XmlErrorKind = 'encoding' | 'syntax' | 'namespace' | 'dtd' | 'limit'

/** The file cannot be read as XML. `offset` counts UTF-16 units of the decoded text. */
export class XmlError extends Error {
  readonly kind: XmlErrorKind
  readonly offset: number

  constructor(kind: XmlErrorKind, message: string, offset: number) {
    super(message)
    this.name = 'XmlError'
    this.kind = kind
    this.offset = offset
  }
}

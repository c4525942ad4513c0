export { findMissingGlyphs, PdfError, renderPdf } from './render.js'
export type { Pdf, PdfAttachment, PdfErrorCode, PdfJob, PdfStandard } from './render.js'
export type { Json } from './text.js'
export type * from './templates.js'

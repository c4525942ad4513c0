/**
 * The thread in which files of strangers are checked (see pruefer.ts): whatever a file makes it do, the web process goes on.
 */
import { parentPort } from 'node:worker_threads'
import { NoInvoiceError, PdfError, readInvoice, validateInvoice, XmlError, type Invoice, type Report } from '../index.js'

export interface Auftrag { readonly bytes: Uint8Array; readonly name: string; readonly at: string; readonly mitRechnung: boolean }
export interface Ergebnis { readonly report: Report; readonly rechnung: Invoice | undefined }

/** The invoice of a file that could be checked; the verdict already says why another cannot be read. */
function lies(bytes: Uint8Array): Invoice | undefined {
  try {
    return readInvoice(bytes)
  } catch (error) {
    if (error instanceof XmlError || error instanceof PdfError || error instanceof NoInvoiceError) return undefined
    throw error
  }
}

function erledige({ bytes, name, at, mitRechnung }: Auftrag): Ergebnis {
  const report = validateInvoice(bytes, { ...(name ? { fileName: name } : {}), at })
  return { report, rechnung: mitRechnung && report.syntax ? lies(bytes) : undefined }
}

parentPort?.on('message', (auftrag: Auftrag) => { parentPort?.postMessage(erledige(auftrag), []) })

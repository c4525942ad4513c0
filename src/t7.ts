import { sampleVariants } from './modules/finanzen/rechnungspruefung/tools/examples.js'
import { validateInvoice, readInvoice, writeCii, writeUbl } from './modules/finanzen/rechnungspruefung/index.js'
for (const v of sampleVariants()) for (const w of [writeUbl, writeCii]) { const r=validateInvoice(Buffer.from(w(v.invoice))); console.log(v.name,r.syntax,r.valid,r.profile,[...new Set(r.findings.map(f=>f.level[0]+' '+f.rule+(f.rule==='XSD'?f.text:'')))].join('; ')) }

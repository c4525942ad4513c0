/** Small hybrid PDFs of our own for tests: classic tables or object streams, with chosen metadata. */
import { deflateSync } from 'node:zlib'

export interface SamplePdf {
  readonly xml: string
  readonly name?: string
  readonly relationship?: string
  readonly level?: string
  readonly part?: string
  /** Cross reference stream and object streams (PDF 1.5) instead of a table. */
  readonly compressed?: boolean
  /** Leaves the tables out, so that the file must be repaired. */
  readonly damaged?: boolean
  readonly encrypted?: boolean
}

const xmp = (level: string, part: string, name: string): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" fx:DocumentType="INVOICE" fx:DocumentFileName="${name}" fx:Version="1.0" fx:ConformanceLevel="${level}"/>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

const stream = (dict: string, data: Uint8Array): Buffer => Buffer.concat([Buffer.from(`<< ${dict} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')])

function objects(o: SamplePdf): Map<number, Buffer> {
  const name = o.name ?? 'factur-x.xml'
  const relationship = o.relationship === '' ? '' : `/AFRelationship /${o.relationship ?? 'Alternative'}`
  return new Map([
    [1, Buffer.from('<< /Type /Catalog /Pages 2 0 R /AF [5 0 R] /Metadata 7 0 R /Names << /EmbeddedFiles << /Kids [8 0 R] >> >> >>')],
    [2, Buffer.from('<< /Type /Pages /Kids [] /Count 0 >>')],
    [5, Buffer.from(`<< /Type /Filespec /F (${name}) /UF <FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex')}> ${relationship} /EF << /F 6 0 R >> >>`)],
    [6, stream('/Type /EmbeddedFile /Subtype /text#2Fxml /Filter /FlateDecode', deflateSync(Buffer.from(o.xml)))],
    [7, stream('/Type /Metadata /Subtype /XML', Buffer.from(xmp(o.level ?? 'EN 16931', o.part ?? '3', name)))],
    [8, Buffer.from(`<< /Names [(${name}) 5 0 R] >>`)],
  ])
}

function classic(o: SamplePdf): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  for (const [num, body] of objects(o)) {
    offsets.set(num, at)
    const part = Buffer.concat([Buffer.from(`${num} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(part)
    at += part.length
  }
  const rows = Array.from({ length: 9 }, (_, i) => `${String(offsets.get(i) ?? 0).padStart(10, '0')} ${i === 0 ? '65535 f' : offsets.has(i) ? '00000 n' : '00000 f'} \n`).join('')
  const trailer = `trailer\n<< /Size 9 /Root 1 0 R${o.encrypted ? ' /Encrypt 2 0 R' : ''} >>\n`
  parts.push(Buffer.from(o.damaged ? trailer : `xref\n0 9\n${rows}${trailer}startxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** Rows of a cross reference stream with the PNG predictor "up", as most programs write them. */
function predicted(rows: readonly (readonly number[])[]): Buffer {
  const width = 6
  const flat = rows.map(([kind = 0, a = 0, b = 0]) => [kind, (a >> 24) & 255, (a >> 16) & 255, (a >> 8) & 255, a & 255, b])
  const out = flat.flatMap((row, i) => [2, ...row.map((v, k) => (v - (flat[i - 1]?.[k] ?? 0) + 256) & 255)])
  return Buffer.from(out.length === flat.length * (width + 1) ? out : [])
}

function compressed(o: SamplePdf): Buffer {
  const all = objects(o)
  const inner = [1, 2, 5, 8]
  const bodies = inner.map((n) => all.get(n) ?? Buffer.alloc(0))
  let offset = 0
  const head = inner.map((n, i) => { const row = `${n} ${offset}`; offset += (bodies[i]?.length ?? 0) + 1; return row }).join(' ')
  const packed = Buffer.concat([Buffer.from(`${head}\n`), ...bodies.flatMap((b) => [b, Buffer.from('\n')])])
  const outer: [number, Buffer][] = [[6, all.get(6) ?? Buffer.alloc(0)], [7, all.get(7) ?? Buffer.alloc(0)],
    [9, stream(`/Type /ObjStm /N ${inner.length} /First ${head.length + 1} /Filter /FlateDecode`, deflateSync(packed))]]
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const offsets = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  for (const [num, body] of outer) {
    offsets.set(num, at)
    const part = Buffer.concat([Buffer.from(`${num} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(part)
    at += part.length
  }
  const rows = Array.from({ length: 11 }, (_, i) => inner.includes(i) ? [2, 9, inner.indexOf(i)] : i === 10 ? [1, at, 0] : [offsets.has(i) ? 1 : 0, offsets.get(i) ?? 0, 0])
  const table = stream('/Type /XRef /Size 11 /W [1 4 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >>', deflateSync(predicted(rows)))
  parts.push(Buffer.from('10 0 obj\n'), table, Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

export const samplePdf = (o: SamplePdf): Buffer => o.compressed ? compressed(o) : classic(o)

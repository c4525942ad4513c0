/** Money and plans come in as files: invoices, statements of a bank, tables of the budget, plans of a town. */
import { leseAktenplanCsv } from '../../../src/modules/akte/aktenplan/domain/csv.js'
import { leseAuszuege } from '../../../src/modules/finanzen/kontoauszug/domain/camt.js'
import { plane } from '../../../src/modules/finanzen/kontoauszug/domain/zuordnen.js'
import { NoInvoiceError, PdfError, readInvoice, validateInvoice, writeCii, writeUbl, XmlError } from '../../../src/modules/finanzen/rechnungspruefung/index.js'
import { renderInvoice } from '../../../src/modules/finanzen/rechnungspruefung/show.js'
import { sampleInvoice } from '../../../src/modules/finanzen/rechnungspruefung/tools/examples.js'
import { samplePdf } from '../../../src/modules/finanzen/rechnungspruefung/tools/sample-pdf.js'
import { BETRAEGE, erkenneDezimalzeichen, leseBetrag, ordneZu } from '../../../src/modules/steuerung/finanzplan/domain/zuordnung.js'
import { alsTabelle, trennzeichen, zerlege } from '../../../src/modules/steuerung/finanzplan/domain/tabelle.js'
import { liesDatei } from '../../../src/modules/steuerung/finanzplan/einlesen/datei.js'
import { alsModelltext, leseModell } from '../../../src/modules/steuerung/kennzahlen/domain/modell.js'
import { alsText } from '../../../src/modules/steuerung/programm/cli.js'
import { lesePlan, Unlesbar } from '../../../src/modules/steuerung/programm/domain/einlesen/erkennen.js'
import type { Probe } from './mutanten.js'
import { demodatei, entpackt, tabelleCsv, tabelleXlsx, zip } from './proben.js'
import type { Ziel } from './ziel.js'

export const XML_WOERTER = ['<', '>', '</', '/>', '<!--', '<![CDATA[', '<?xml version="1.1"?>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!ENTITY a "b">', 'xmlns=""', 'xmlns:a="', '&amp;', '&#x10ffff;', '&#xd800;', 'xsi:nil="true"', 'xml:space="preserve"']
export const XML_KLAMMERN = [['<a>', '</a>'], ['<cac:Party>', '</cac:Party>'], ['<', ''], ['&amp;', '']] as const
export const YAML_WOERTER = ['- ', ': ', '? ', '|', '>', '&a ', '*a', '!!binary ', '!!set', '<<: ', '{', '}', '[', ']', '#', '---\n', '...', '%YAML 1.3', '"\\x', "''", '\t', '~', 'yes', '0o17', '1_0', '12:30:45', '.inf', '.nan', '2026-11-22']
export const YAML_KLAMMERN = [['[', ']'], ['{a: ', '}'], ['- ', ''], ['? ', ''], ['\n ', ''], ['"', '"']] as const

const rechnungen: readonly Probe[] = [
  { name: 'ubl.xml', bytes: Buffer.from(writeUbl(sampleInvoice())) }, { name: 'cii.xml', bytes: Buffer.from(writeCii(sampleInvoice())) }, { name: 'cn.xml', bytes: Buffer.from(writeUbl(sampleInvoice('E', '381'))) },
]
const pdfs: readonly Probe[] = [{}, { compressed: true }, { damaged: true }, { encrypted: true }].map((art, index) => ({ name: `${index}.pdf`, bytes: samplePdf({ xml: writeCii(sampleInvoice()), ...art }) }))
const rechnung = ({ bytes }: Probe) => {
  const { valid, findings } = validateInvoice(bytes, { at: '2026-11-22' })
  if (valid === findings.some(({ level }) => level === 'error')) throw new Error('the verdict contradicts its findings')
  renderInvoice(readInvoice(bytes))
}

const betrag = (euro: string, art: string) => `<Amt Ccy="EUR">${euro}</Amt><CdtDbtInd>${art}</CdtDbtInd>`
const saldo = (art: string, euro: string) => `<Bal><Tp><CdOrPrtry><Cd>${art}</Cd></CdOrPrtry></Tp>${betrag(euro, 'CRDT')}<Dt><Dt>2026-11-20</Dt></Dt></Bal>`
const umsatz = (euro: string, text: string, mehr = '') => `<Ntry>${betrag(euro, 'CRDT')}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-20</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Erika Müller</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf>${mehr}</TxDtls></NtryDtls></Ntry>`
const camt: Probe = {
  name: 'camt.xml',
  bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>2026/117</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>${saldo('OPBD', '1000.00')}${saldo('CLBD', '1065.50')}${umsatz('50.00', '1234 5678 90128')}${umsatz('15.50', 'Hundesteuer', '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>')}</Stmt></BkToCstmrStmt></Document>`),
}

const modell = alsModelltext({
  name: 'Reifegrad', gegenstand: 'Dienste', stufen: [{ schluessel: 'rot', name: 'Rot', farbe: 'rot' }, { schluessel: 'gruen', name: 'Grün', farbe: 'gruen' }],
  ebenen: [{ schluessel: 'a', name: 'A', bausteine: [{ schluessel: 'b', name: 'B', kriterien: { rot: 'nichts', gruen: 'alles' } }] }],
})

async function zahlen({ name, bytes }: Probe): Promise<void> {
  const { text } = await liesDatei(name, bytes)
  const { kopf, zeilen } = alsTabelle(zerlege(text, trennzeichen(text)), [])
  const zuordnung = ordneZu(kopf)
  const betraege = zeilen.flatMap((zeile) => BETRAEGE.map((ziel) => zeile[zuordnung[ziel] ?? -1] ?? ''))
  const dezimal = erkenneDezimalzeichen(betraege)
  for (const eine of betraege) leseBetrag(eine, dezimal === 'gemischt' ? undefined : dezimal)
}

const CSV = { woerter: ['";"', '"', ';', ',', '\r\n', '\t', "'=", '1.234,50', '−'], klammern: [['"', '"'], [';', '']] as const }
const xlsx = await tabelleXlsx()
const xlsxTeile = await entpackt(xlsx)

export const zieleFinanzen: readonly Ziel[] = [
  {
    name: 'rechnung', proben: rechnungen, woerter: [...XML_WOERTER, 'schemeID=', '<cbc:Note>#SKONTO#TAGE=1#', 'currencyID="XXX"'], klammern: XML_KLAMMERN, erklaert: [XmlError, PdfError, NoInvoiceError], pruefe: rechnung,
    liest: ['modules/finanzen/rechnungspruefung/index.ts', 'modules/finanzen/rechnungspruefung/validate.ts', 'modules/finanzen/rechnungspruefung/xml/decode.ts', 'modules/finanzen/rechnungspruefung/xml/parse.ts'],
  },
  {
    name: 'rechnung.pdf', proben: pdfs, woerter: ['obj', 'endobj', 'stream\n', 'endstream', 'xref', 'trailer', 'startxref', '%%EOF', '<<', '>>', '/Length 99999999', '/Filter /LZWDecode', '/Filter [/FlateDecode /FlateDecode]', '/Prev 0', '1 0 R', '/Kids [8 0 R]', '/N 999999', '/First -1', '/W [8 8 8]', '/Predictor 15', '/Columns 999999999'],
    klammern: [['<<', '>>'], ['[', ']'], ['(', ')'], ['<</A ', '>>']], erklaert: [XmlError, PdfError, NoInvoiceError], pruefe: rechnung,
    liest: ['modules/finanzen/rechnungspruefung/pdf/filters.ts', 'modules/finanzen/rechnungspruefung/pdf/file.ts', 'modules/finanzen/rechnungspruefung/pdf/lexer.ts', 'modules/finanzen/rechnungspruefung/pdf/extract.ts', 'modules/finanzen/rechnungspruefung/pdf/xmp.ts'],
  },
  {
    name: 'kontoauszug', proben: [camt], woerter: [...XML_WOERTER, '<Ntry>', '<Stmt>', '<Amt Ccy="EUR">', '0.00', 'PRCD', 'DBIT', '1234567890128'], klammern: XML_KLAMMERN, liest: ['modules/finanzen/kontoauszug/domain/camt.ts'],
    pruefe: ({ bytes }) => { for (const { zeilen } of leseAuszuege(bytes)) for (const zeile of zeilen) { plane(zeile, () => undefined); if (zeile.buchungstag.year < 1900 || zeile.buchungstag.year > 2200) throw new Error(`a booking of the year ${zeile.buchungstag.year}`) } },
  },
  { name: 'zahlen.csv', proben: [{ name: 'a.csv', bytes: tabelleCsv(';') }, { name: 'b.csv', bytes: tabelleCsv('\t') }, { name: 'c.csv', bytes: Buffer.from(tabelleCsv(',').toString(), 'utf16le') }], ...CSV, pruefe: zahlen, liest: ['modules/steuerung/finanzplan/domain/tabelle.ts'] },
  { name: 'zahlen.xlsx', proben: [{ name: 'a.xlsx', bytes: xlsx }], woerter: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06'], pruefe: zahlen, liest: ['modules/steuerung/finanzplan/einlesen/datei.ts', 'platform/spreadsheet/read.ts'] },
  {
    name: 'zahlen.xlsx/teile', langsam: true, proben: xlsxTeile, liest: [], woerter: [...XML_WOERTER, '<row r="1048576">', '<c r="XFD1" t="s">', '<v>99999999</v>', 't="inlineStr"', 't="d"', 't="e"', 's="999"', '<is><t>'], klammern: [...XML_KLAMMERN, ['<row>', '</row>'], ['<is>', '</is>']],
    pruefe: async ({ name, bytes }) => zahlen({ name: 'a.xlsx', bytes: await zip(xlsxTeile.map((teil) => (teil.name === name ? { name, bytes } : teil))) }),
  },
  {
    name: 'plan', langsam: true, proben: [demodatei('musterstadt', 'programm.yaml'), demodatei('beispielhausen', 'programm.yaml')], hoechstens: 300_000, woerter: [...YAML_WOERTER, 'programm: 1', 'bausteine:', 'loesungsbausteine:', 'stadt_2024:', 'finanzplan:', 'benoetigt: ['],
    klammern: YAML_KLAMMERN, erklaert: [Unlesbar], pruefe: ({ name, bytes }) => lesePlan(alsText(bytes), name), liest: ['platform/yaml/index.ts', 'modules/steuerung/programm/cli.ts'],
  },
  { name: 'modell', proben: [{ name: 'modell.yaml', bytes: Buffer.from(modell) }], woerter: YAML_WOERTER, klammern: YAML_KLAMMERN, pruefe: ({ bytes }) => leseModell(bytes.toString()), liest: [] },
  {
    name: 'aktenplan.csv', liest: [], ...CSV, pruefe: ({ bytes }) => leseAktenplanCsv(bytes.toString()),
    proben: [{ name: 'aktenplan.csv', bytes: Buffer.from('kennzeichen;bezeichnung;aufbewahrung;aussonderungsart;gueltigVon\n12;Verkehr;10;B;2026-01-01\n12.20;"Parken; ruhend";unbefristet;A;\n') }],
  },
]

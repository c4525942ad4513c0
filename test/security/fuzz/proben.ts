/** Real samples: files of the demo, and what our own writers make. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { projectRoot } from '../../../src/platform/config/index.js'
import { sheetAsExcel } from '../../../src/platform/spreadsheet/index.js'
import { fromBuffer, type Entry, type ZipFile as Zip } from 'yauzl'
import type { Probe } from './mutanten.js'

export const demodatei = (...teile: readonly string[]): Probe =>
  ({ name: teile.at(-1) ?? '', bytes: readFileSync(join(projectRoot, 'demo', ...teile)) })

/** The files of a service package of the demo. */
export const paketdateien = (leistung: string): Probe[] => readdirSync(join(projectRoot, 'demo/leistungen', leistung)).map((name) => demodatei('leistungen', leistung, name))

export async function zip(dateien: readonly Probe[], stufe = 6): Promise<Buffer> {
  const archiv = new ZipFile()
  for (const { name, bytes } of dateien) archiv.addBuffer(bytes, name, { compress: stufe > 0 })
  archiv.end()
  const teile: Buffer[] = []
  for await (const teil of archiv.outputStream as AsyncIterable<Buffer>) teile.push(teil)
  return Buffer.concat(teile)
}

/** The entries of an archive of ours, unpacked. */
export function entpackt(bytes: Buffer): Promise<Probe[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (fehler, archiv) => {
      if (fehler) reject(fehler)
      else lies(archiv).then(resolve, reject)
    })
  })
}

async function lies(archiv: Zip): Promise<Probe[]> {
  const proben: Probe[] = []
  for await (const eintrag of archiv.eachEntry() as AsyncIterable<Entry>) {
    const teile: Buffer[] = []
    const strom = await new Promise<NodeJS.ReadableStream>((resolve, reject) => { archiv.openReadStream(eintrag, (fehler, s) => (fehler ? reject(fehler) : resolve(s))) })
    for await (const teil of strom as AsyncIterable<Buffer>) teile.push(teil)
    proben.push({ name: eintrag.fileName, bytes: Buffer.concat(teile) })
  }
  return proben
}

/** A table as a spreadsheet program writes it, and as its own CSV. */
export const tabelle = [
  ['Vorhaben', 'Bezeichnung', 'Sachkonto', 'Jahr', 'Nachtrag', 'Obligo', 'Ist', 'Prognose'],
  ['1.2 Online-Dienste', 'Lizenzen "groß"', '0123', '2026', '1.234,50', '0,30', '-17,00', '99999,99'], ['1.3', "'=SUMME(A1)", '', '2027', '', '5', '1.000', ''],
]
export const tabelleCsv = (trenner: string): Buffer => Buffer.from(tabelle.map((zeile) => zeile.map((zelle) => `"${zelle.replaceAll('"', '""')}"`).join(trenner)).join('\r\n'))
export const tabelleXlsx = (): Promise<Buffer> => sheetAsExcel('Zahlen', (tabelle[0] ?? []).map((titel, index) => ({ titel, wert: (zeile: readonly string[]) => (index > 3 ? BigInt(index) : zeile[index] ?? '') })), tabelle.slice(1))

/** The smallest pictures that their programs take, with a place where they were taken. */
export function bilder(): Probe[] {
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0', 'latin1'),
    Buffer.from('\x02\0\x01\0\x02\0\x02\0\0\0N\0\0\0\x02\0\x05\0\x03\0\0\0\x38\0\0\0\0\0\0\0', 'latin1'), Buffer.alloc(24, 1),
  ])
  const segment = (marke: number, inhalt: Buffer) => { const kopf = Buffer.from([0xff, marke, 0, 0]); kopf.writeUInt16BE(inhalt.length + 2, 2); return Buffer.concat([kopf, inhalt]) }
  const jpg = Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')), segment(0xe1, exif), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="51,1N"/>', 'latin1')),
    segment(0xc0, Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0])), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.alloc(40, 0x55), Buffer.from([0xff, 0xd9]),
  ])
  const stueck = (art: string, inhalt: Buffer) => { const laenge = Buffer.alloc(4); laenge.writeUInt32BE(inhalt.length); return Buffer.concat([laenge, Buffer.from(art, 'latin1'), inhalt, Buffer.alloc(4)]) }
  const ihdr = Buffer.from([0, 0, 0, 16, 0, 0, 0, 16, 8, 0, 0, 0, 0])
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), stueck('IHDR', ihdr), stueck('IDAT', deflateSync(Buffer.alloc(272))), stueck('IEND', Buffer.alloc(0))])
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.from('\0\0\0\x14ispe\0\0\0\0\0\0\0\x40\0\0\0\x40', 'latin1'), exif])
  const tif = Buffer.from('II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0\x01\x01\x03\0\x01\0\0\0\x10\0\0\0\0\0\0\0', 'latin1')
  return [{ name: 'a.jpg', bytes: jpg }, { name: 'a.png', bytes: png }, { name: 'a.heic', bytes: heic }, { name: 'a.tif', bytes: tif }]
}

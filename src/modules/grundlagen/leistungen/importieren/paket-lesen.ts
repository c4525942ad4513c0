import { lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as yauzl from 'yauzl'
import { Invalid } from '../../../../platform/errors.js'
import { PAKETDATEI, type Paketdateien } from '../domain/paket.js'

/** A package comes from outside: these bounds hold before anything in it is looked at. */
export const GRENZEN = { dateien: 20, dateiBytes: 1_000_000, zipBytes: 4_000_000 } as const

const NICHT_EINSPIELBAR = 'Das Paket kann so nicht eingespielt werden.'
const ablehnen = (feld: string, text: string): never => { throw new Invalid([{ feld, text }], NICHT_EINSPIELBAR) }

/** Reads a package from a folder or a ZIP file. @throws Invalid when it is none or too large */
export async function lesePaketdateien(pfad: string): Promise<Paketdateien> {
  const info = await lstat(pfad).catch(() => undefined)
  if (info?.isDirectory()) return leseOrdner(pfad)
  if (!info?.isFile()) return ablehnen('', `„${pfad}“ ist weder ein Ordner noch eine ZIP-Datei.`)
  if (info.size > GRENZEN.zipBytes) return ablehnen('', 'Die ZIP-Datei ist zu groß.')
  return leseZip(await readFile(pfad))
}

async function leseOrdner(ordner: string): Promise<Paketdateien> {
  const namen = (await readdir(ordner)).filter((name) => !name.startsWith('.')).sort()
  if (namen.length > GRENZEN.dateien) ablehnen('', `Das Paket hat mehr als ${GRENZEN.dateien} Dateien.`)
  const dateien: Record<string, string> = {}
  const gruende: { feld: string; text: string }[] = []
  for (const name of namen) {
    try { dateien[name] = await leseDatei(ordner, name) } catch (error) {
      if (!(error instanceof Invalid)) throw error
      gruende.push(...error.felder)
    }
  }
  if (gruende.length > 0) throw new Invalid(gruende, NICHT_EINSPIELBAR)
  return dateien
}

async function leseDatei(ordner: string, name: string): Promise<string> {
  const info = await lstat(join(ordner, name))
  // A link could point anywhere on the machine.
  if (!info.isFile() || !PAKETDATEI.test(name)) ablehnen(name, 'Diese Datei gehört nicht in ein Leistungspaket.')
  if (info.size > GRENZEN.dateiBytes) ablehnen(name, 'Diese Datei ist zu groß.')
  return alsText(name, await readFile(join(ordner, name)))
}

/** Reads a package from the bytes of a ZIP; its files may lie in one folder of any name. @throws Invalid */
export async function leseZip(bytes: Buffer): Promise<Paketdateien> {
  if (bytes.length > GRENZEN.zipBytes) ablehnen('', 'Die ZIP-Datei ist zu groß.')
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    .catch(() => ablehnen('', 'Die Datei ist keine lesbare ZIP-Datei.'))
  const dateien: Record<string, string> = {}
  let ordner: string | undefined
  let anzahl = 0
  try {
    for await (const entry of zip.eachEntry()) {
      if (++anzahl > GRENZEN.dateien) ablehnen('', `Das Paket hat mehr als ${GRENZEN.dateien} Einträge.`)
      const [, pfad = '', name = ''] = /^(?:([^/]+)\/)?([^/]*)$/.exec(entry.fileName) ?? ablehnen(entry.fileName, 'Das Paket darf keine Unterordner haben.') as never
      if (pfad !== (ordner ??= pfad)) ablehnen(entry.fileName, 'Alle Dateien des Pakets müssen im selben Ordner liegen.')
      if (name === '') continue
      const istVerweis = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
      if (istVerweis || !PAKETDATEI.test(name) || Object.hasOwn(dateien, name)) ablehnen(name, 'Diese Datei gehört nicht in ein Leistungspaket.')
      if (entry.isEncrypted()) ablehnen(name, 'Das Paket ist mit einem Kennwort geschützt.')
      dateien[name] = alsText(name, await entpacke(zip, entry, name))
    }
  } catch (error) {
    // What yauzl says about paths, sizes and checksums is English and for developers.
    if (error instanceof Invalid) throw error
    ablehnen('', 'Die ZIP-Datei ist beschädigt oder enthält unzulässige Namen.')
  }
  return dateien
}

/** Counts real bytes: what the archive says about sizes may be a lie. */
async function entpacke(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<Buffer> {
  const stream = await promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > GRENZEN.dateiBytes) ablehnen(name, 'Diese Datei ist zu groß.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function alsText(name: string, bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? ablehnen(name, 'Diese Datei ist keine Textdatei.') : text
  } catch (error) {
    if (error instanceof Invalid) throw error
    return ablehnen(name, 'Diese Datei ist nicht in UTF-8 geschrieben.')
  }
}

import { Type } from 'typebox'
import { ZipFile } from 'yazl'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import type { Paketdateien } from '../domain/paket.js'

/** The package that a version was made from, byte for byte: the named version, else the public one, else the newest. */
export const paketExportieren = query({
  name: 'leistungen.paketExportieren',
  input: Type.Object({ schluessel: Text(80), versionId: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx }, { schluessel, versionId }): Promise<{ version: number; dateien: Paketdateien }> {
    const versionen = await leistungen(tx).selectFrom('leistungen.leistung as l').innerJoin('leistungen.version as v', 'v.leistung_id', 'l.id')
      .select(['v.id', 'v.version', 'l.version_id']).where('l.schluessel', '=', schluessel).orderBy('v.version', 'desc').execute()
    const gesucht = versionId ?? versionen[0]?.version_id ?? versionen[0]?.id
    const version = versionen.find(({ id }) => id === gesucht)
    if (!version) throw new NotFound()
    const dateien = await leistungen(tx).selectFrom('leistungen.datei').select(['name', 'inhalt']).where('version_id', '=', version.id).orderBy('name').execute()
    return { version: version.version, dateien: Object.fromEntries(dateien.map(({ name, inhalt }) => [name, inhalt])) }
  },
})

/** No time, no owner: the same files give the same bytes. */
const ZEIT = new Date(1980, 0, 1)

/** A package as a ZIP file. */
export async function alsZip(dateien: Paketdateien): Promise<Buffer> {
  const zip = new ZipFile()
  for (const name of Object.keys(dateien).sort()) {
    zip.addBuffer(Buffer.from(dateien[name] ?? '', 'utf8'), name, { mtime: ZEIT, mode: 0o100644, forceDosTimestamp: true })
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

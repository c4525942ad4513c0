import type { Client } from 'pg'
import type { App } from '../../../../platform/app.js'
import { tabellenDerStadt, type Mengenregeln } from '../../../../platform/mengen/index.js'
import { newId } from '../../../../platform/time/index.js'
import type { Stadt } from './plan.js'
import { ORTE } from './woerter-data.js'

export interface Bedarf { readonly regeln: Mengenregeln; readonly dateien: ReadonlySet<string> }

/** Share of the demo town in all Vorgänge, where there are others: one town is as big as all the others together. */
const ANTEIL_DER_GROSSEN = 0.5

/**
 * The demo town and as many more as are wanted, each with the same units, roles, people, file plan, services and processes, and the
 * files that patterns name in its own store.
 */
export async function legeStaedteAn(app: App, client: Client, { mandantId, mandanten, vorgaenge, fortschritt }: { readonly mandantId: string; readonly mandanten: number; readonly vorgaenge: number; fortschritt(text: string): void }, { regeln, dateien }: Bedarf): Promise<Stadt[]> {
  const neue = Array.from({ length: mandanten - 1 }, (_, index) => ({ id: newId(), ort: `${ORTE[index % ORTE.length]}${index >= ORTE.length ? ` ${Math.floor(index / ORTE.length) + 1}` : ''}`, schluessel: `stadt-${String(index + 1).padStart(3, '0')}` }))
  const gebraucht = await vorhandene(app, client, mandantId, regeln, dateien)
  const tabellen = (await tabellenDerStadt(client)).filter(({ name }) => regeln.stammdaten?.includes(name))
  await client.query('set session_replication_role = replica')
  for (const [index, { id, ort, schluessel }] of neue.entries()) {
    fortschritt(`Stadt ${index + 1}/${neue.length}: ${ort}`)
    await Promise.all(gebraucht.map(async (sha256) => { await app.blobs.put(id, (await app.blobs.open(mandantId, sha256)).stream, { maxBytes: 100_000_000 }) }))
    await client.query('begin')
    await client.query(`insert into platform.mandant (id, schluessel, name, hosts, profil) select $1, $2, $3, $4, profil from platform.mandant where id = $5`, [id, schluessel, `Stadt ${ort}`, [`${schluessel}.localhost`], mandantId])
    for (const { name, spalten } of tabellen) {
      const namen = spalten.map((spalte) => `"${spalte.name}"`)
      await client.query(`insert into ${name} (${namen.join(', ')}) select ${namen.map((spalte) => (spalte === '"mandant_id"' ? '$1' : spalte)).join(', ')} from ${name} where mandant_id = $2`, [id, mandantId])
    }
    await client.query('commit')
  }
  await client.query('set session_replication_role = origin')
  await app.mandanten.reload()
  const grosse = neue.length === 0 ? vorgaenge : Math.round(vorgaenge * ANTEIL_DER_GROSSEN)
  const rest = vorgaenge - grosse
  return [{ id: mandantId, anzahl: grosse }, ...neue.map(({ id }, index) => ({ id, anzahl: Math.floor(rest * (index + 1) / neue.length) - Math.floor(rest * index / neue.length) }))]
    .map(({ id, anzahl }) => {
      const mandant = app.mandanten.byId(id)
      if (!mandant) throw new Error(`town ${id} is not known`)
      return { id, nr: mandant.nr, schluessel: mandant.schluessel, kuerzel: (mandant.profil as { kuerzel?: string }).kuerzel, anzahl }
    })
}

/** Of the files that the rooms answer for: those that copies and master data name. */
async function vorhandene(app: App, client: Client, mandantId: string, { stammdaten = [] }: Mengenregeln, dateien: ReadonlySet<string>): Promise<string[]> {
  const genannt = new Set(dateien)
  for (const tabelle of stammdaten) {
    const { rows } = await client.query<{ sha256: string }>(`select distinct (regexp_matches(t::text, '\\m[0-9a-f]{64}\\M', 'g'))[1] as sha256 from ${tabelle} t where mandant_id = $1`, [mandantId])
    for (const { sha256 } of rows) genannt.add(sha256)
  }
  const gefunden: string[] = []
  for await (const { sha256 } of app.blobs.list(mandantId)) if (genannt.has(sha256)) gefunden.push(sha256)
  return gefunden
}

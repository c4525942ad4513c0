import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { berichte } from './db/tables.js'
import type { Ampel, Prioritaet } from './domain/ampel.js'

/** What a month settled when it was opened: by this the lights of many become one. */
export interface Gewichtung { readonly prioritaet: Prioritaet | null; readonly kritisch: boolean }

/** A Vorhaben in each of the months asked for, in their order: the worst light (null: no report), undefined where it was not asked. */
export interface Ampelverlauf {
  readonly objektId: string; readonly farben: readonly (Ampel | null | undefined)[]; readonly gewichtung: readonly (Gewichtung | undefined)[]
}

const FARBEN: Readonly<Record<string, Ampel>> = { g: 'gruen', y: 'gelb', r: 'rot' }
const GEWICHTUNGEN: Readonly<Record<string, Gewichtung>> = Object.fromEntries((['hoch', 'mittel', 'niedrig', null] as const).flatMap((prioritaet) =>
  [true, false].map((kritisch) => [`${kritisch ? 'k' : ''}${prioritaet?.charAt(0) ?? ''}`, { prioritaet, kritisch }] as const)))

/**
 * The lights of these months for a whole strategy, one row per Vorhaben. Overviews of years read thousands of reports: what goes over
 * the wire is a few letters for each, and no report's words are opened.
 */
export async function ampelverlaeufe(tx: Tx, zeitraumIds: readonly string[]): Promise<Ampelverlauf[]> {
  if (zeitraumIds.length === 0) return []
  const ids = [...zeitraumIds]
  const [pflichtig, gemeldet] = await Promise.all([
    sql<{ objekt_id: string; monate: string }>`
      select p.objekt_id, string_agg(m.nr || case when p.kritisch then 'k' else '' end || coalesce(left(p.prioritaet, 1), ''), ' ') as monate from unnest(${ids}::uuid[]) with ordinality as m (id, nr)
      join berichte.pflicht p on p.zeitraum_id = m.id group by p.objekt_id`.execute(tx),
    sql<{ objekt_id: string; lichter: string }>`
      select s.objekt_id, string_agg(m.nr || case when 'rot' in (s.zeit, s.ressourcen, s.qualitaet) then 'r'
        when 'gelb' in (s.zeit, s.ressourcen, s.qualitaet) then 'y' else 'g' end || s.version, ' ') as lichter
      from unnest(${ids}::uuid[]) with ordinality as m (id, nr) join berichte.statusbericht s on s.zeitraum_id = m.id group by s.objekt_id`.execute(tx),
  ])
  const lichter = new Map(gemeldet.rows.map((row) => [row.objekt_id, row.lichter]))
  return pflichtig.rows.map(({ objekt_id, monate }) => ({ objektId: objekt_id, ...verlaufAus(monate, lichter.get(objekt_id), ids.length) }))
}

/** '3kh 1 2m' and '1g1 3y1 3r2': the second version of the third month counts; the Vorhaben was on the critical path then. */
function verlaufAus(monate: string, lichter: string | undefined, anzahl: number): Pick<Ampelverlauf, 'farben' | 'gewichtung'> {
  const farben: (Ampel | null | undefined)[] = Array.from({ length: anzahl })
  const gewichtung: (Gewichtung | undefined)[] = Array.from({ length: anzahl })
  const versionen = new Uint16Array(anzahl)
  for (const zeichen of monate.split(' ')) {
    const nr = Number.parseInt(zeichen, 10) - 1
    farben[nr] = null
    gewichtung[nr] = GEWICHTUNGEN[zeichen.replace(/^\d+/, '')]
  }
  for (const zeichen of lichter?.split(' ') ?? []) {
    const trenner = zeichen.search(/[gyr]/)
    const [nr, version] = [Number(zeichen.slice(0, trenner)) - 1, Number(zeichen.slice(trenner + 1))]
    if (version <= (versionen[nr] ?? 0)) continue
    versionen[nr] = version
    farben[nr] = FARBEN[zeichen.charAt(trenner)]
  }
  return { farben, gewichtung }
}

/** Of a Vorhaben that was removed since nothing is left but what its newest report month knew. */
export interface Pflichtangaben {
  readonly name: string; readonly nummer: string | null; readonly verantwortlich: string; readonly prioritaet: Prioritaet | null
  readonly einheitId: string | null
}

/** By Vorhaben, as the newest month knew it in which it had to report. */
export async function letztePflichtangaben(tx: Tx, objektIds: readonly string[]): Promise<Map<string, Pflichtangaben>> {
  if (objektIds.length === 0) return new Map()
  const rows = await berichte(tx).selectFrom('berichte.pflicht as p').innerJoin('berichte.zeitraum as z', 'z.id', 'p.zeitraum_id')
    .select(['p.objekt_id', 'p.name', 'p.nummer', 'p.verantwortlich', 'p.prioritaet', 'p.einheit_id']).distinctOn('p.objekt_id')
    .where('p.objekt_id', 'in', [...objektIds]).orderBy('p.objekt_id').orderBy('z.monat', 'desc').execute()
  return new Map(rows.map((row) => [row.objekt_id, {
    name: row.name, nummer: row.nummer, verantwortlich: row.verantwortlich, prioritaet: row.prioritaet, einheitId: row.einheit_id,
  }]))
}

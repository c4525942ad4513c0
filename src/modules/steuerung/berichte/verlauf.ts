import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { AMPELN, type Ampel, type Prioritaet } from './domain/ampel.js'

/** The worst light of a Vorhaben by month; null is a month in which it had to report and did not. */
export interface Ampelverlauf {
  readonly objektId: string
  /** As the newest of these months knew it: of a Vorhaben that was removed since, nothing else is left. */
  readonly name: string; readonly nummer: string | null; readonly baustein: string; readonly verantwortlich: string
  readonly prioritaet: Prioritaet | null; readonly einheitId: string | null
  /** By the id of the Berichtsmonat. */
  readonly monate: ReadonlyMap<string, Ampel | null>
}

interface Zeile {
  objekt_id: string; name: string; nummer: string | null; baustein: string; verantwortlich: string; prioritaet: Prioritaet | null
  einheit_id: string | null; monate: string; farben: string
}

/**
 * The lights of these months for a whole strategy, one row per Vorhaben: overviews of years read thousands of reports, and what goes
 * over the wire is one letter for each. Months are numbered as they stand in `zeitraumIds`.
 */
export async function ampelverlaeufe(tx: Tx, zeitraumIds: readonly string[]): Promise<Ampelverlauf[]> {
  if (zeitraumIds.length === 0) return []
  const { rows } = await sql<Zeile>`
    with monat as (select id, nr from unnest(${[...zeitraumIds]}::uuid[]) with ordinality as m (id, nr)),
    licht as (
      select distinct on (s.zeitraum_id, s.objekt_id) s.zeitraum_id, s.objekt_id,
        case when 'rot' in (s.zeit, s.ressourcen, s.qualitaet) then '2' when 'gelb' in (s.zeit, s.ressourcen, s.qualitaet) then '1' else '0' end as farbe
      from berichte.statusbericht s where s.zeitraum_id = any(${[...zeitraumIds]}::uuid[])
      order by s.zeitraum_id, s.objekt_id, s.version desc
    )
    select p.objekt_id, string_agg(m.nr::text, ' ' order by m.nr) as monate, string_agg(coalesce(l.farbe, '-'), '' order by m.nr) as farben,
      (array_agg(p.name order by m.nr))[1] as name, (array_agg(p.nummer order by m.nr))[1] as nummer,
      (array_agg(p.baustein order by m.nr))[1] as baustein, (array_agg(p.verantwortlich order by m.nr))[1] as verantwortlich,
      (array_agg(p.prioritaet order by m.nr))[1] as prioritaet, (array_agg(p.einheit_id order by m.nr))[1] as einheit_id
    from monat m join berichte.pflicht p on p.zeitraum_id = m.id
    left join licht l on l.zeitraum_id = p.zeitraum_id and l.objekt_id = p.objekt_id
    group by p.objekt_id`.execute(tx)
  return rows.map((row) => ({
    objektId: row.objekt_id, name: row.name, nummer: row.nummer, baustein: row.baustein, verantwortlich: row.verantwortlich,
    prioritaet: row.prioritaet, einheitId: row.einheit_id,
    monate: new Map(row.monate.split(' ').map((nr, i) => [zeitraumIds[Number(nr) - 1] ?? '', AMPELN[Number(row.farben[i])] ?? null])),
  }))
}

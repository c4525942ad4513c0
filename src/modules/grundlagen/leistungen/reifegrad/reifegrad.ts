import { json, type Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import { leistungen } from '../db/tables.js'
import { gesamtstufe, type OzgModell, type Reifegradbewertung, type Reifegradkriterium } from '../domain/reifegrad.js'

export interface Reifegrad {
  readonly modell: OzgModell; readonly bewertetAm: Temporal.PlainDate; readonly stufe: number;
  readonly kriterien: readonly Reifegradkriterium[]
  /** Entered by a person, with proof; null: it came with the package. */
  readonly hand: { readonly von: string; readonly nachweis: string; readonly nachweisLink: string } | null
}

/** The judgements of a service, for each model the newest first. */
export async function reifegradeVon(tx: Tx, leistungId: string): Promise<Reifegrad[]> {
  const rows = await leistungen(tx)
    .selectFrom('leistungen.reifegrad')
    .select(['modell', 'bewertet_am', 'stufe', 'kriterien', 'nachweis', 'nachweis_link', 'bewertet_von'])
    .where('leistung_id', '=', leistungId)
    .orderBy('modell')
    .orderBy('bewertet_am', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    modell: row.modell, bewertetAm: row.bewertet_am, stufe: row.stufe, kriterien: row.kriterien,
    hand: row.bewertet_von === null ? null : { von: row.bewertet_von, nachweis: row.nachweis, nachweisLink: row.nachweis_link },
  }))
}

/**
 * Keeps the judgements that came with a version; one that is there already is not repeated. Their check has been done.
 */
export async function reifegradeFesthalten(
  tx: Tx, leistungId: string, versionId: string, bewertungen: readonly Reifegradbewertung[], now: Temporal.Instant
): Promise<void> {
  const da = new Set((await reifegradeVon(tx, leistungId))
    .map(({ modell, bewertetAm, kriterien }) => JSON.stringify([modell, bewertetAm.toString(), flach(kriterien)])))
  for (const { modell, bewertetAm, kriterien } of bewertungen) {
    const stufe = gesamtstufe(kriterien)
    if (stufe === undefined || da.has(JSON.stringify([modell, bewertetAm, flach(kriterien)]))) continue
    await leistungen(tx).insertInto('leistungen.reifegrad').values({
      id: newId(), leistung_id: leistungId, version_id: versionId, modell,
      bewertet_am: Temporal.PlainDate.from(bewertetAm), stufe, kriterien: json(kriterien), bewertet_von: null, created_at: now,
    }).execute()
  }
}

/** In one order of properties: the database keeps its own. */
const flach = (kriterien: readonly Reifegradkriterium[]) =>
  kriterien.map(({ name, stufe, nichtAnwendbar }) => [name, stufe ?? null, nichtAnwendbar ?? null])

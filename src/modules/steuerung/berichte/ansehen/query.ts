import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { berichte } from '../db/tables.js'
import { meilensteintrend } from '../domain/trend.js'
import { berichteVon, fassungenVon, findZeitraum, ladeBericht, letzteFassungen, zeitraeumeById, zugriffAufPflicht, type Fassung } from '../lesen.js'
import { findObjekt } from '../vorhaben.js'

/** One version of a report, with the others beside it. */
export const berichtAnsehen = query({
  name: 'berichte.berichtAnsehen', input: Type.Object({ id: Id }, { additionalProperties: false }), allow: can('berichte.lesen')(),
  async run({ tx, actor }, { id }) {
    const bericht = await ladeBericht(tx, id)
    const zeitraum = await findZeitraum(tx, { id: bericht.zeitraumId })
    if (!zeitraum) throw new NotFound()
    return { bericht, zeitraum, fassungen: await fassungenVon(tx, bericht.zeitraumId, bericht.objektId), darfBerichtigen: holds(actor, 'berichte.schreiben', await zugriffAufPflicht(bericht, tx)) }
  },
})

/** All months of one Vorhaben, the oldest first; a month that should have been reported and was not is there without a report. */
export const verlaufAnsehen = query({
  name: 'berichte.verlaufAnsehen', input: Type.Object({ objektId: Id }, { additionalProperties: false }), allow: can('berichte.lesen')(),
  async run({ tx, today }, { objektId }) {
    const rows = await berichte(tx).selectFrom('berichte.pflicht').select(['zeitraum_id', 'name', 'nummer']).where('objekt_id', '=', objektId).execute()
    const objekt = await findObjekt(tx, objektId)
    const name = objekt ?? rows[0]
    if (!name) throw new NotFound()
    const zeitraeume = await zeitraeumeById(tx, rows.map((row) => row.zeitraum_id))
    const alle = new Map((await berichteVon(tx, [...zeitraeume.keys()], objektId)).map((bericht) => [bericht.zeitraumId, bericht]))
    const monate = [...zeitraeume.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.monat, b.monat))
      .map((zeitraum) => ({ zeitraum, bericht: alle.get(zeitraum.id), offen: Temporal.PlainDate.compare(zeitraum.faelligAm, today) >= 0 }))
    const berichtet = monate.flatMap(({ zeitraum, bericht }) => (bericht ? [{ monat: zeitraum.monat, bericht }] : []))
    return { objektId, nummer: name.nummer, name: name.name, monate, stichmonate: berichtet.map(({ monat }) => monat), trend: meilensteintrend(berichtet.map(({ bericht }) => bericht.inhalt.meilensteine)) }
  },
})

/** The last three months in which a Vorhaben has to report, the newest first. */
export async function offeneBerichte(tx: Parameters<typeof findObjekt>[0], objektId: string): Promise<{ zeitraumId: string; monat: Temporal.PlainDate; faelligAm: Temporal.PlainDate; eingereicht: boolean }[]> {
  const rows = await berichte(tx).selectFrom('berichte.pflicht as p').innerJoin('berichte.zeitraum as z', (join) => join.onRef('z.mandant_id', '=', 'p.mandant_id').onRef('z.id', '=', 'p.zeitraum_id'))
    .select(['z.id', 'z.monat', 'z.faellig_am']).where('p.objekt_id', '=', objektId).orderBy('z.monat', 'desc').limit(3).execute()
  const da = new Set((await letzteFassungen(tx, rows.map(({ id }) => id))).filter((fassung) => fassung.objektId === objektId).map(({ zeitraumId }) => zeitraumId))
  return rows.map((row) => ({ zeitraumId: row.id, monat: row.monat, faelligAm: row.faellig_am, eingereicht: da.has(row.id) }))
}

/** The newest report of a Vorhaben for its Steckbrief; undefined where it never had to report. */
export async function letzterStand(tx: Parameters<typeof findObjekt>[0], objektId: string): Promise<{ monat: Temporal.PlainDate; fassung: Fassung | undefined } | undefined> {
  const row = await berichte(tx).selectFrom('berichte.pflicht as p').innerJoin('berichte.zeitraum as z', (join) => join.onRef('z.mandant_id', '=', 'p.mandant_id').onRef('z.id', '=', 'p.zeitraum_id'))
    .select(['z.id', 'z.monat']).where('p.objekt_id', '=', objektId).orderBy('z.monat', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  return { monat: row.monat, fassung: (await letzteFassungen(tx, [row.id])).find((fassung) => fassung.objektId === objektId) }
}

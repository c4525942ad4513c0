import { Type, type Static } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { jeder } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { imJahr, sichtbareFelder, veroeffentliche, type Vorhaben } from '../domain/roadmap.js'
import { ALLE_STATUS, type Status } from '../domain/status.js'
import { ebenennamen, kostenklassen, objekteVon, strategien, verknuepfungenVon, type Objekt } from '../lesen.js'

export const Roadmapfilter = Type.Object({
  feld: Type.Optional(Id), status: Type.Optional(Type.Unsafe<Status>(Type.Enum([...ALLE_STATUS]))), jahr: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2200 })),
}, { additionalProperties: false })
export type Filter = Static<typeof Roadmapfilter>

export interface Eintrag extends Vorhaben { readonly strategie: string; readonly geaendertAm: Temporal.Instant }

/** Every released object of every strategy of the town, in the order of the papers. Only released fields leave this function. */
async function alleOeffentlichen(tx: Tx): Promise<Eintrag[]> {
  const alle = await objekteVon(tx)
  const freie = alle.filter(({ oeffentlich }) => oeffentlich)
  if (freie.length === 0) return []
  const [namen, papiere] = [await ebenennamen(tx), await strategien(tx)]
  const verweise = (await Promise.all([...new Set(freie.map(({ strategieId }) => strategieId))].map((strategieId) => verknuepfungenVon(tx, { strategieId })))).flat()
  const byId = new Map(alle.map((objekt) => [objekt.id, objekt]))
  const eigene = Map.groupBy(verweise.filter(({ art }) => art === 'zielbezug'), ({ vonId }) => vonId)
  const zieleVon = (id: string): Objekt[] => {
    const ziele = new Map<string, Objekt>()
    for (let objekt = byId.get(id), stufen = 0; objekt && stufen < 50; objekt = objekt.oberId ? byId.get(objekt.oberId) : undefined, stufen++) {
      for (const { nachId } of eigene.get(objekt.id) ?? []) { const ziel = byId.get(nachId ?? ''); if (ziel) ziele.set(ziel.id, ziel) }
    }
    return [...ziele.values()]
  }
  const zuletzt = await letzteAenderungen(tx, freie)
  const rangDer = new Map(papiere.map(({ id }, index) => [id, index]))
  return freie.toSorted((a, b) => (rangDer.get(a.strategieId) ?? 0) - (rangDer.get(b.strategieId) ?? 0) || a.rang - b.rang).flatMap((objekt): Eintrag[] => {
    const vorhaben = veroeffentliche(objekt, { byId, zieleVon, namen })
    return vorhaben ? [{ ...vorhaben, strategie: papiere.find(({ id }) => id === objekt.strategieId)?.name ?? '', geaendertAm: zuletzt.get(objekt.id) ?? Temporal.Instant.fromEpochMilliseconds(0) }] : []
  })
}

/** When something released last changed; what stays inside does not show, not even by its time. */
async function letzteAenderungen(tx: Tx, objekte: readonly Objekt[]): Promise<Map<string, Temporal.Instant>> {
  const rows = await programm(tx).selectFrom('programm.aenderung').select((select) => ['objekt_id', 'feld', select.fn.max('am').as('am')]).where('objekt_id', 'in', objekte.map(({ id }) => id)).groupBy(['objekt_id', 'feld']).execute()
  const angelegt = await programm(tx).selectFrom('programm.objekt').select(['id', 'created_at']).where('oeffentlich', '=', true).execute()
  const zuletzt = new Map(angelegt.map((row) => [row.id, row.created_at]))
  const sichtbar = new Map(objekte.map((objekt) => [objekt.id, sichtbareFelder(objekt.oeffentlicheFelder)]))
  for (const { objekt_id: id, feld, am } of rows) {
    const bisher = zuletzt.get(id)
    if (sichtbar.get(id)?.has(feld) && (!bisher || Temporal.Instant.compare(am, bisher) > 0)) zuletzt.set(id, am)
  }
  return zuletzt
}

/** The Roadmap as the public sees it. Ziele are named at what serves them, not listed. */
export const roadmapAnsehen = query({
  name: 'programm.roadmapAnsehen', input: Roadmapfilter, allow: jeder(),
  async run({ tx }, { feld, status, jahr }) {
    const alle = (await alleOeffentlichen(tx)).filter(({ art }) => art !== 'ziel')
    const jahre = alle.flatMap(({ zeitraum }) => [zeitraum?.beginn?.year, zeitraum?.ende?.year]).filter((eines) => eines !== undefined)
    const eintraege = alle.filter((eintrag) => (!feld || eintrag.id === feld || eintrag.teilVon?.id === feld) && (!status || eintrag.status === status) && (!jahr || imJahr(eintrag, jahr)))
    return {
      eintraege, gesamt: alle.length, felder: alle.filter(({ id }) => alle.some(({ teilVon }) => teilVon?.id === id)).map(({ id, name }) => ({ id, name })),
      jahre: jahre.length > 0 ? Array.from({ length: Math.min(60, Math.max(...jahre) - Math.min(...jahre) + 1) }, (_, index) => Math.min(...jahre) + index) : [], klassen: await kostenklassen(tx),
    }
  },
})
export type Roadmap = Awaited<ReturnType<typeof roadmapAnsehen.run>>

/** One released object with what belongs to it. @throws NotFound, also for what is there but not released */
export const vorhabenAnsehen = query({
  name: 'programm.vorhabenAnsehen', input: Type.Object({ id: Id }, { additionalProperties: false }), allow: jeder(),
  async run({ tx }, { id }) {
    const alle = await alleOeffentlichen(tx)
    const eintrag = alle.find((eines) => eines.id === id)
    if (!eintrag) throw new NotFound()
    return { eintrag, teile: alle.filter(({ teilVon, art }) => teilVon?.id === id && art !== 'ziel'), klassen: await kostenklassen(tx) }
  },
})


import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { alleEinheiten, einheitenById } from '../../../grundlagen/organisation/index.js'
import { programm } from '../db/tables.js'
import { ebenennamen, erfolgskriterienVon, findObjekt, kostenklassen, objekteVon, strategien, verknuepfungenVon, type Objekt, type Verknuepfung } from '../lesen.js'

export interface Verweis { readonly id: string; readonly art: Verknuepfung['art']; readonly richtung: 'hin' | 'her'; readonly objekt: Objekt | undefined; readonly text: string | null }
export interface Aenderung { readonly id: string; readonly feld: string; readonly alt: string | null; readonly neu: string | null; readonly grund: string | null; readonly wer: string; readonly am: Temporal.Instant }

/** Everything the Steckbrief of one object says. */
export const objektAnsehen = query({
  name: 'programm.objektAnsehen',
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  allow: can('programm.lesen')(),
  async run({ tx, actor }, { id }) {
    const objekt = await findObjekt(tx, id)
    if (!objekt) throw new NotFound()
    const strategie = (await strategien(tx)).find((eine) => eine.id === objekt.strategieId)
    const alle = await objekteVon(tx, { strategieId: objekt.strategieId })
    const byId = new Map(alle.map((eines) => [eines.id, eines]))
    const einheit = objekt.einheitId ? (await einheitenById(tx, [objekt.einheitId])).get(objekt.einheitId) : undefined
    const person = objekt.verantwortlichKontoId ? (await kontenById(tx, [objekt.verantwortlichKontoId])).get(objekt.verantwortlichKontoId) : undefined
    const objektrecht = { einheitId: objekt.einheitId }
    return {
      objekt, strategie, pfad: vorfahren(objekt, byId), kinder: alle.filter(({ oberId }) => oberId === id), verweise: await verweise(tx, id, byId),
      kriterien: (await erfolgskriterienVon(tx, objekt.strategieId)).filter(({ zielId }) => zielId === id), einheit, person: person && { name: person.name, da: person.status === 'aktiv' }, verlauf: await verlauf(tx, id), benannt: (wert: string) => byId.get(wert)?.name,
      namen: await ebenennamen(tx), klassen: await kostenklassen(tx),
      darf: { bearbeiten: holds(actor, 'programm.bearbeiten', objektrecht), freigeben: holds(actor, 'programm.freigeben', objektrecht), verwalten: holds(actor, 'programm.verwalten') },
    }
  },
})
export type Objektansicht = Awaited<ReturnType<typeof objektAnsehen.run>>

function vorfahren(objekt: Objekt, byId: ReadonlyMap<string, Objekt>): Objekt[] {
  const pfad: Objekt[] = []
  for (let ober = objekt.oberId ? byId.get(objekt.oberId) : undefined; ober && pfad.length < 20; ober = ober.oberId ? byId.get(ober.oberId) : undefined) pfad.unshift(ober)
  return pfad
}

async function verweise(tx: Tx, id: string, byId: ReadonlyMap<string, Objekt>): Promise<Verweis[]> {
  return (await verknuepfungenVon(tx, { objektIds: [id] })).map((eine) => {
    const richtung = eine.vonId === id ? 'hin' as const : 'her' as const
    return { id: eine.id, art: eine.art, richtung, objekt: byId.get((richtung === 'hin' ? eine.nachId : eine.vonId) ?? ''), text: eine.nachText }
  })
}

async function verlauf(tx: Tx, id: string): Promise<Aenderung[]> {
  const rows = await programm(tx).selectFrom('programm.aenderung').selectAll().where('objekt_id', '=', id).orderBy('id', 'desc').limit(100).execute()
  const personen = await kontenById(tx, rows.flatMap(({ akteur_id: wer }) => (wer && /^[0-9a-f-]{36}$/.test(wer) ? [wer] : [])))
  return rows.map((row) => ({ id: row.id, feld: row.feld, alt: row.alt, neu: row.neu, grund: row.grund, wer: personen.get(row.akteur_id ?? '')?.name ?? 'System', am: row.am }))
}

/** What the form needs to choose from: places in the tree, units, people, Ziele. */
export const objektauswahl = query({
  name: 'programm.objektauswahl',
  input: Type.Object({ strategieId: Id }, { additionalProperties: false }),
  allow: can('programm.lesen')(),
  async run({ tx, today }, { strategieId }) {
    const strategie = (await strategien(tx)).find(({ id }) => id === strategieId)
    if (!strategie) throw new NotFound()
    return { strategie, objekte: await objekteVon(tx, { strategieId }), einheiten: await alleEinheiten(tx, today), personen: (await aktivesPersonal(tx)).map(({ id, name }) => ({ id, name })), namen: await ebenennamen(tx), klassen: await kostenklassen(tx), verweise: await verknuepfungenVon(tx, { strategieId }) }
  },
})

import { Type } from 'typebox'
import { json, type Tx } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { pruefeFelder } from '../domain/felder.js'
import type { Stand, Standobjekt } from '../domain/stand.js'
import { strategieFortgeschrieben } from '../events.js'
import { objekteVon, verknuepfungenVon } from '../lesen.js'

/** Freezes the strategy as it stands now under the next number. It stays citable whatever comes later (H1-08). */
export const strategieFortschreiben = command({
  name: 'programm.strategieFortschreiben',
  input: Type.Object({
    strategieId: Id, bezeichnung: Text(200), beschlossenAm: Type.Optional(Datum), gremium: Type.Optional(Type.String({ maxLength: 200 })), vermerk: Type.Optional(Type.String({ maxLength: 4000 })),
  }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run({ tx, emit }, { strategieId, bezeichnung, beschlossenAm, gremium, vermerk }) {
    if (beschlossenAm && pruefeFelder({ beginn: beschlossenAm }).length > 0) throw new Invalid([{ feld: 'beschlossenAm', text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.' }])
    const strategie = await programm(tx).selectFrom('programm.strategie').select('id').where('id', '=', strategieId).forUpdate().executeTakeFirst()
    if (!strategie) throw new NotFound()
    const letzte = await programm(tx).selectFrom('programm.fortschreibung').select((select) => select.fn.max('nummer').as('nummer')).where('strategie_id', '=', strategieId).executeTakeFirst()
    const id = newId()
    const nummer = (letzte?.nummer ?? 0) + 1
    await programm(tx).insertInto('programm.fortschreibung').values({
      id, strategie_id: strategieId, nummer, bezeichnung, beschlossen_am: beschlossenAm ? Temporal.PlainDate.from(beschlossenAm) : null, gremium: gremium || null, vermerk: vermerk || null,
      stand: json(await heutigerStand(tx, strategieId)),
    }).execute()
    emit(strategieFortgeschrieben(strategieId, { fortschreibungId: id, nummer }))
    return { id, nummer }
  },
})

/** The strategy as it is, in the words of a frozen version. */
export async function heutigerStand(tx: Tx, strategieId: string): Promise<Stand> {
  const objekte = await objekteVon(tx, { strategieId })
  const name = new Map(objekte.map((objekt) => [objekt.id, objekt.name]))
  const ziele = Map.groupBy((await verknuepfungenVon(tx, { strategieId })).filter(({ art }) => art === 'zielbezug'), ({ vonId }) => vonId)
  return {
    fassung: 1,
    objekte: objekte.map((objekt): Standobjekt => ({
      id: objekt.id, art: objekt.art, oberId: objekt.oberId, kennung: objekt.kennung, nummer: objekt.nummer, bausteinart: objekt.bausteinart, name: objekt.name, status: objekt.status,
      prioritaet: objekt.prioritaet, dauerMonate: objekt.dauerMonate, fortlaufend: objekt.fortlaufend, beginn: objekt.beginn?.toString() ?? null, ende: objekt.ende?.toString() ?? null,
      kostenklasse: objekt.kostenklasse, verantwortlich: objekt.verantwortlich, beteiligte: objekt.beteiligte, texte: objekt.texte,
      ziele: (ziele.get(objekt.id) ?? []).map(({ nachId, nachText }) => (nachId ? name.get(nachId) ?? '' : nachText ?? '')).sort((a, b) => a.localeCompare(b, 'de')),
    })),
  }
}

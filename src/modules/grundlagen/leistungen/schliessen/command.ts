import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import { leistungGeschlossen, schliessungAufgehoben } from '../events.js'
import { erhoeheKatalogstand } from '../katalogstand.js'

/** Closes the online way of a service for a while; the page says why and what to do instead (A1-05). Drafts are kept. */
export const leistungSchliessen = command({
  name: 'leistungen.leistungSchliessen',
  input: Type.Object({ leistungId: Id, von: Datum, bis: Type.Optional(Datum), grund: Text(500), alternative: Type.Optional(Text(500)) }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, emit }, input) {
    const leistung = await leistungen(tx).selectFrom('leistungen.leistung').select('id').where('id', '=', input.leistungId).executeTakeFirst()
    if (!leistung) throw new NotFound()
    const [von, bis] = [tag('von', input.von), input.bis === undefined ? null : tag('bis', input.bis)]
    if (bis && Temporal.PlainDate.compare(bis, von) < 0) throw new Invalid([{ feld: 'bis', text: 'Das Ende muss am oder nach dem Anfang liegen.' }])
    const id = newId()
    await leistungen(tx).insertInto('leistungen.schliessung').values({
      id, leistung_id: input.leistungId, von, bis, grund: input.grund, alternative: input.alternative ?? null, aufgehoben_am: null,
    }).execute()
    await erhoeheKatalogstand(tx)
    emit(leistungGeschlossen(input.leistungId, { schliessungId: id, von: von.toString(), bis: bis?.toString() ?? null }, input.grund))
    return { id }
  },
})

/** Ends a closure at once. */
export const schliessungAufheben = command({
  name: 'leistungen.schliessungAufheben',
  input: Type.Object({ schliessungId: Id }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, emit, unchanged, now }, { schliessungId }) {
    const row = await leistungen(tx).selectFrom('leistungen.schliessung').select(['leistung_id', 'aufgehoben_am']).where('id', '=', schliessungId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.aufgehoben_am) return unchanged()
    await leistungen(tx).updateTable('leistungen.schliessung').set({ aufgehoben_am: now }).where('id', '=', schliessungId).execute()
    await erhoeheKatalogstand(tx)
    emit(schliessungAufgehoben(row.leistung_id, { schliessungId }))
  },
})

function tag(feld: string, text: string): Temporal.PlainDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const gelesen = month >= 1 && day >= 1 ? Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }) : undefined
  if (gelesen?.toString() !== text) throw new Invalid([{ feld, text: 'Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.' }])
  return gelesen
}

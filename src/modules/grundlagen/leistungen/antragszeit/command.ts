import { Type } from 'typebox'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { leistungen } from '../db/tables.js'
import { momentAus } from '../domain/antragszeit.js'
import { antragszeitEingetragen, antragszeitGestrichen } from '../events.js'
import { erhoeheKatalogstand } from '../katalogstand.js'

/** Enters from when to when a service can be applied for, in Berlin's time. From then on the times of the package do not count. */
export const antragszeitEintragen = command({
  name: 'leistungen.antragszeitEintragen',
  input: Type.Object({ leistungId: Id, anlass: Text(200), von: Type.String({ maxLength: 30 }), bis: Type.String({ maxLength: 30 }) }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, emit }, { leistungId, anlass, von: vonText, bis: bisText }) {
    const leistung = await leistungen(tx).selectFrom('leistungen.leistung').select('id').where('id', '=', leistungId).executeTakeFirst()
    if (!leistung) throw new NotFound()
    const [von, bis] = [moment('beginn', vonText), moment('ende', bisText)]
    if (Temporal.Instant.compare(bis, von) <= 0) throw new Invalid([{ feld: 'ende', text: 'Das Ende muss nach dem Anfang liegen.' }])
    const id = newId()
    await leistungen(tx).insertInto('leistungen.antragszeit').values({ id, leistung_id: leistungId, anlass, von, bis, aufgehoben_am: null }).execute()
    await erhoeheKatalogstand(tx)
    emit(antragszeitEingetragen(leistungId, { antragszeitId: id, anlass, von: von.toString(), bis: bis.toString() }))
    return { id }
  },
})

/** Strikes an entered time; without any of its own the town goes by those of the package again. */
export const antragszeitStreichen = command({
  name: 'leistungen.antragszeitStreichen',
  input: Type.Object({ antragszeitId: Id }, { additionalProperties: false }),
  allow: can('leistung.verwalten')(),
  async run({ tx, emit, unchanged, now }, { antragszeitId }) {
    const row = await leistungen(tx).selectFrom('leistungen.antragszeit').select(['leistung_id', 'aufgehoben_am']).where('id', '=', antragszeitId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.aufgehoben_am) return unchanged()
    await leistungen(tx).updateTable('leistungen.antragszeit').set({ aufgehoben_am: now }).where('id', '=', antragszeitId).execute()
    await erhoeheKatalogstand(tx)
    emit(antragszeitGestrichen(row.leistung_id, { antragszeitId }))
  },
})

/** @throws Invalid at the field */
function moment(feld: string, text: string): Temporal.Instant {
  const gelesen = momentAus(text)
  if (!gelesen) throw new Invalid([{ feld, text: 'Bitte geben Sie einen Tag und eine Uhrzeit an, zum Beispiel 4. 12. 2026 und 15:00.' }])
  return gelesen
}

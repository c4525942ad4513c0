import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { json } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { findLeistung, gebuehrAm, pruefeSatz, satzSchema } from '../../../grundlagen/leistungen/index.js'
import { gebuehren } from '../db/tables.js'
import { satzFestgelegt } from '../events.js'

/**
 * Sets what a position costs from a day on, without a new package. Days that are over keep what they cost; applications that have
 * arrived keep the rule of their day. The way of reckoning stays the package's: a fixed amount stays fixed, a frame a frame.
 */
export const satzFestlegen = command({
  name: 'gebuehren.satzFestlegen',
  input: Type.Object({ leistung: Type.String({ maxLength: 80 }), position: Type.String({ maxLength: 40 }), giltAb: Datum, satz: satzSchema, grund: Text(500) }, { additionalProperties: false }),
  allow: can('gebuehr.verwalten')(),
  async run(ctx, { leistung, position: name, giltAb, satz, grund }) {
    const version = await findLeistung(ctx.tx, leistung, ctx.today)
    const gebuehr = version?.gebuehr && gebuehrAm(version.gebuehr, ctx.today)
    const position = gebuehr?.positionen?.find((eine) => eine.name === name)
    if (!version || !position) throw new NotFound()
    if (giltAb < ctx.today.toString()) throw new Invalid([{ feld: 'giltAb', text: 'Der Tag liegt in der Vergangenheit. Was schon gegolten hat, ändert sich nicht mehr.' }])
    const art = (['cent', 'berechnung', 'rahmen', 'tabelle'] as const).find((eine) => position[eine] !== undefined)
    if (art && satz[art] === undefined) throw new Conflict('gebuehren.andereArt', 'Diese Position wird anders berechnet. Für eine neue Art der Berechnung brauchen Sie ein neues Paket.')
    const maengel = pruefeSatz(`Die Position „${position.bezeichnung}“`, satz)
    if (maengel.length > 0) throw new Invalid(maengel.map((text) => ({ feld: 'satz', text })))
    const id = newId()
    await gebuehren(ctx.tx).insertInto('gebuehren.satz').values({ id, leistung: version.schluessel, position: name, gilt_ab: Temporal.PlainDate.from(giltAb), wert: json(satz), grund, angelegt_von: ctx.actor.id, created_at: ctx.now }).execute()
    ctx.emit(satzFestgelegt(id, { leistung: version.schluessel, position: name, giltAb }, grund))
    return { satzId: id }
  },
})

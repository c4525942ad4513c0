import { Type } from 'typebox'
import { Conflict, Forbidden, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import type { Allow } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { findEinheitByKuerzel } from '../../../grundlagen/organisation/index.js'
import { gleich } from '../domain/kennzahl.js'
import { sperreKennzahl, zugriffAufKennzahl } from '../lesen.js'
import { letzteFassung } from '../schreiben.js'
import { leseWert, trageEin } from './eintragen.js'

const RECHT = 'kennzahlen.erfassen'
const Angabe = (laenge: number, description: string) => Type.Optional(Type.String({ maxLength: laenge, description }))

/** What another program says of one value. Decimals after a comma; a share by its parts, never as a percentage (H6-04). */
export const Wertmeldung = Type.Object({
  einheit: Angabe(40, 'Kürzel der Einheit, für die der Wert gilt; ohne Angabe die ganze Stadt'), stichtag: Datum,
  zahl: Angabe(40, 'Wert, Nachkommastellen nach einem Komma'), zaehler: Angabe(40, 'Zähler eines Anteils'),
  nenner: Angabe(40, 'Nenner eines Anteils'), fehlt: Angabe(500, 'Warum es zu diesem Stichtag keinen Wert gibt'),
  nachweis: Angabe(1000, 'Woher der Wert stammt'), nachweisLink: Angabe(500, 'Verweis, der mit https:// beginnt'),
  grund: Angabe(1000, 'Nur für eine Berichtigung: warum ein anderer Wert gilt'),
}, { additionalProperties: false })

/** The same people as at the form, and interfaces that hold the permission. */
const anKennzahlOderEinheit: Allow<{ id: string; einheit?: string }> = {
  satz: `Recht „${RECHT}“ in der verantwortlichen Einheit oder in der Einheit, für die der Wert gilt`, rechte: [RECHT],
  arten: ['personal', 'dienst'],
  async check(actor, tx, { id, einheit }) {
    const objekt = await zugriffAufKennzahl({ id }, tx)
    if (!objekt) throw new NotFound()
    if (actor.art === 'system' || holds(actor, RECHT, objekt)) return
    const einheitId = einheit ? (await findEinheitByKuerzel(tx, einheit))?.id : undefined
    if (einheitId && holds(actor, RECHT, { einheitId })) return
    throw holds(actor, 'kennzahlen.lesen') ? new Forbidden() : new NotFound()
  },
}

/**
 * Takes a value from another program or the command line. The same value again changes nothing; another one for the same day is a
 * correction and needs its reason. @throws Invalid with every wrong field
 */
export const wertMelden = command({
  name: 'kennzahlen.wertMelden',
  input: Type.Object({ id: Id, ...Wertmeldung.properties }, { additionalProperties: false }),
  allow: anKennzahlOderEinheit,
  async run(ctx, { id, einheit, stichtag: tag, ...mehr }) {
    const kennzahl = await sperreKennzahl(ctx.tx, id)
    if (kennzahl.stillgelegtAm) throw new Conflict('kennzahlen.stillgelegt', 'Diese Kennzahl ist stillgelegt und nimmt keine Werte mehr auf.')
    const angabe = { zahl: '', zaehler: '', nenner: '', fehlt: '', nachweis: '', nachweisLink: '', grund: '', ...mehr }
    const fehler: Feldfehler[] = []
    const stichtag = Temporal.PlainDate.from(tag)
    if (Temporal.PlainDate.compare(stichtag, ctx.today) > 0) fehler.push({ feld: 'stichtag', text: 'Dieser Tag liegt in der Zukunft.' })
    const messung = leseWert(kennzahl.art, angabe, fehler)
    const einheitId = einheit ? (await findEinheitByKuerzel(ctx.tx, einheit))?.id : null
    if (einheitId === undefined) fehler.push({ feld: 'einheit', text: `Die Einheit „${einheit}“ gibt es nicht.` })
    if (!messung || einheitId === undefined || fehler.length > 0) throw new Invalid(fehler)
    const bisher = await letzteFassung(ctx.tx, id, einheitId, stichtag)
    if (bisher && gleich(bisher.messung, messung)) { ctx.unchanged(); return { fassung: bisher.fassung, neu: false } }
    if (bisher && angabe.grund === '') throw new Invalid([{ feld: 'grund', text: 'Zu diesem Stichtag gibt es schon einen anderen Wert. Schreiben Sie, warum er berichtigt wird.' }])
    const fassung = (bisher?.fassung ?? 0) + 1
    await trageEin(ctx, { ...angabe, id, einheitId, stichtag, messung, fassung, grund: bisher ? angabe.grund : '' })
    return { fassung, neu: true }
  },
})

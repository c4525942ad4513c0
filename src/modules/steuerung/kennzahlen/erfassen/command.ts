import { Type } from 'typebox'
import { Conflict, Forbidden, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { holds } from '../../../../platform/usecases/actor.js'
import type { Allow } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { tagAus } from '../domain/angaben.js'
import { sperreKennzahl, zugriffAufKennzahl } from '../lesen.js'
import { letzteFassung } from '../schreiben.js'
import { leseWert, trageEin } from './eintragen.js'

const RECHT = 'kennzahlen.erfassen'

/**
 * In the unit that answers for the Kennzahl, or in the unit whose value it is. Who may read it gets 403, others 404.
 */
const anKennzahlOderEinheit: Allow<{ id: string; einheitId: string }> = {
  satz: `Recht „${RECHT}“ in der verantwortlichen Einheit oder in der Einheit, für die der Wert gilt`, rechte: [RECHT],
  arten: ['personal'],
  async check(actor, tx, { id, einheitId }) {
    const objekt = await zugriffAufKennzahl({ id }, tx)
    if (!objekt) throw new NotFound()
    if (actor.art === 'system' || holds(actor, RECHT, objekt)
      || (einheitId !== '' && holds(actor, RECHT, { einheitId }))) return
    throw holds(actor, 'kennzahlen.lesen') ? new Forbidden() : new NotFound()
  },
}

/**
 * Enters a value by hand, with proof. `einheitId` '' is the town as a whole. `fassung` is the version that the person
 * saw: 0 for a
 * new value, otherwise it is a correction, which needs a reason and leaves the old one readable.
 */
export const wertErfassen = command({
  name: 'kennzahlen.wertErfassen',
  input: Type.Object({
    id: Id, einheitId: Type.String({ pattern: '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$' }),
    stichtag: Type.String({ maxLength: 20 }), zahl: Type.String({ maxLength: 40 }),
    zaehler: Type.String({ maxLength: 40 }), nenner: Type.String({ maxLength: 40 }),
    fehlt: Type.Optional(Type.String({ maxLength: 500 })),
    nachweis: Type.String({ maxLength: 1000 }), nachweisLink: Type.String({ maxLength: 500 }),
    grund: Type.String({ maxLength: 1000 }), fassung: Type.Integer({ minimum: 0, maximum: 30_000 }),
  }, { additionalProperties: false }),
  allow: anKennzahlOderEinheit,
  async run(ctx, { id, einheitId, fassung, ...eingabe }) {
    const kennzahl = await sperreKennzahl(ctx.tx, id)
    if (kennzahl.stillgelegtAm) throw new Conflict(
      'kennzahlen.stillgelegt',
      'Diese Kennzahl ist stillgelegt und nimmt keine Werte mehr auf. Nehmen Sie sie zuerst wieder auf.'
    )
    const fehler: Feldfehler[] = []
    const stichtag = tagAus('stichtag', eingabe.stichtag, ctx.today, fehler)
    if (stichtag && Temporal.PlainDate.compare(stichtag, ctx.today) > 0) fehler.push({
      feld: 'stichtag', text: 'Dieser Tag liegt in der Zukunft. Ein Ist-Wert gilt für heute oder früher.',
    })
    const messung = leseWert(kennzahl.art, { ...eingabe, fehlt: eingabe.fehlt ?? '' }, fehler)
    if (einheitId !== '' && !(await einheitenById(ctx.tx, [einheitId])).size) fehler.push({
      feld: 'einheitId', text: 'Bitte wählen Sie eine Einheit aus der Liste.',
    })
    if (fassung > 0 && eingabe.grund === '') fehler.push({
      feld: 'grund', text: 'Schreiben Sie, warum der Wert berichtigt wird.',
    })
    if (!stichtag || !messung || fehler.length > 0) throw new Invalid(fehler)
    const bisher = await letzteFassung(ctx.tx, id, einheitId || null, stichtag)
    if ((bisher?.fassung ?? 0) !== fassung) {
      throw new Conflict('kennzahlen.wertVorhanden', fassung === 0
        ? 'Für diesen Stichtag gibt es schon einen Wert. Wenn er falsch ist, wählen Sie auf der Seite der Kennzahl „Berichtigen“.'
        : 'Jemand hat diesen Wert inzwischen berichtigt. Ihre Eingaben stehen noch im Formular. Vergleichen Sie sie mit dem neuen Wert auf der Seite der Kennzahl.')
    }
    return trageEin(ctx, {
      id, einheitId: einheitId || null, stichtag, messung, fassung: fassung + 1, nachweis: eingabe.nachweis,
      nachweisLink: eingabe.nachweisLink, grund: eingabe.grund,
    })
  },
})

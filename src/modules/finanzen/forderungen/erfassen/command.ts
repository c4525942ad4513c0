import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { buche } from '../buchen.js'

/** Whole cents. */
const Cent = Type.Integer({ minimum: 1, maximum: 99_999_900 })

/** A payment at the counter or on the town's account, entered by the treasury. The number of receipt or statement line books once. */
export const zahlungErfassen = command({
  name: 'forderungen.zahlungErfassen',
  input: Type.Object({
    forderungId: Id, cent: Cent, weg: Type.Union([Type.Literal('bar'), Type.Literal('ec'), Type.Literal('ueberweisung')]), wertstellung: Datum, referenz: Text(140),
  }, { additionalProperties: false }),
  allow: can('kasse.buchen')(),
  async run(ctx, { forderungId, cent, weg, wertstellung, referenz }) {
    const { neu, stand } = await buche(ctx, forderungId, { art: 'zahlung', betrag: BigInt(cent), weg, referenz, wertstellung: tagAus(wertstellung, ctx.today) })
    return { neu, status: stand.status }
  },
})

/** The bank fetched a payment back: the claim is owed again, letters and decisions stay as they are (A6-10). */
export const ruecklastschriftErfassen = command({
  name: 'forderungen.ruecklastschriftErfassen',
  input: Type.Object({ forderungId: Id, cent: Cent, wertstellung: Datum, referenz: Text(140), grund: Text(500) }, { additionalProperties: false }),
  allow: can('kasse.buchen')(),
  async run(ctx, { forderungId, cent, wertstellung, referenz, grund }) {
    const { neu, stand } = await buche(ctx, forderungId, { art: 'ruecklastschrift', betrag: BigInt(cent), referenz, grund, wertstellung: tagAus(wertstellung, ctx.today) })
    return { neu, status: stand.status }
  },
})

/** Money cannot have arrived tomorrow; a day that does not exist is said at its field. */
function tagAus(text: string, heute: Temporal.PlainDate): Temporal.PlainDate {
  const gibtEs = Number(text.slice(8)) >= 1 && Number(text.slice(5, 7)) >= 1 && Number(text.slice(5, 7)) <= 12 && Number(text.slice(8)) <= Temporal.PlainYearMonth.from(text.slice(0, 7)).daysInMonth
  const tag = gibtEs ? Temporal.PlainDate.from(text) : undefined
  if (!tag || Temporal.PlainDate.compare(tag, heute) > 0) throw new Invalid([{ feld: 'wertstellung', text: 'Bitte geben Sie den Tag an, an dem das Geld da war. Er kann nicht in der Zukunft liegen.' }])
  return tag
}

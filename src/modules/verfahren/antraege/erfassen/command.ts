import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen, vermerkSchreiben } from '../../../akte/akten/index.js'
import { formatDate } from '../../../../platform/time/index.js'
import { AnhangEingabe, antragEinreichen, type Einreichung } from '../einreichen/command.js'

/** How it reached the clerk who types it in. */
export const KANAELE = { schalter: 'Persönlich am Schalter', telefon: 'Am Telefon', post: 'Mit der Post oder per Fax' } as const
export type Erfassungskanal = keyof typeof KANAELE
export const istErfassungskanal = (wert: string): wert is Erfassungskanal => Object.hasOwn(KANAELE, wert)

/** After so many days it is no longer the post of the last days that somebody types in. */
const TAGE_OHNE_GRUND = 7

/** Whether it has to be said why it is typed in only now: the day decides on periods, and a wrong one harms somebody. */
export function brauchtGrund(eingangTag: string, today: Temporal.PlainDate): boolean {
  return eingangTag < today.subtract({ days: TAGE_OHNE_GRUND }).toString()
}

const Scan = Type.Object({ dateiname: Text(255), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 0 }), mime: Text(200), pruefstatus: Type.Enum(['sauber', 'ungeprueft']) }, { additionalProperties: false })

/**
 * A clerk hands in for somebody who came, called or wrote, through the same form and into the same kind of Vorgang. The person has no
 * account here, so everything comes by letter. What was signed on paper lies beside it; who typed it in and what was shown is noted.
 * @throws Invalid with every wrong field
 */
export const antragErfassen = command({
  name: 'antraege.antragErfassen',
  input: Type.Object({
    leistungsversionId: Id, kanal: Type.Enum(['schalter', 'telefon', 'post']), daten: Type.Record(Type.String(), Type.Unknown()), anhaenge: Type.Array(AnhangEingabe, { maxItems: 50 }),
    /** Day on which the paper was received or the person came or called. */
    eingangTag: Datum, grund: Type.String({ maxLength: 500 }),
    unterschrieben: Type.Boolean(), ausweisGesehen: Type.Boolean(), scan: Type.Optional(Scan),
  }, { additionalProperties: false }),
  allow: can('antrag.bearbeiten')(),
  async run(ctx, { leistungsversionId, kanal, daten, anhaenge, eingangTag, grund, unterschrieben, ausweisGesehen, scan }): Promise<Einreichung> {
    if (brauchtGrund(eingangTag, ctx.today) && grund.trim() === '') throw new Invalid([{ feld: 'grund', text: 'Bitte schreiben Sie, warum der Antrag erst jetzt erfasst wird.' }])
    if (unterschrieben && kanal === 'telefon') throw new Invalid([{ feld: 'unterschrieben', text: 'Am Telefon kann niemand unterschreiben. Bitte prüfen Sie die Angabe.' }])
    if (unterschrieben && !scan) throw new Invalid([{ feld: 'scan', text: 'Bitte fügen Sie den unterschriebenen Antrag als Scan hinzu.' }])
    const einreichung = await antragEinreichen.run(ctx, { leistungsversionId, daten, anhaenge, kanal, eingangTag, zustellung: 'post', sprache: 'de' })
    const { vorgangId } = einreichung
    if (scan) {
      const { pruefstatus, ...datei } = scan
      await dokumentAblegen(ctx, { vorgangId, betreff: 'Antrag auf Papier', typ: 'antrag', richtung: 'eingang', datum: Temporal.PlainDate.from(eingangTag), datei, pruefstatus })
    }
    const text = [
      `Der Antrag kam so: ${KANAELE[kanal]}. Die Angaben sind für die Person eingegeben.`, unterschrieben ? 'Der Antrag ist auf Papier unterschrieben; der Scan liegt bei.' : 'Eine Unterschrift liegt nicht vor.',
      ausweisGesehen ? 'Der Ausweis wurde gesehen.' : '', eingangTag === ctx.today.toString() ? '' : `Eingegangen am ${formatDate(Temporal.PlainDate.from(eingangTag))}.`,
      grund.trim() ? `Später erfasst, weil: ${grund.trim()}` : '',
    ].filter(Boolean).join(' ')
    await vermerkSchreiben(ctx, { vorgangId, text })
    return einreichung
  },
})

import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { dokumentAblegen, vermerkSchreiben } from '../../../akte/akten/index.js'
import { legalDate } from '../../../../platform/time/index.js'
import { AnhangEingabe, antragEinreichen, type Einreichung } from '../einreichen/command.js'

/** How it reached the clerk who types it in. */
export const KANAELE = { schalter: 'Persönlich am Schalter', telefon: 'Am Telefon', post: 'Mit der Post oder per Fax' } as const
export type Erfassungskanal = keyof typeof KANAELE
export const istErfassungskanal = (wert: string): wert is Erfassungskanal => Object.hasOwn(KANAELE, wert)

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
    unterschrieben: Type.Boolean(), ausweisGesehen: Type.Boolean(), scan: Type.Optional(Scan),
  }, { additionalProperties: false }),
  allow: can('antrag.bearbeiten')(),
  async run(ctx, { leistungsversionId, kanal, daten, anhaenge, unterschrieben, ausweisGesehen, scan }): Promise<Einreichung> {
    if (unterschrieben && kanal === 'telefon') throw new Invalid([{ feld: 'unterschrieben', text: 'Am Telefon kann niemand unterschreiben. Bitte prüfen Sie die Angabe.' }])
    if (unterschrieben && !scan) throw new Invalid([{ feld: 'scan', text: 'Bitte fügen Sie den unterschriebenen Antrag als Scan hinzu.' }])
    const einreichung = await antragEinreichen.run(ctx, { leistungsversionId, daten, anhaenge, kanal, zustellung: 'post', sprache: 'de' })
    const { vorgangId } = einreichung
    if (scan) {
      const { pruefstatus, ...datei } = scan
      await dokumentAblegen(ctx, { vorgangId, betreff: 'Antrag auf Papier', typ: 'antrag', richtung: 'eingang', datum: legalDate(ctx.now), datei, pruefstatus })
    }
    const text = [
      `Der Antrag kam so: ${KANAELE[kanal]}. Die Angaben sind für die Person eingegeben.`, unterschrieben ? 'Der Antrag ist auf Papier unterschrieben; der Scan liegt bei.' : 'Eine Unterschrift liegt nicht vor.',
      ausweisGesehen ? 'Der Ausweis wurde gesehen.' : '',
    ].filter(Boolean).join(' ')
    await vermerkSchreiben(ctx, { vorgangId, text })
    return einreichung
  },
})

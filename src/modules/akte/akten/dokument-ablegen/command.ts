import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amDokument, amVorgang } from '../lesen.js'
import { leseTag } from '../vermerk/vermerk.js'
import { dokumentAblegen, dokumentFreigeben, neueDokumentversion } from './dokument.js'
import { dokumentFreigegeben } from '../events.js'

const DateiAngabe = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 0 }), mime: Text(100), dateiname: Text(255),
}, { additionalProperties: false })
const Status = Type.Union([Type.Literal('sauber'), Type.Literal('ungeprueft')])

/** Files a document that an employee has sent (C2-01): what can be derived is not asked. */
export const dokumentHochladen = command({
  name: 'akten.dokumentHochladen',
  input: Type.Object({
    vorgangId: Id, betreff: Text(500), typ: Text(60), richtung: Type.Union([Type.Literal('eingang'), Type.Literal('ausgang'), Type.Literal('intern')]),
    datum: Datum, absender: Type.Optional(Type.String({ maxLength: 300 })), datei: DateiAngabe, pruefstatus: Status,
  }, { additionalProperties: false }),
  allow: can('dokument.ablegen').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { datum, absender, ...neu }) {
    const tag = leseTag(datum, 'datum')
    if (Temporal.PlainDate.compare(tag, ctx.today) > 0 && neu.richtung === 'eingang') throw new Invalid([{ feld: 'datum', text: 'Der Tag liegt in der Zukunft. Bitte prüfen Sie ihn.' }])
    return dokumentAblegen(ctx, { ...neu, datum: tag, ...(absender ? { absender } : {}), ...(neu.richtung === 'eingang' ? { eingegangenAm: ctx.today } : {}) })
  },
})

/** A changed file of the same document; the older versions stay (C2-04). */
export const dokumentversionHochladen = command({
  name: 'akten.dokumentversionHochladen',
  input: Type.Object({ dokumentId: Id, kommentar: Text(500), datei: DateiAngabe, pruefstatus: Status }, { additionalProperties: false }),
  allow: can('dokument.ablegen').on(amDokument, { sehen: 'vorgang.lesen' }),
  async run(ctx, { dokumentId, kommentar, datei, pruefstatus }) {
    const ergebnis = await neueDokumentversion(ctx, dokumentId, datei, { kommentar, pruefstatus })
    // The same content again: neueDokumentversion has emitted nothing.
    ctx.unchanged()
    return ergebnis
  },
})

/** Shows a document to the person whose Vorgang it is, or takes it back. */
export const dokumentZeigen = command({
  name: 'akten.dokumentZeigen',
  input: Type.Object({ dokumentId: Id, zeigen: Type.Boolean() }, { additionalProperties: false }),
  allow: can('dokument.ablegen').on(amDokument, { sehen: 'vorgang.lesen' }),
  async run(ctx, { dokumentId, zeigen }) {
    const vorgangId = await dokumentFreigeben(ctx, dokumentId, zeigen)
    ctx.emit(dokumentFreigegeben(dokumentId, vorgangId, { fuerInhaber: zeigen }))
  },
})

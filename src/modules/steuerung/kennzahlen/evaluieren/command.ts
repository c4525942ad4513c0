import { Type } from 'typebox'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { sperreObjekt } from '../../programm/index.js'
import { kennzahlen } from '../db/tables.js'
import { ERGEBNISSE, type Ergebnis } from '../domain/evaluation.js'
import { vorhabenEvaluiert } from '../events.js'

const PFLICHT = {
  kriterium: 'Schreiben Sie, woran der Erfolg gemessen wird.', begruendung: 'Schreiben Sie, woran Sie das sehen.',
  lehre: 'Schreiben Sie, was die Stadt daraus lernt. Auch ein Erfolg lehrt etwas.',
} as const

/**
 * At the end of a cycle: was the Erfolgskriterium reached, and what does the town learn (H6-05)? `fassung` is what the
 * person saw.
 */
export const vorhabenEvaluieren = command({
  name: 'kennzahlen.vorhabenEvaluieren',
  input: Type.Object({
    objektId: Id, zyklus: Type.Integer({ minimum: 2000, maximum: 2199 }), kriterium: Type.String({ maxLength: 500 }),
    ergebnis: Type.String({ maxLength: 20 }), begruendung: Type.String({ maxLength: 2000 }),
    lehre: Type.String({ maxLength: 2000 }),
    fassung: Type.Integer({ minimum: 0, maximum: 30_000 }),
  }, { additionalProperties: false }),
  allow: can('kennzahlen.verwalten')(),
  async run(ctx, { objektId, zyklus, ergebnis, fassung, ...texte }) {
    const objekt = await sperreObjekt(ctx.tx, objektId)
    if (objekt.art !== 'massnahme' && objekt.art !== 'projekt') throw new NotFound()
    const fehler: Feldfehler[] = Object
      .entries(PFLICHT)
      .flatMap(([feld, text]) => (texte[feld as keyof typeof PFLICHT] === '' ? [{ feld, text }] : []))
    if (!Object.hasOwn(ERGEBNISSE, ergebnis)) fehler.push({
      feld: 'ergebnis', text: 'Wählen Sie, ob das Kriterium erreicht wurde.',
    })
    if (zyklus > ctx.today.year) fehler.push({ feld: 'ergebnis', text: 'Dieses Jahr liegt in der Zukunft.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    const letzte = await kennzahlen(ctx.tx)
      .selectFrom('kennzahlen.evaluation')
      .select('fassung')
      .where('strategie_id', '=', objekt.strategieId)
      .where('zyklus', '=', zyklus)
      .where('objekt_id', '=', objektId)
      .orderBy('fassung', 'desc').limit(1).executeTakeFirst()
    if ((letzte?.fassung ?? 0) !== fassung) throw new Conflict(
      'kennzahlen.evaluationGeaendert',
      'Jemand hat dieses Vorhaben inzwischen evaluiert. Ihre Eingaben stehen noch im Formular. Laden Sie die Seite neu, um die neue Fassung zu sehen.'
    )
    await kennzahlen(ctx.tx).insertInto('kennzahlen.evaluation').values({
      id: newId(), strategie_id: objekt.strategieId, zyklus, objekt_id: objektId, fassung: fassung + 1,
      ergebnis: ergebnis as Ergebnis, ...texte, erfasst_von: ctx.actor.id, erfasst_am: ctx.now,
    }).execute()
    ctx.emit(vorhabenEvaluiert(objektId, { zyklus, ergebnis, fassung: fassung + 1 }))
  },
})

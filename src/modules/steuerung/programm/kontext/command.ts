import { Type } from 'typebox'
import { Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { KONTEXTARTEN, SEITEN, type Kontextart } from '../domain/kontext.js'
import { kontextErfasst } from '../events.js'
import { findObjekt, strategien } from '../lesen.js'

const bis = (laenge: number) => Type.String({ maxLength: laenge })

/** Keeps a SWOT, a demography or an analysis with its day and source. `ersetztId` names the older one that no longer counts. */
export const kontextErfassen = command({
  name: 'programm.kontextErfassen',
  input: Type.Object({
    strategieId: Id, objektId: Type.Optional(Id), ersetztId: Type.Optional(Id),
    art: Type.Unsafe<Kontextart>(Type.Enum(Object.keys(KONTEXTARTEN))), titel: bis(200), stand: Datum, quelle: bis(500), quelleLink: bis(500),
    staerken: bis(4000), schwaechen: bis(4000), chancen: bis(4000), risiken: bis(4000), inhalt: bis(10_000),
  }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run(ctx, { strategieId, objektId, ersetztId, stand, quelleLink, ...angaben }) {
    if (!(await strategien(ctx.tx)).some(({ id }) => id === strategieId)) throw new NotFound()
    const fehler: Feldfehler[] = []
    const tag = Temporal.PlainDate.from(stand)
    const seiten = (Object.keys(SEITEN) as (keyof typeof SEITEN)[]).filter((seite) => angaben[seite] !== '')
    if (angaben.titel === '') fehler.push({ feld: 'titel', text: 'Geben Sie der Ausgangslage einen Titel.' })
    if (Temporal.PlainDate.compare(tag, ctx.today) > 0) fehler.push({ feld: 'stand', text: 'Dieser Tag liegt in der Zukunft.' })
    if (angaben.quelle === '') fehler.push({ feld: 'quelle', text: 'Nennen Sie die Quelle, zum Beispiel „Landesbetrieb IT.NRW“ oder „Workshop mit den Fachämtern“.' })
    if (quelleLink !== '' && !/^https:\/\/[^\s<>"]+$/.test(quelleLink)) fehler.push({ feld: 'quelleLink', text: 'Ein Verweis beginnt mit https://.' })
    if (angaben.art === 'swot') {
      if (seiten.length === 0) fehler.push({ feld: 'staerken', text: 'Nennen Sie mindestens eine Stärke, Schwäche, Chance oder ein Risiko.' })
      if (angaben.inhalt !== '') fehler.push({ feld: 'inhalt', text: 'Eine SWOT-Analyse steht in den vier Feldern darüber. Lassen Sie dieses leer.' })
    } else {
      if (angaben.inhalt === '') fehler.push({ feld: 'inhalt', text: 'Schreiben Sie, was die Untersuchung ergeben hat.' })
      for (const seite of seiten) fehler.push({ feld: seite, text: 'Das gehört zu einer SWOT-Analyse. Wählen Sie diese Art, oder lassen Sie das Feld leer.' })
    }
    const objekt = objektId ? await findObjekt(ctx.tx, objektId) : undefined
    if (objektId && objekt?.strategieId !== strategieId) fehler.push({ feld: 'objektId', text: 'Wählen Sie einen Eintrag dieser Strategie.' })
    const ersetzt = ersetztId ? await programm(ctx.tx).selectFrom('programm.kontext as k').select('k.id').where('k.id', '=', ersetztId)
      .where('k.strategie_id', '=', strategieId)
      .where('k.id', 'not in', programm(ctx.tx).selectFrom('programm.kontext').select('ersetzt_id').where('ersetzt_id', 'is not', null).$castTo<{ ersetzt_id: string }>())
      .executeTakeFirst() : undefined
    if (ersetztId && !ersetzt) fehler.push({ feld: 'ersetztId', text: 'Diese Ausgangslage ist schon ersetzt. Bitte laden Sie die Seite neu.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    const id = newId()
    await programm(ctx.tx).insertInto('programm.kontext').values({
      id, strategie_id: strategieId, objekt_id: objektId ?? null, ersetzt_id: ersetztId ?? null, stand: tag, quelle_link: quelleLink,
      ...angaben, erfasst_von: ctx.actor.id, created_at: ctx.now,
    }).execute()
    ctx.emit(kontextErfasst(strategieId, { kontextId: id, art: angaben.art, ersetztId: ersetztId ?? null }))
    return { id }
  },
})

import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { landDerStadt } from '../../../../platform/tenancy/land.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kritischeVorhaben } from '../../planung/index.js'
import { berichte } from '../db/tables.js'
import { faelligAm, monatAus, monatKennung, stichtagVon } from '../domain/zeitraum.js'
import { monatEroeffnet } from '../events.js'
import { findZeitraum } from '../lesen.js'
import { berichtspflichtige, strategien } from '../vorhaben.js'

/** Opens a month: from now on it is settled who has to report. A month that is open stays as it is. */
export const berichtsmonatEroeffnen = command({
  name: 'berichte.berichtsmonatEroeffnen',
  input: Type.Object({ strategieId: Id, monat: Type.String({ maxLength: 7 }) }, { additionalProperties: false }),
  allow: can('berichte.verwalten')(),
  async run(ctx, { strategieId, monat: kennung }) {
    const monat = monatAus(kennung)
    if (!monat) throw new Invalid([{ feld: 'monat', text: 'Wählen Sie einen Monat, zum Beispiel 2026-10.' }])
    if (!(await strategien(ctx.tx)).some(({ id }) => id === strategieId)) throw new NotFound()
    const vorhanden = await findZeitraum(ctx.tx, { strategieId, monat })
    if (vorhanden) { ctx.unchanged(); return { zeitraumId: vorhanden.id, vorhaben: 0 } }
    if (Temporal.PlainDate.compare(monat, ctx.today) > 0) throw new Invalid([{ feld: 'monat', text: 'Dieser Monat hat noch nicht begonnen.' }])
    const pflichtig = await berichtspflichtige(ctx.tx, strategieId)
    const kritisch = await kritischeVorhaben(ctx.tx, ctx.mandantId, strategieId)
    if (pflichtig.length === 0) throw new Conflict('berichte.niemandPflichtig', 'Zurzeit läuft keine Maßnahme und kein Projekt. Setzen Sie im Steckbrief den Status „laufend“, dann kann berichtet werden.')
    const zeitraumId = newId()
    const inserted = await berichte(ctx.tx).insertInto('berichte.zeitraum').values({
      id: zeitraumId, strategie_id: strategieId, monat, stichtag: stichtagVon(monat), faellig_am: faelligAm(monat, await landDerStadt(ctx.tx)), eroeffnet_am: ctx.now,
    }).onConflict((conflict) => conflict.columns(['mandant_id', 'strategie_id', 'monat']).doNothing()).returning('id').executeTakeFirst()
    if (!inserted) throw new Conflict('berichte.schonEroeffnet', 'Jemand anderes hat diesen Monat gerade eröffnet. Bitte laden Sie die Seite neu.')
    await berichte(ctx.tx).insertInto('berichte.pflicht').values(pflichtig.map(({ objekt, baustein, prioritaet, einheitId, rang }) => ({
      zeitraum_id: zeitraumId, objekt_id: objekt.id, art: objekt.art, nummer: objekt.nummer, name: objekt.name, baustein, verantwortlich: objekt.verantwortlich ?? '', prioritaet, einheit_id: einheitId, rang, kritisch: kritisch.has(objekt.id),
    }))).execute()
    ctx.emit(monatEroeffnet(zeitraumId, { strategieId, monat: monatKennung(monat), stichtag: stichtagVon(monat).toString(), vorhaben: pflichtig.length }))
    return { zeitraumId, vorhaben: pflichtig.length }
  },
})

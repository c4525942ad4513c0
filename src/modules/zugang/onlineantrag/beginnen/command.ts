import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Forbidden, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import type { Allow } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { entwurfsfristTage, findLeistung, geschlossenAm } from '../../../grundlagen/leistungen/index.js'
import { pagesFor, vorbelegen, type Nutzerangaben as Angaben } from '../../formulare/index.js'
import { onlineantrag } from '../db/tables.js'
import { letzterTag } from '../domain/aufbewahrung.js'
import { entwurfBegonnen } from '../events.js'
import { Nutzerangaben } from '../anmeldestufe/angaben.js'

/** Citizens, companies and guests with a session of their own; the using of an account is voluntary (§ 3 (1) OZG, A2-03). */
const antragstellende = <I>(): Allow<I> => ({
  satz: 'Bürgerinnen, Bürger und Unternehmen, auch ohne Konto', rechte: [], arten: ['buerger', 'gast'],
  async check(actor) { if ((actor.art !== 'buerger' && actor.art !== 'gast') || actor.id === '') throw new Forbidden() },
})

/** Begins an application for the public version of a service. */
export const entwurfBeginnen = command({
  name: 'onlineantrag.entwurfBeginnen',
  input: Type.Object({ leistung: Type.String({ minLength: 1, maxLength: 80 }), angaben: Type.Optional(Nutzerangaben) }, { additionalProperties: false }),
  allow: antragstellende(),
  async run({ tx, actor, now, today, emit }, { leistung, angaben }) {
    const version = await findLeistung(tx, leistung, today)
    if (!version?.formular) throw new NotFound()
    if (version.stammdaten.vertrauensniveau !== 'niedrig' && actor.art === 'gast') throw new Forbidden('anmeldungNoetig', 'Für diesen Antrag müssen Sie sich anmelden.')
    if (version.stammdaten.nurUnternehmen && !actor.durch) throw new Forbidden('nurUnternehmen', 'Diesen Antrag stellen nur Unternehmen. Bitte wechseln Sie zuerst unter „Unternehmen“ in Ihr Unternehmenskonto.')
    const pause = await geschlossenAm(tx, version, now)
    if (pause) throw new Conflict('onlineantrag.geschlossen', `Der Online-Antrag ist zurzeit nicht möglich. ${pause.grund}${pause.alternative ? ` ${pause.alternative}` : ''}`)
    const seite = pagesFor(version.formular, {}, { heute: today })[0]
    if (!seite) throw new NotFound()
    const id = newId()
    const vorbelegt = angaben ? vorbelegen(version.formular, { antworten: {}, herkuenfte: {} }, angaben.werte as Angaben, angaben.quelle) : { antworten: {}, herkuenfte: {} }
    const fristTage = entwurfsfristTage(version.stammdaten)
    const art = actor.art === 'gast' ? 'gast' as const : 'konto' as const
    await onlineantrag(tx).insertInto('onlineantrag.entwurf').values({
      id, inhaber_art: art, inhaber_id: actor.id, leistung: version.schluessel, leistungsversion_id: version.id, antworten: json(vorbelegt.antworten), herkunft: json(vorbelegt.herkuenfte), erklaert_mit: null, vertretung: null, eingaben: json({}), version: 1, seitenstand: json({}),
      seite: seite.name, frist_tage: fristTage, begonnen_am: now, letzte_aenderung: now, loeschen_ab: letzterTag(now, fristTage), email: null, erinnert_am: null,
      status: 'offen', beendet_am: null, bestaetigung: null,
    }).execute()
    emit(entwurfBegonnen(id, { leistung: version.schluessel, art }))
    return { id, leistung: version.schluessel, seite: seite.name, verlangt: version.stammdaten.vertrauensniveau }
  },
})

import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { planung } from '../db/tables.js'
import { darfWerden, RISIKOSTATUS, type Risikostatus } from '../domain/risiko.js'
import { risikoEingetreten, risikoGeaendert } from '../events.js'
import { tagOderNichts } from '../eingabe.js'
import { sperrePlan, zugriffAufPlan } from '../plan.js'

const Skala = Type.Integer({ minimum: 1, maximum: 5 })
const Lang = Type.String({ maxLength: 1000 })

/** Records a risk or changes it (H5-04). Without `risikoId` it is new. `version` is the one that the person saw. */
export const risikoErfassen = command({
  name: 'planung.risikoErfassen',
  input: Type.Object({
    planId: Id, risikoId: Type.Optional(Id), version: Type.Optional(Type.Integer({ minimum: 1 })), beschreibung: Text(1000), ursache: Lang, auswirkungText: Lang, wahrscheinlichkeit: Skala, auswirkung: Skala, massnahme: Lang,
    restWahrscheinlichkeit: Type.Optional(Skala), restAuswirkung: Type.Optional(Skala), eignerId: Type.Optional(Id), faellig: Type.String({ maxLength: 20 }), pruefungAm: Type.String({ maxLength: 20 }),
  }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, risikoId, version, ...rest }) {
    await sperrePlan(ctx.tx, planId)
    const fehler: { feld: string; text: string }[] = []
    const faellig = tagOderNichts('faellig', rest.faellig, fehler)
    const pruefung = tagOderNichts('pruefungAm', rest.pruefungAm, fehler)
    if ((rest.restWahrscheinlichkeit === undefined) !== (rest.restAuswirkung === undefined)) fehler.push({ feld: 'restWahrscheinlichkeit', text: 'Schätzen Sie vom Restrisiko beides ein, Wahrscheinlichkeit und Auswirkung.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    const werte = {
      beschreibung: rest.beschreibung, ursache: rest.ursache, auswirkung_text: rest.auswirkungText, wahrscheinlichkeit: rest.wahrscheinlichkeit, auswirkung: rest.auswirkung, massnahme: rest.massnahme,
      rest_wahrscheinlichkeit: rest.restWahrscheinlichkeit ?? null, rest_auswirkung: rest.restAuswirkung ?? null, eigner_id: rest.eignerId ?? null, faellig, pruefung_am: pruefung,
    }
    if (!risikoId) {
      const letztes = await planung(ctx.tx).selectFrom('planung.risiko').select('nummer').where('plan_id', '=', planId).orderBy('nummer', 'desc').limit(1).executeTakeFirst()
      const [id, nummer] = [newId(), (letztes?.nummer ?? 0) + 1]
      await planung(ctx.tx).insertInto('planung.risiko').values({ id, plan_id: planId, nummer, eingetreten_am: null, created_at: ctx.now, ...werte }).execute()
      ctx.emit(risikoGeaendert(planId, { risikoId: id, nummer, status: 'offen', neu: true }))
      return { risikoId: id, nummer }
    }
    const bisher = await planung(ctx.tx).selectFrom('planung.risiko').select(['nummer', 'status', 'version']).where('id', '=', risikoId).where('plan_id', '=', planId).executeTakeFirst()
    if (!bisher) throw new NotFound()
    if (version !== undefined && version !== bisher.version) throw new Conflict('planung.risikoGeaendert', 'Jemand hat dieses Risiko inzwischen geändert. Ihre Eingaben stehen noch im Formular; vergleichen Sie sie mit dem neuen Stand und speichern Sie noch einmal.')
    await planung(ctx.tx).updateTable('planung.risiko').set({ ...werte, version: bisher.version + 1 }).where('id', '=', risikoId).execute()
    ctx.emit(risikoGeaendert(planId, { risikoId, nummer: bisher.nummer, status: bisher.status, neu: false }))
    return { risikoId, nummer: bisher.nummer }
  },
})

/** Moves a risk on: watched, realised (then it is a problem, and `problem` says what is done), closed. */
export const risikoStatusSetzen = command({
  name: 'planung.risikoStatusSetzen',
  input: Type.Object({ planId: Id, risikoId: Id, status: Type.String({ maxLength: 20 }), problem: Type.String({ maxLength: 2000 }) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, risikoId, status, problem }) {
    const bisher = await planung(ctx.tx).selectFrom('planung.risiko').select(['nummer', 'status', 'eingetreten_am', 'problem']).where('id', '=', risikoId).where('plan_id', '=', planId).forUpdate().executeTakeFirst()
    if (!bisher) throw new NotFound()
    if (!(status in RISIKOSTATUS)) throw new Invalid([{ feld: 'status', text: 'Bitte wählen Sie einen der angebotenen Werte.' }])
    const neu = status as Risikostatus
    if (neu === bisher.status) { ctx.unchanged(); return }
    if (!darfWerden(bisher.status, neu)) throw new Conflict('planung.risikostatus', `Ein Risiko im Stand „${RISIKOSTATUS[bisher.status]}“ kann nicht „${RISIKOSTATUS[neu]}“ werden.`)
    if (neu === 'eingetreten' && problem.trim() === '') throw new Invalid([{ feld: 'problem', text: 'Schreiben Sie, was eingetreten ist und was jetzt getan wird.' }])
    await planung(ctx.tx).updateTable('planung.risiko').set({ status: neu, problem: problem.trim() || bisher.problem, ...(neu === 'eingetreten' ? { eingetreten_am: ctx.today } : {}) }).where('id', '=', risikoId).execute()
    ctx.emit(neu === 'eingetreten' ? risikoEingetreten(planId, { risikoId, nummer: bisher.nummer }) : risikoGeaendert(planId, { risikoId, nummer: bisher.nummer, status: neu, neu: false }))
  },
})

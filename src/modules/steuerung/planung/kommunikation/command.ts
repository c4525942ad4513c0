import { Type } from 'typebox'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { tagOderNichts } from '../eingabe.js'
import { kommunikationGeaendert } from '../events.js'
import { zugriffAufPlan } from '../plan.js'

const LAENGEN = { zielgruppe: 200, botschaft: 1000, kanal: 200 } as const
const FRAGEN = { zielgruppe: 'Wer soll es erfahren?', botschaft: 'Was soll diese Gruppe wissen?', kanal: 'Auf welchem Weg erfährt sie es?' } as const

/** Plans what somebody is told, on a day of its own or on the day of a milestone (H5-08). @throws Invalid with all fields */
export const kommunikationPlanen = command({
  name: 'planung.kommunikationPlanen',
  input: Type.Object({ planId: Id, zielgruppe: Type.String(), botschaft: Type.String(), kanal: Type.String(), termin: Type.String(), meilensteinId: Type.Optional(Id), verantwortlichId: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, meilensteinId, verantwortlichId, ...angaben }) {
    const fehler: Feldfehler[] = []
    const text = (feld: keyof typeof LAENGEN): string => {
      const wert = angaben[feld].trim()
      if (wert === '' || wert.length > LAENGEN[feld]) fehler.push({ feld, text: `${FRAGEN[feld]} Höchstens ${LAENGEN[feld]} Zeichen.` })
      return wert
    }
    const worte = { zielgruppe: text('zielgruppe'), botschaft: text('botschaft'), kanal: text('kanal') }
    const termin = tagOderNichts('termin', angaben.termin, fehler)
    if (angaben.termin.trim() === '' && !meilensteinId) fehler.push({ feld: 'termin', text: 'Geben Sie einen Tag an oder wählen Sie einen Meilenstein.' })
    if (meilensteinId && !await planung(ctx.tx).selectFrom('planung.eintrag').select('id').where('id', '=', meilensteinId).where('plan_id', '=', planId).where('art', '=', 'meilenstein').executeTakeFirst()) fehler.push({ feld: 'meilensteinId', text: 'Diesen Meilenstein gibt es im Plan nicht.' })
    if (verantwortlichId && (await kontenById(ctx.tx, [verantwortlichId])).get(verantwortlichId)?.status !== 'aktiv') fehler.push({ feld: 'verantwortlichId', text: 'Diese Person arbeitet nicht (mehr) hier. Wählen Sie eine andere.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    const id = newId()
    await planung(ctx.tx).insertInto('planung.kommunikation').values({ id, plan_id: planId, ...worte, termin, meilenstein_id: meilensteinId ?? null, verantwortlich_id: verantwortlichId ?? null, erledigt_am: null, created_at: ctx.now }).execute()
    ctx.emit(kommunikationGeaendert(planId, { kommunikationId: id, erledigt: false }))
    return { kommunikationId: id }
  },
})

/** It has been told. @throws NotFound, Conflict when it was before */
export const kommunikationErledigen = command({
  name: 'planung.kommunikationErledigen', input: Type.Object({ planId: Id, kommunikationId: Id }, { additionalProperties: false }),
  allow: can('planung.bearbeiten').on(zugriffAufPlan, { sehen: 'planung.lesen' }),
  async run(ctx, { planId, kommunikationId }) {
    const row = await planung(ctx.tx).selectFrom('planung.kommunikation').select('erledigt_am').where('id', '=', kommunikationId).where('plan_id', '=', planId).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.erledigt_am) throw new Conflict('planung.kommunikationErledigt', 'Das ist schon erledigt.')
    await planung(ctx.tx).updateTable('planung.kommunikation').set({ erledigt_am: ctx.now }).where('id', '=', kommunikationId).execute()
    ctx.emit(kommunikationGeaendert(planId, { kommunikationId, erledigt: true }))
  },
})

import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { reaction } from '../../../../platform/events/index.js'
import type { Recurring } from '../../../../platform/jobs/job.js'
import { formatDateLong } from '../../../../platform/time/index.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { bekanntgabeBerechnet, bekanntgabetage } from '../../../akte/ausgang/index.js'
import { letzteTage } from '../../../grundlagen/fristen/index.js'
import { antragZuVorgang, lockAntrag } from '../antrag.js'
import { antraege } from '../db/tables.js'
import type { AntragStatus } from '../domain/status.js'
import { setzeStatus } from './status.js'

interface Stand { readonly id: string; readonly vorgangId: string; readonly status: AntragStatus }
interface Schritt { readonly id: string; readonly nach: AntragStatus; readonly grund: string }

/**
 * Which applications the day moves on: announced once the day of announcement has come, final once the last day for a remedy is
 * over. Without a day nothing happens (X2-03). Two queries, however many there are.
 */
async function faelligeSchritte(tx: Tx, staende: readonly Stand[], today: Temporal.PlainDate): Promise<Schritt[]> {
  const vorgaenge = (status: AntragStatus) => staende.filter((stand) => stand.status === status).map(({ vorgangId }) => vorgangId)
  const bekannt = await bekanntgabetage(tx, vorgaenge('ENTSCHIEDEN'))
  const ende = await letzteTage(tx, vorgaenge('BEKANNTGEGEBEN'), 'RECHTSBEHELF')
  return staende.flatMap(({ id, vorgangId }): Schritt[] => {
    const [am, bis] = [bekannt.get(vorgangId), ende.get(vorgangId)]
    if (am && Temporal.PlainDate.compare(am, today) <= 0) return [{ id, nach: 'BEKANNTGEGEBEN', grund: `Bekanntgabe am ${formatDateLong(am)}` }]
    if (bis && Temporal.PlainDate.compare(bis, today) < 0) return [{ id, nach: 'BESTANDSKRAEFTIG', grund: `Rechtsbehelfsfrist bis ${formatDateLong(bis)}` }]
    return []
  })
}

/**
 * Where an application falls back to when the day it rests on is gone or has moved (X2-02): somebody has proved that the decision
 * came later or never. Undefined while the day still carries its state.
 */
async function rueckfall(tx: Tx, { vorgangId, status }: Stand, today: Temporal.PlainDate): Promise<AntragStatus | undefined> {
  if (status !== 'BEKANNTGEGEBEN' && status !== 'BESTANDSKRAEFTIG') return undefined
  const am = (await bekanntgabetage(tx, [vorgangId])).get(vorgangId)
  if (!am || Temporal.PlainDate.compare(am, today) > 0) return 'ENTSCHIEDEN'
  const bis = (await letzteTage(tx, [vorgangId], 'RECHTSBEHELF')).get(vorgangId)
  return status === 'BESTANDSKRAEFTIG' && bis && Temporal.PlainDate.compare(bis, today) >= 0 ? 'BEKANNTGEGEBEN' : undefined
}

/** The day of announcement was computed anew: what rested on the former one is taken back, with the reason that was given for it. */
export const nachNeuerBekanntgabe = reaction({
  name: 'antraege.bekanntgabeBerechnet', on: bekanntgabeBerechnet,
  async run(ctx, { vorgangId, grund }) {
    ctx.unchanged()
    const antrag = vorgangId ? await antragZuVorgang(ctx.tx, vorgangId) : undefined
    if (!antrag) return
    const gesperrt = await lockAntrag(ctx.tx, { id: antrag.id })
    const nach = await rueckfall(ctx.tx, gesperrt, ctx.today)
    if (nach) await setzeStatus(ctx, gesperrt, nach, `Die Bekanntgabe ist neu berechnet: ${grund ?? 'ohne Angabe'}`)
  },
})

/** Moves one decided application on as far as its days have come; looked at again under the lock, because a remedy may have arrived. */
export const antragWeiterfuehren = command({
  name: 'antraege.antragWeiterfuehren',
  input: Type.Object({ antragId: Id }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { antragId }) {
    const antrag = await lockAntrag(ctx.tx, { id: antragId })
    ctx.unchanged()
    let stand: Stand = antrag
    for (let [schritt] = await faelligeSchritte(ctx.tx, [stand], ctx.today); schritt; [schritt] = await faelligeSchritte(ctx.tx, [stand], ctx.today)) {
      await setzeStatus(ctx, stand, schritt.nach, schritt.grund)
      stand = { ...stand, status: schritt.nach }
    }
  },
})

const SEITE = 500

/** In business time, so that moving the demo clock shows it. */
export const nachDemBescheid: Recurring = {
  name: 'antraege.nachDemBescheid', alleSekunden: 300,
  async run({ app, mandantId, actor, signal }) {
    for (let nach: string | undefined, weiter = true; weiter && !signal.aborted;) {
      const seite = await app.db.withMandant(mandantId, async (tx) => {
        const auswahl = antraege(tx).selectFrom('antraege.antrag').select(['id', 'vorgang_id as vorgangId', 'status']).where('status', 'in', ['ENTSCHIEDEN', 'BEKANNTGEGEBEN'])
        const staende = await (nach ? auswahl.where('id', '>', nach) : auswahl).orderBy('id').limit(SEITE).execute()
        return { staende, schritte: await faelligeSchritte(tx, staende, app.clock.today()) }
      })
      for (const { id } of seite.schritte) if (!signal.aborted) await app.execute(actor, antragWeiterfuehren, { antragId: id })
      nach = seite.staende.at(-1)?.id
      weiter = seite.staende.length === SEITE
    }
  },
}

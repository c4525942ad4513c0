import { reaction } from '../../../../platform/events/event.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { vorgangUebergeben } from '../../../akte/akten/index.js'
import { antraege } from '../db/tables.js'
import { aufgabeById } from '../../../grundlagen/aufgaben/index.js'
import { antragZuVorgang, lockAntrag } from '../antrag.js'
import { gastBenachrichtigen } from '../gast/benachrichtigen.js'
import { istOffen, type AntragStatus } from '../domain/status.js'
import { erledigeOffeneFragen } from '../rueckfrage/stellen.js'
import { setzeStatus } from '../status/status.js'

/** Somebody has begun to work on it: the first task of the process was taken over, or done without that. */
async function inPruefung(ctx: CommandContext, vorgangId: string | null | undefined, aufgabeId: string): Promise<void> {
  const aufgabe = vorgangId ? await aufgabeById(ctx.tx, aufgabeId) : undefined
  const antrag = vorgangId && aufgabe?.quelle === 'workflow' ? await antragZuVorgang(ctx.tx, vorgangId) : undefined
  ctx.unchanged()
  if (antrag?.status !== 'EINGEGANGEN') return
  const gesperrt = await lockAntrag(ctx.tx, { id: antrag.id })
  if (gesperrt.status === 'EINGEGANGEN') await setzeStatus(ctx, gesperrt, 'IN_PRUEFUNG')
}

/** The decision was made or reached the person. What does not fit the state any more (a repetition, an old event) changes nothing. */
async function nachDemBescheid(ctx: CommandContext, vorgangId: string | null | undefined, nach: AntragStatus, passt: (status: AntragStatus) => boolean): Promise<void> {
  ctx.unchanged()
  const antrag = vorgangId ? await antragZuVorgang(ctx.tx, vorgangId) : undefined
  if (!antrag || !passt(antrag.status)) return
  const gesperrt = await lockAntrag(ctx.tx, { id: antrag.id })
  if (!passt(gesperrt.status)) return
  await setzeStatus(ctx, gesperrt, nach)
  await erledigeOffeneFragen(ctx, gesperrt.id)
  // Account holders hear of it by the message in whose company the decision comes.
  gastBenachrichtigen(ctx, gesperrt, 'entscheidung')
}

/** A decision was taken back: what the application rests on is the new one, whose announcement is still to come. */
async function nachDerKorrektur(ctx: CommandContext, vorgangId: string | null | undefined, art: unknown): Promise<void> {
  ctx.unchanged()
  if (!vorgangId || (art !== 'ruecknahme' && art !== 'widerruf')) return
  const antrag = await antragZuVorgang(ctx.tx, vorgangId)
  if (antrag?.status !== 'BEKANNTGEGEBEN' && antrag?.status !== 'BESTANDSKRAEFTIG') return
  const gesperrt = await lockAntrag(ctx.tx, { id: antrag.id })
  if (gesperrt.status === antrag.status) await setzeStatus(ctx, gesperrt, 'ENTSCHIEDEN', art === 'ruecknahme' ? 'Der Bescheid ist zurückgenommen' : 'Der Bescheid ist widerrufen')
}

export const reaktionen = [
  reaction({ name: 'antraege.aufgabeUebernommen', on: { typ: 'aufgaben.aufgabe.uebernommen/1' }, run: (ctx, event) => inPruefung(ctx, event.vorgangId, event.objekt.id) }),
  reaction({ name: 'antraege.aufgabeErledigt', on: { typ: 'aufgaben.aufgabe.erledigt/1' }, run: (ctx, event) => inPruefung(ctx, event.vorgangId, event.objekt.id) }),
  // By name: the room of decisions builds on this one.
  reaction({ name: 'antraege.bescheidErlassen', on: { typ: 'bescheide.bescheid.erlassen/1' }, run: (ctx, event) => nachDemBescheid(ctx, event.vorgangId, 'ENTSCHIEDEN', istOffen) }),
  // The portal names the unit that is responsible now, and who works there may work on the application.
  reaction({
    name: 'antraege.vorgangUebergeben', on: vorgangUebergeben,
    async run(ctx, { vorgangId, daten }) {
      ctx.unchanged()
      await antraege(ctx.tx).updateTable('antraege.antrag').set({ einheit_id: String(daten['nach']) }).where('vorgang_id', '=', vorgangId ?? '').execute()
    },
  }),
  reaction({ name: 'antraege.bescheidKorrigiert', on: { typ: 'bescheide.bescheid.korrigiert/1' }, run: (ctx, event) => nachDerKorrektur(ctx, event.vorgangId, event.daten['art']) }),
]
